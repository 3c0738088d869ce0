import type { DenialStage } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { visibleSql } from '@caseboard/server/worklist';
import type { DenialCaseRow, DenialRow } from './denial-case.types.ts';
import { findCases } from './denial-cases.repository.ts';
import { asDenial, DENIAL_COLUMNS } from './denials.repository.ts';
import type { DenialRecord } from './denials.repository.ts';

/** What the list of denials asks for. */
export interface DenialListAsk {
  stage: DenialStage | null;
  payerId: string | null;
  caseId: string | null;
  claimId: string | null;
  facilityIds: readonly string[];
  afterId: string | null;
  limit: number;
}

/** Denials with their cases, the newest first. */
export async function listDenials(tx: Tx, ask: DenialListAsk): Promise<{ denial: DenialRow; of: DenialCaseRow }[]> {
  const denials = (
    await tx.query<DenialRecord>(
      `SELECT ${DENIAL_COLUMNS} FROM denials.denial d JOIN denials.denial_case c ON c.org_id = d.org_id AND c.id = d.case_id
       WHERE d.org_id = $1 AND ($2::text IS NULL OR c.stage = $2) AND ($3::uuid IS NULL OR c.payer_id = $3)
         AND ($4::uuid IS NULL OR d.case_id = $4) AND ($5::uuid IS NULL OR c.claim_id = $5)
         AND ($6::uuid IS NULL OR d.id < $6) AND ${visibleSql('c', '$7')}
       ORDER BY d.id DESC LIMIT $8`,
      [tx.orgId, ask.stage, ask.payerId, ask.caseId, ask.claimId, ask.afterId, ask.facilityIds, ask.limit],
    )
  ).map(asDenial);
  return withCases(tx, denials);
}

/** One denial with its case. */
export async function findDenial(tx: Tx, id: string): Promise<{ denial: DenialRow; of: DenialCaseRow } | undefined> {
  const records = await tx.query<DenialRecord>(
    `SELECT ${DENIAL_COLUMNS} FROM denials.denial d WHERE d.org_id = $1 AND d.id = $2`,
    [tx.orgId, id],
  );
  return (await withCases(tx, records.map(asDenial)))[0];
}

async function withCases(tx: Tx, denials: readonly DenialRow[]): Promise<{ denial: DenialRow; of: DenialCaseRow }[]> {
  const ids = [...new Set(denials.map(({ caseId }) => caseId))];
  const cases = new Map((await findCases(tx, ids)).map((row) => [row.id, row]));
  return denials.flatMap((denial) => {
    const of = cases.get(denial.caseId);
    return of ? [{ denial, of }] : [];
  });
}
