import type { FhirPatient } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import { personKeyOf } from './patient-match.rules.ts';
import { replaceIdentifiers, replaceTokens } from './patient-tokens.repository.ts';
import { tokensOf } from './patient-tokens.rules.ts';
import { EHR } from './source-keys.repository.ts';
import type { Placed, SourceKeys } from './source-keys.ts';

/**
 * Finds patients known from claims only who are the new ones of a chart: same name and birth date. Each is found
 * once, so that two charts of one name and birthday stay two. By the resource's id.
 */
export async function knownFromClaims(
  tx: Tx,
  patients: readonly FhirPatient[],
  keys: SourceKeys,
): Promise<Map<string, string>> {
  const fresh = patients.filter((one) => one.birthDate !== null && keys.ownRow(one) === undefined);
  if (fresh.length === 0) return new Map();
  const rows = await tx.query<{ id: string; nameKey: string; birthDate: string }>(
    `SELECT namesake.* FROM unnest($2::text[], $3::date[]) AS a(name_key, birth_date), LATERAL (
       SELECT p.id, p.name_key AS "nameKey", p.birth_date::text AS "birthDate" FROM records.patient p
       WHERE p.org_id = $1 AND p.name_key = a.name_key AND p.birth_date = a.birth_date AND p.source IS NULL AND p.merged_into IS NULL
       ORDER BY p.id LIMIT 20
     ) namesake`,
    [tx.orgId, fresh.map(personKeyOf), fresh.map(({ birthDate }) => birthDate)],
  );
  const free = new Set(rows.map(({ id }) => id));
  const found = new Map<string, string>();
  for (const one of fresh) {
    const row = rows.find(
      ({ id, nameKey, birthDate }) => free.has(id) && nameKey === personKeyOf(one) && birthDate === one.birthDate,
    );
    if (!row) continue;
    free.delete(row.id);
    found.set(one.id, row.id);
  }
  return found;
}

/** Writes patients as the EHR has them, with their numbers and the words they are found by. */
export async function writePatients(tx: Tx, placed: readonly Placed<FhirPatient>[]): Promise<void> {
  if (placed.length === 0) return;
  const people = placed.map(({ resource }) => resource);
  await tx.execute(
    `INSERT INTO records.patient (org_id, id, last_name, first_name, middle_name, suffix, name_key, birth_date, sex, mrn, address, source)
     SELECT $1, n.*, $12 FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[], $10::text[], $11::jsonb[]) AS n
     ON CONFLICT (org_id, id) DO UPDATE SET last_name = excluded.last_name, first_name = excluded.first_name,
       middle_name = excluded.middle_name, suffix = excluded.suffix, name_key = excluded.name_key,
       birth_date = coalesce(excluded.birth_date, records.patient.birth_date), sex = coalesce(excluded.sex, records.patient.sex),
       mrn = excluded.mrn, address = excluded.address, source = excluded.source, version = records.patient.version + 1`,
    [
      tx.orgId,
      placed.map(({ rowId }) => rowId),
      people.map((one) => one.lastName),
      people.map((one) => one.firstName),
      people.map((one) => one.middleName),
      people.map((one) => one.suffix),
      people.map(personKeyOf),
      people.map((one) => one.birthDate),
      people.map((one) => one.sex),
      people.map((one) => one.mrn),
      people.map((one) => (one.address ? JSON.stringify(one.address) : null)),
      EHR,
    ],
  );
  await replaceIdentifiers(
    tx,
    placed.map(({ rowId, resource }) => ({ patientId: rowId, identifiers: resource.identifiers })),
  );
  await replaceTokens(
    tx,
    placed.map(({ rowId, resource }) => ({ patientId: rowId, tokens: tokensOf(resource, resource.mrn) })),
  );
}
