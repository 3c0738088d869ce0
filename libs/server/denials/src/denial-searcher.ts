import type { Searcher, Tx } from '@caseboard/server/kernel';
import { visibleSql } from '@caseboard/server/worklist';

interface Found {
  id: string;
  number: string;
  carc: string;
  patient: string;
  payerName: string;
  stage: string;
}

/** Sorts after every text that begins with what stands before it. */
const BEYOND = '\u{10FFFF}';

/** Denial cases by the beginning of their own number or their claim’s, or by the claim’s control number. */
export const denialSearcher: Searcher = {
  kind: 'denial',
  permission: 'denials.denial.read',
  find: async (tx, principal, text, limit) =>
    (await found(tx, text, principal.facilityIds, limit)).map((one) => ({
      kind: 'denial' as const,
      id: one.id,
      number: one.number,
      title: `${one.carc} denied by ${one.payerName}`,
      detail: `${one.patient}, ${one.stage}`,
      href: `/denials?case=${one.id}`,
    })),
};

async function found(tx: Tx, text: string, facilityIds: readonly string[], limit: number): Promise<Found[]> {
  const own = text.toUpperCase();
  return tx.query<Found>(
    `SELECT c.id, c.number, c.carc, c.patient, c.payer_name AS "payerName", c.stage FROM denials.denial_case c
     WHERE c.org_id = $1 AND c.id IN (
       SELECT d.id FROM denials.denial_case d WHERE d.org_id = $1 AND d.number COLLATE "C" >= $2 AND d.number COLLATE "C" < $3
       UNION SELECT d.id FROM denials.denial_case d WHERE d.org_id = $1 AND d.claim_number COLLATE "C" >= $4 AND d.claim_number COLLATE "C" < $5)
       AND ${visibleSql('c', '$6')}
     ORDER BY c.stage = 'closed', c.id DESC LIMIT $7`,
    [tx.orgId, own, own + BEYOND, text, text + BEYOND, facilityIds, limit],
  );
}
