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
