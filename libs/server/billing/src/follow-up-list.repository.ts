import type { Tx } from '@caseboard/server/kernel';
import { visibleSql } from '@caseboard/server/worklist';
import { asFollowUp, FOLLOW_UP_COLUMNS } from './follow-up.columns.ts';
import type { FollowUpRecord } from './follow-up.columns.ts';
import type { FollowUpRow } from './follow-up.types.ts';

/** What a column of the board, the table or a search asks for. */
export interface FollowUpAsk {
  ids?: readonly string[] | undefined;
  stages: readonly string[];
  payerId?: string | undefined;
  /** `any`, `none`, or a person. */
  owner: string;
  text?: string | undefined;
  sort: FollowUpSort;
  facilityIds: readonly string[];
  /** Sort key of the last case seen, and its id. */
  after?: { key: string | number; id: string } | undefined;
  limit: number;
}

/** Each sort with its column, its type, and the key of a row; all ascend. */
const SORTS = {
  '-priority': { column: 'c.rank', type: 'int', keyOf: (row: FollowUpRow) => -row.priority },
  'silent-since': { column: 'c.silent_since', type: 'date', keyOf: (row: FollowUpRow) => row.silentSince },
  '-amount': { column: 'c.amount_rank', type: 'bigint', keyOf: (row: FollowUpRow) => -row.amountCents },
} as const;
export type FollowUpSort = keyof typeof SORTS;
export const keyOfFollowUp = (sort: FollowUpSort, row: FollowUpRow): string | number => SORTS[sort].keyOf(row);

const BEYOND = '\u{10FFFF}';

/** One page of cases. */
export async function listFollowUps(tx: Tx, ask: FollowUpAsk): Promise<FollowUpRow[]> {
  const { column, type } = SORTS[ask.sort];
  const isPerson = ask.owner !== 'any' && ask.owner !== 'none';
  const prefix = (name: string) => `(c.${name} >= $6 AND c.${name} < $7)`;
  const where = [
    'c.org_id = $1',
    ask.ids ? 'c.id = ANY($2::uuid[])' : '$2::uuid[] IS NULL',
    'c.stage = ANY($3::text[])',
    ask.payerId ? 'c.payer_id = $4' : '$4::uuid IS NULL',
    isPerson ? 'c.owner_id = $5' : `$5::uuid IS NULL${ask.owner === 'none' ? ' AND c.owner_id IS NULL' : ''}`,
    ask.text === undefined
      ? '$6::text IS NULL AND $7::text IS NULL'
      : `(${['number', 'claim_number', 'control_number'].map(prefix).join(' OR ')})`,
    visibleSql('c', '$8'),
    ask.after ? `(${column}, c.id) > ($9::${type}, $10::uuid)` : '$9::text IS NULL AND $10::text IS NULL',
  ];
  const records = await tx.query<FollowUpRecord>(
    `SELECT ${FOLLOW_UP_COLUMNS} FROM billing.follow_up_case c WHERE ${where.join(' AND ')} ORDER BY ${column}, c.id LIMIT $11`,
    [
      tx.orgId,
      ask.ids ?? null,
      ask.stages,
      ask.payerId ?? null,
      isPerson ? ask.owner : null,
      ask.text ?? null,
      ask.text === undefined ? null : ask.text + BEYOND,
      ask.facilityIds,
      ask.after?.key ?? null,
      ask.after?.id ?? null,
      ask.limit,
    ],
  );
  return records.map(asFollowUp);
}
