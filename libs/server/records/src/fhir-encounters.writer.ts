import type { FhirEncounter } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import type { Placed, SourceKeys } from './source-keys.ts';

const FIRST_DAY = '0001-01-01';

/** Writes encounters with their clinicians; final codes stay. */
export async function writeEncounters(
  tx: Tx,
  placed: readonly Placed<FhirEncounter>[],
  keys: SourceKeys,
): Promise<void> {
  if (placed.length === 0) return;
  const facilities = await facilitiesOf(tx, placed, keys);
  const numbers = await numbersOf(tx, placed);
  await tx.execute(
    `INSERT INTO records.encounter (org_id, id, number, patient_id, class, words, status, started_on, ended_on, sorted_on, facility_id)
     SELECT $1, n.id, n.number, n.patient_id, n.class, n.words, n.status, n.started_on, n.ended_on, coalesce(n.started_on, $2), n.facility_id
     FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::date[], $11::uuid[])
       AS n(id, number, patient_id, class, words, status, started_on, ended_on, facility_id)
     ON CONFLICT (org_id, id) DO UPDATE SET patient_id = excluded.patient_id, class = excluded.class, words = excluded.words,
       status = excluded.status, started_on = excluded.started_on, ended_on = excluded.ended_on, sorted_on = excluded.sorted_on,
       facility_id = excluded.facility_id, version = records.encounter.version + 1`,
    [
      tx.orgId,
      FIRST_DAY,
      placed.map(({ rowId }) => rowId),
      placed.map(({ rowId }) => numbers.get(rowId) ?? ''),
      placed.map(({ resource }) => keys.rowOf(resource.subject)),
      placed.map(({ resource }) => resource.class),
      placed.map(({ resource }) => resource.words),
      placed.map(({ resource }) => resource.status),
      placed.map(({ resource }) => resource.startedOn),
      placed.map(({ resource }) => resource.endedOn),
      placed.map(({ resource }) => facilities.get(firstPlace(resource, keys, facilities) ?? '') ?? null),
    ],
  );
  await replaceClinicians(tx, placed, keys);
}

/** `ENC-000123` for each new one; for the others nothing, theirs stays. */
async function numbersOf(tx: Tx, placed: readonly Placed<FhirEncounter>[]): Promise<Map<string, string>> {
  const fresh = placed.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return new Map();
  const first = await tx.number('encounter', fresh.length);
  return new Map(fresh.map(({ rowId }, at) => [rowId, `ENC-${String(first + at).padStart(6, '0')}`]));
}

const firstPlace = (resource: FhirEncounter, keys: SourceKeys, facilities: ReadonlyMap<string, string>) =>
  resource.places.map((place) => keys.rowOf(place)).find((row) => row !== undefined && facilities.has(row));

async function facilitiesOf(
  tx: Tx,
  placed: readonly Placed<FhirEncounter>[],
  keys: SourceKeys,
): Promise<Map<string, string>> {
  const ids = new Set(placed.flatMap(({ resource }) => resource.places.map((place) => keys.rowOf(place) ?? [])).flat());
  const rows = await tx.query<{ id: string; facilityId: string }>(
    `SELECT o.id, o.facility_id AS "facilityId" FROM records.organization o
     WHERE o.org_id = $1 AND o.id = ANY($2::uuid[]) AND o.facility_id IS NOT NULL`,
    [tx.orgId, [...ids]],
  );
  return new Map(rows.map(({ id, facilityId }) => [id, facilityId]));
}

async function replaceClinicians(tx: Tx, placed: readonly Placed<FhirEncounter>[], keys: SourceKeys): Promise<void> {
  await tx.execute('DELETE FROM records.encounter_clinician WHERE org_id = $1 AND encounter_id = ANY($2::uuid[])', [
    tx.orgId,
    placed.map(({ rowId }) => rowId),
  ]);
  const rows = placed.flatMap(({ rowId, resource }) =>
    resource.participants.flatMap(({ who, isAttending }) => {
      const clinicianId = keys.rowOf(who);
      const role = isAttending ? 'attending' : 'participant';
      return clinicianId === undefined ? [] : [{ rowId, clinicianId, role }];
    }),
  );
  if (rows.length === 0) return;
  // The same person twice, once as attending: `attending` sorts first and stays.
  await tx.execute(
    `INSERT INTO records.encounter_clinician (org_id, encounter_id, clinician_id, role)
     SELECT $1, n.encounter_id, n.clinician_id, min(n.role)
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS n(encounter_id, clinician_id, role) GROUP BY n.encounter_id, n.clinician_id`,
    [
      tx.orgId,
      rows.map(({ rowId }) => rowId),
      rows.map(({ clinicianId }) => clinicianId),
      rows.map(({ role }) => role),
    ],
  );
}
