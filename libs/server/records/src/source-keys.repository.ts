import type { Tx } from '@caseboard/server/kernel';

/** The one feed of charts an organisation has. A second one would name itself here. */
export const EHR = 'ehr';

/** What a source calls a row. */
export interface SourceKey {
  type: string;
  key: string;
  rowId: string;
  /** Of what the source last said; null for keys that are no ids. */
  digest: string | null;
}

/** Keys on record among those asked for. */
export async function findKeys(tx: Tx, wanted: readonly Pick<SourceKey, 'type' | 'key'>[]): Promise<SourceKey[]> {
  if (wanted.length === 0) return [];
  return tx.query<SourceKey>(
    `SELECT found.type, found.key, found.row_id AS "rowId", found.digest
     FROM unnest($3::text[], $4::text[]) AS w(type, key), LATERAL (
       SELECT k.* FROM records.source_key k WHERE k.org_id = $1 AND k.source = $2 AND k.type = w.type AND k.key = w.key LIMIT 1
     ) found`,
    [tx.orgId, EHR, wanted.map(({ type }) => type), wanted.map(({ key }) => key)],
  );
}

/** Writes keys; of one that is on record only the digest changes. */
export async function putKeys(tx: Tx, keys: readonly SourceKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(
    `INSERT INTO records.source_key (org_id, source, type, key, row_id, digest)
     SELECT $1, $2, n.* FROM unnest($3::text[], $4::text[], $5::uuid[], $6::text[]) AS n
     ON CONFLICT (org_id, source, type, key) DO UPDATE SET digest = excluded.digest WHERE excluded.digest IS NOT NULL`,
    [
      tx.orgId,
      EHR,
      keys.map(({ type }) => type),
      keys.map(({ key }) => key),
      keys.map(({ rowId }) => rowId),
      keys.map(({ digest }) => digest),
    ],
  );
}

/** Patients of the EHR with these record numbers, by the EHR's own ids. */
export async function sourceIdsByMrn(tx: Tx, mrns: readonly string[]): Promise<{ mrn: string; sourceId: string }[]> {
  return tx.query<{ mrn: string; sourceId: string }>(
    `SELECT p.mrn, k.key AS "sourceId" FROM records.patient p
     JOIN records.source_key k ON k.org_id = p.org_id AND k.source = $3 AND k.type = 'Patient' AND k.row_id = p.id AND k.digest IS NOT NULL
     WHERE p.org_id = $1 AND p.mrn = ANY($2::text[]) AND p.merged_into IS NULL`,
    [tx.orgId, mrns, EHR],
  );
}
