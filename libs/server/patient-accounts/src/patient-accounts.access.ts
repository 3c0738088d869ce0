import type { ChannelDefinition, Principal, Tx } from '@caseboard/server/kernel';
import type { AccountRow } from './account.types.ts';
import { findAccount } from './accounts.repository.ts';

export const READ = 'patient-accounts.account.read';

/** Gated facilities this person is not assigned to: an account with a visit there is not theirs to see. */
export async function hiddenFacilities(tx: Tx, principal: Principal): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT f.id FROM identity.facility f WHERE f.org_id = $1 AND f.is_gated AND NOT f.id = ANY($2::uuid[])',
    [tx.orgId, principal.facilityIds],
  );
  return rows.map((row) => row.id);
}

/** SQL of the same predicate: the account `a`, and the parameter that holds the hidden facilities. */
export const isVisibleSql = (parameter: number): string => `NOT (a.facility_ids && $${parameter}::uuid[])`;

/**
 * An account this person may see; one that was folded into another is the other. Undefined when missing or not theirs
 * to see.
 */
export async function visibleAccount(tx: Tx, principal: Principal, id: string): Promise<AccountRow | undefined> {
  const found = await findAccount(tx, id);
  const account = found?.foldedIntoId ? await findAccount(tx, found.foldedIntoId) : found;
  if (!account) return undefined;
  const hidden = account.isRestricted ? await hiddenFacilities(tx, principal) : [];
  return account.facilityIds.some((facilityId) => hidden.includes(facilityId)) ? undefined : account;
}

/** The facility whose gate hides the account, if any does: work and conversations about it are hidden with it. */
export async function gateOf(tx: Tx, account: AccountRow): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM identity.facility WHERE org_id = $1 AND is_gated AND id = ANY($2::uuid[]) ORDER BY id LIMIT 1',
    [tx.orgId, account.facilityIds],
  );
  return row?.id ?? null;
}

/** The list of accounts; restricted rows are only touched on it. */
export const accountsChannel: ChannelDefinition = {
  prefix: 'accounts',
  audience: 'patient-accounts',
  permission: READ,
  admits: async (_tx, _principal, key) => key === 'all',
};

/** One account's own channel. */
export const accountChannel: ChannelDefinition = {
  prefix: 'case:patient-account',
  audience: 'patient-accounts',
  permission: READ,
  admits: async (tx, principal, key) =>
    /^[0-9a-f-]{36}$/.test(key) && (await visibleAccount(tx, principal, key))?.id === key,
};
