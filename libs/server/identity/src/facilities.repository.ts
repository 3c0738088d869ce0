import type { Facility } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

interface FacilityRecord {
  id: string;
  name: string;
  npi: string | null;
  is_gated: boolean;
  version: number;
}

const COLUMNS = 'id, name, npi, is_gated, version';

export async function findFacilities(tx: Tx, ids: readonly string[]): Promise<Facility[]> {
  const rows = await tx.query<FacilityRecord>(
    `SELECT ${COLUMNS} FROM identity.facility WHERE org_id = $1 AND id = ANY($2) ORDER BY id`,
    [tx.orgId, ids],
  );
  return rows.map(asFacility);
}

/** Facilities by (name, id), from after a key on. */
export async function listFacilities(
  tx: Tx,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<Facility[]> {
  const rows = await tx.query<FacilityRecord>(
    `SELECT ${COLUMNS} FROM identity.facility
     WHERE org_id = $1 AND ($2::text IS NULL OR (name, id) > ($2, $3::uuid)) ORDER BY name, id LIMIT $4`,
    [tx.orgId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map(asFacility);
}

export async function insertFacility(tx: Tx, facility: Omit<Facility, 'version'>): Promise<void> {
  await tx.execute('INSERT INTO identity.facility (org_id, id, name, npi, is_gated) VALUES ($1, $2, $3, $4, $5)', [
    tx.orgId,
    facility.id,
    facility.name,
    facility.npi,
    facility.isGated,
  ]);
}

/** Writes the facility if the version is still the one in it; false when it is not. */
export async function updateFacility(tx: Tx, facility: Facility): Promise<boolean> {
  const updated = await tx.execute(
    `UPDATE identity.facility SET name = $4, npi = $5, is_gated = $6, version = version + 1
     WHERE org_id = $1 AND id = $2 AND version = $3`,
    [tx.orgId, facility.id, facility.version, facility.name, facility.npi, facility.isGated],
  );
  return updated === 1;
}

const asFacility = (row: FacilityRecord): Facility => ({
  id: row.id,
  name: row.name,
  npi: row.npi,
  isGated: row.is_gated,
  version: row.version,
});
