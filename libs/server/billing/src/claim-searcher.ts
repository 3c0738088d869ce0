import type { Searcher, Tx } from '@caseboard/server/kernel';
import { patientsByWords, searchWords } from '@caseboard/server/records';
import { hiddenFacilities } from './billing.access.ts';
import { listClaims } from './claim-list.repository.ts';
import { claimsByIds } from './claim-reads.repository.ts';
import type { StoredClaim } from './claim-reads.repository.ts';

/** Patients of one name whose claims are looked at. */
const MOST_PATIENTS = 20;

/** Claims by the beginning of our number or the control number, or of words of their patient’s name; the newest first. */
export const claimSearcher: Searcher = {
  kind: 'claim',
  permission: 'billing.claim.read',
  find: async (tx, principal, text, limit) => {
    const hidden = await hiddenFacilities(tx, principal);
    const found = [...(await byNumber(tx, text, hidden, limit)), ...(await byName(tx, text, hidden, limit))];
    return [...new Map(found.map((claim) => [claim.id, claim])).values()].slice(0, limit).map((claim) => ({
      kind: 'claim' as const,
      id: claim.id,
      number: claim.number,
      title: `${claim.patientName}, ${claim.payerName}`,
      detail: [claim.controlNumber, claim.serviceFrom, claim.state].filter(Boolean).join(', '),
      href: `/claims?open=${claim.id}`,
    }));
  },
};

async function byNumber(tx: Tx, text: string, hidden: readonly string[], limit: number): Promise<StoredClaim[]> {
  const none = { ids: undefined, payer: undefined, state: undefined, origin: undefined, after: undefined };
  const own = text.toUpperCase();
  const sought = own.startsWith('CLM-') ? own : text;
  return listClaims(tx, { ...none, text: sought, sort: '-number', hidden, limit });
}

/** A few patients first, so that no search reads all claims of an organisation. */
async function byName(tx: Tx, text: string, hidden: readonly string[], limit: number): Promise<StoredClaim[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const parameters: unknown[] = [tx.orgId, limit];
  const patients = patientsByWords(words, (value) => `$${parameters.push(value)}`);
  const rows = await tx.query<{ id: string }>(
    `SELECT c.id FROM (SELECT found.patient_id AS id FROM (${patients}) AS found(patient_id) LIMIT ${MOST_PATIENTS}) named
     CROSS JOIN LATERAL (
       SELECT own.id FROM billing.claim own WHERE own.org_id = $1 AND own.patient_id = named.id ORDER BY own.id DESC LIMIT $2 OFFSET 0) c
     ORDER BY c.id DESC LIMIT $2`,
    parameters,
  );
  const ids = rows.map(({ id }) => id);
  return [...(await claimsByIds(tx, ids, hidden)).values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
