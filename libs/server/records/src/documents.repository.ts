import type { ClinicalDocument } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

/** A document with its text. */
export async function findDocument(tx: Tx, id: string): Promise<ClinicalDocument | undefined> {
  const [row] = await tx.query<Omit<ClinicalDocument, 'authoredAt'> & { authoredAt: Date | null }>(
    `SELECT d.id, d.title, d.type, d.author_name AS "authorName", d.authored_at AS "authoredAt", d.bytes, d.has_text AS "hasText",
       d.encounter_id AS "encounterId", d.text, d.is_cut AS "isCut"
     FROM records.document d WHERE d.org_id = $1 AND d.id = $2`,
    [tx.orgId, id],
  );
  return row && { ...row, authoredAt: row.authoredAt?.toISOString() ?? null };
}
