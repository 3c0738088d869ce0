import type { Tx } from '@caseboard/server/kernel';

/** Our facilities by NPI: who a claim is billed for and who a remittance pays. */
export async function facilitiesByNpi(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ npi: string; id: string }>(
    'SELECT f.npi, f.id FROM identity.facility f WHERE f.org_id = $1 AND f.npi IS NOT NULL ORDER BY f.id DESC',
    [tx.orgId],
  );
  return new Map(rows.map(({ npi, id }) => [npi, id]));
}
