import type { FhirOrganization, FhirPractitioner, FhirPractitionerRole } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import { nameKeyOf } from './name-key.rules.ts';
import type { Placed, SourceKeys } from './source-keys.ts';

/**
 * Organisations and locations, each linked to the facility of ours with its NPI, else its name, else that of the
 * organisation that runs it.
 */
export async function writeOrganizations(
  tx: Tx,
  placed: readonly Placed<FhirOrganization>[],
  keys: SourceKeys,
): Promise<void> {
  if (placed.length === 0) return;
  await tx.execute(
    `INSERT INTO records.organization (org_id, id, name, npi, payer_code, is_payer, facility_id)
     SELECT $1, n.id, n.name, n.npi, n.payer_code, n.is_payer, coalesce(
       (SELECT f.id FROM identity.facility f WHERE f.org_id = $1 AND f.npi = n.npi ORDER BY f.id LIMIT 1),
       (SELECT f.id FROM identity.facility f WHERE f.org_id = $1 AND lower(f.name) = lower(n.name) LIMIT 1),
       (SELECT o.facility_id FROM records.organization o WHERE o.org_id = $1 AND o.id = n.part_of))
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::uuid[]) AS n(id, name, npi, payer_code, is_payer, part_of)
     ON CONFLICT (org_id, id) DO UPDATE SET name = excluded.name, npi = excluded.npi, payer_code = excluded.payer_code,
       is_payer = excluded.is_payer, facility_id = coalesce(excluded.facility_id, records.organization.facility_id)`,
    [
      tx.orgId,
      placed.map(({ rowId }) => rowId),
      placed.map(({ resource }) => resource.name),
      placed.map(({ resource }) => resource.npi),
      placed.map(({ resource }) => resource.payerCode),
      placed.map(({ resource }) => resource.isPayer),
      placed.map(({ resource }) => (resource.partOf ? (keys.rowOf(resource.partOf) ?? null) : null)),
    ],
  );
}

/** Clinicians; who signs in as one stays. */
export async function writeClinicians(tx: Tx, placed: readonly Placed<FhirPractitioner>[]): Promise<void> {
  if (placed.length === 0) return;
  await tx.execute(
    `INSERT INTO records.clinician (org_id, id, name, name_key, npi)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS n
     ON CONFLICT (org_id, id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, npi = excluded.npi,
       version = records.clinician.version + 1`,
    [
      tx.orgId,
      placed.map(({ rowId }) => rowId),
      placed.map(({ resource }) => resource.name),
      placed.map(({ resource }) => nameKeyOf(resource.name)),
      placed.map(({ resource }) => resource.npi),
    ],
  );
}

/** What clinicians do; a clinician with several roles has the one read last. */
export async function writeRoles(tx: Tx, placed: readonly Placed<FhirPractitionerRole>[]): Promise<void> {
  const services = new Map(
    placed.flatMap(({ rowId, resource }) => (resource.service ? [[rowId, resource.service] as const] : [])),
  );
  if (services.size === 0) return;
  await tx.execute(
    `UPDATE records.clinician c SET service = n.service, version = c.version + 1
     FROM unnest($2::uuid[], $3::text[]) AS n(id, service) WHERE c.org_id = $1 AND c.id = n.id`,
    [tx.orgId, [...services.keys()], [...services.values()]],
  );
}
