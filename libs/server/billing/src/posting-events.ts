import { ClaimAdjudicated, RemittanceOpened, RemittancePosted } from '@caseboard/contracts';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import { gatedFacilities } from './billing.access.ts';
import { claimShown } from './claim.row.ts';
import type { SetInPosting, SetToClose } from './posting-chunk.ts';
import type { DecisionRow } from './remittance-rows.ts';
import { remittanceShown } from './remittance.row.ts';
import { advanceRemittances } from './remittances.repository.ts';
import type { OpenedRemittance } from './remittances.repository.ts';

/** What a chunk did to one remittance. */
export interface PostedPart {
  id: string;
  facilityId: string | null;
  isFirst: boolean;
  isLast: boolean;
  rows: readonly DecisionRow[];
}

/** The part of a set in a chunk; none when its payment came in elsewhere meanwhile. */
export function partOf(
  set: SetInPosting,
  remittance: OpenedRemittance | undefined,
  posted: { opened: ReadonlyMap<string, unknown>; rows: readonly DecisionRow[]; closes: readonly SetToClose[] },
): PostedPart[] {
  if (!remittance) return [];
  const { id, facilityId } = remittance;
  const rows = posted.rows.filter((row) => row.remittanceId === id);
  return [
    { id, facilityId, isFirst: posted.opened.has(id), isLast: posted.closes.some((one) => one.set === set), rows },
  ];
}

/** Counts what was posted and appends the events; each remittance is shown once, with its last event. */
export async function tellPosted(tx: Tx, parts: readonly PostedPart[]): Promise<void> {
  await advanceRemittances(
    tx,
    parts.map(({ id, rows, isLast }) => ({ id, claims: rows.length, denials: denialsOf(rows), isLast })),
  );
  const gated = new Set(await gatedFacilities(tx));
  for (const part of parts) {
    const isRestricted = part.facilityId !== null && gated.has(part.facilityId);
    appendPart(tx, part, [remittanceShown({ id: part.id, isRestricted }, part.isFirst)], gated);
  }
}

function appendPart(
  tx: Tx,
  { id, isFirst, isLast, rows }: PostedPart,
  shown: RowEffect[],
  gated: ReadonlySet<string>,
): void {
  const lastRow = isLast ? undefined : rows.at(-1);
  if (isFirst) tx.append(RemittanceOpened, { id, data: { remittanceId: id }, rows: isLast || lastRow ? [] : shown });
  for (const row of rows) {
    const also = row === lastRow ? shown : [];
    tx.append(ClaimAdjudicated, { id: row.id, data: adjudicated(row), rows: [...claimOf(row, gated), ...also] });
  }
  if (isLast) tx.append(RemittancePosted, { id, data: { remittanceId: id }, rows: shown });
}

/** The claim with its new state. One without a facility goes with the remittance's, which can only hide more. */
function claimOf({ claimId, facilityId }: DecisionRow, gated: ReadonlySet<string>): RowEffect[] {
  if (claimId === null) return [];
  return [claimShown({ id: claimId, isRestricted: facilityId !== null && gated.has(facilityId) })];
}

const adjudicated = ({ id, remittanceId, claimId, decision }: DecisionRow) => ({
  remittanceId,
  remittanceClaimId: id,
  claimId,
  denials: decision.denials,
  isReversal: decision.isReversal,
});

const denialsOf = (rows: readonly DecisionRow[]) => rows.reduce((sum, { decision }) => sum + decision.denials, 0);
