import { channels } from '@caseboard/contracts';
import type { CodingCase, PendReason } from '@caseboard/contracts';
import type { RowDefinition, Tx } from '@caseboard/server/kernel';
import type { CodingCaseRow, PendRow } from './coding-case.types.ts';
import { findCases } from './coding-cases.repository.ts';
import { pendsOf } from './pends.repository.ts';

/** A case as it leaves the server. */
export const asCodingCase = (row: CodingCaseRow, pends: readonly PendRow[]): CodingCase => ({
  id: row.id,
  number: row.number,
  state: row.state,
  encounterId: row.encounterId,
  encounterNumber: row.encounterNumber,
  class: row.class,
  patient: row.patient,
  startedOn: row.startedOn,
  endedOn: row.endedOn,
  facilityId: row.facilityId,
  ownerId: row.ownerId,
  workItemId: row.itemId,
  workItemVersion: row.itemVersion,
  codes: row.codes,
  findings: row.findings,
  pends: pends.map(asPendReason),
  openQueries: row.openQueries,
  finalizedBy: row.finalizedBy,
  finalizedAt: row.finalizedAt?.toISOString() ?? null,
  dueOn: row.dueOn,
  version: row.version,
});

const asPendReason = ({ id, reason, threadId, madeBy, madeAt, clearedAt }: PendRow): PendReason => ({
  id,
  reason,
  threadId,
  by: madeBy,
  at: madeAt.toISOString(),
  clearedAt: clearedAt?.toISOString() ?? null,
});

/** Cases with what they wait for. */
export async function asCodingCases(tx: Tx, rows: readonly CodingCaseRow[]): Promise<CodingCase[]> {
  const pends = await pendsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => asCodingCase(row, pends.get(row.id) ?? []));
}

/** A case lives on its own channel; the queue shows its work item. */
export const codingCaseRow: RowDefinition<CodingCaseRow> = {
  kind: 'coding-case',
  channelsOf: (row) => [channels.case('coding', row.id)],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = (await findCases(tx, ids)).filter((row) => !row.isRestricted);
    return new Map((await asCodingCases(tx, rows)).map((one) => [one.id, one]));
  },
};
