import type { ChannelDefinition, Principal, Tx } from '@caseboard/server/kernel';

/** Who may read remittances may follow them: what a payer paid is not for everybody who imports files. */
export const remittancesChannel: ChannelDefinition = {
  prefix: 'remittances',
  audience: 'remittances',
  permission: 'billing.remittance.read',
  admits: async (_tx, _principal, key) => key === 'all',
};

/** Facilities whose rows only assigned people see. */
export async function gatedFacilities(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT f.id FROM identity.facility f WHERE f.org_id = $1 AND f.is_gated',
    [tx.orgId],
  );
  return rows.map((row) => row.id);
}

/**
 * Facilities whose claims and remittances this person may not see: the gated ones he is not assigned to. The one
 * predicate of lists and single rows: `AND <column> IS NULL OR NOT <column> = ANY(hidden)`.
 */
export async function hiddenFacilities(tx: Tx, principal: Principal): Promise<string[]> {
  return (await gatedFacilities(tx)).filter((id) => !principal.facilityIds.includes(id));
}

/** SQL of the predicate for a column and the parameter that holds the hidden facilities. */
export const isVisibleSql = (column: string, parameter: number): string =>
  `(${column} IS NULL OR NOT (${column} = ANY($${parameter}::uuid[])))`;

/** Who may read claims may follow them. */
export const claimsChannel: ChannelDefinition = {
  prefix: 'claims',
  audience: 'claims',
  permission: 'billing.claim.read',
  admits: async (_tx, _principal, key) => key === 'all',
};

/** May this person follow a claim's own channel? */
export async function admitsToClaim(tx: Tx, principal: Principal, claimId: string): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(claimId)) return false;
  const rows = await tx.query(
    `SELECT 1 FROM billing.claim c WHERE c.org_id = $1 AND c.id = $2 AND ${isVisibleSql('c.facility_id', 3)}`,
    [tx.orgId, claimId, await hiddenFacilities(tx, principal)],
  );
  return rows.length > 0;
}
