import type { PatientSummary } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

/** Replaces the words patients are found by. */
export async function replaceTokens(
  tx: Tx,
  patients: readonly { patientId: string; tokens: readonly string[] }[],
): Promise<void> {
  if (patients.length === 0) return;
  await tx.execute('DELETE FROM records.patient_token WHERE org_id = $1 AND patient_id = ANY($2::uuid[])', [
    tx.orgId,
    patients.map(({ patientId }) => patientId),
  ]);
  await insertTokens(tx, patients);
}

/** Adds words new patients are found by. */
export async function insertTokens(
  tx: Tx,
  patients: readonly { patientId: string; tokens: readonly string[] }[],
): Promise<void> {
  const rows = patients.flatMap(({ patientId, tokens }) => tokens.map((token) => ({ patientId, token })));
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO records.patient_token (org_id, token, patient_id)
     SELECT $1, n.* FROM unnest($2::text[], $3::uuid[]) AS n ON CONFLICT DO NOTHING`,
    [tx.orgId, rows.map(({ token }) => token), rows.map(({ patientId }) => patientId)],
  );
}

/** Replaces the numbers patients are known by. */
export async function replaceIdentifiers(
  tx: Tx,
  patients: readonly { patientId: string; identifiers: readonly { system: string; value: string }[] }[],
): Promise<void> {
  await tx.execute('DELETE FROM records.patient_identifier WHERE org_id = $1 AND patient_id = ANY($2::uuid[])', [
    tx.orgId,
    patients.map(({ patientId }) => patientId),
  ]);
  const rows = patients.flatMap(({ patientId, identifiers }) => identifiers.map((one) => ({ patientId, ...one })));
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO records.patient_identifier (org_id, patient_id, system, value)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::text[], $4::text[]) AS n ON CONFLICT DO NOTHING`,
    [
      tx.orgId,
      rows.map(({ patientId }) => patientId),
      rows.map(({ system }) => system),
      rows.map(({ value }) => value),
    ],
  );
}

/** Columns of PatientSummary; `p` is the patient. The name is put together as `patientName` does. */
export const PATIENT_COLUMNS = `p.id, p.mrn,
  coalesce(nullif(concat_ws(' ', nullif(p.first_name, ''), nullif(p.middle_name, ''), nullif(p.last_name, ''), nullif(p.suffix, '')), ''), 'Unnamed patient') AS name,
  p.birth_date::text AS "birthDate", p.sex, p.merged_into AS "mergedIntoId", p.version`;

/** Patients by id. */
export async function patientsByIds(tx: Tx, ids: readonly string[]): Promise<PatientSummary[]> {
  return tx.query<PatientSummary>(
    `SELECT ${PATIENT_COLUMNS} FROM records.patient p WHERE p.org_id = $1 AND p.id = ANY($2::uuid[]) ORDER BY p.id`,
    [tx.orgId, ids],
  );
}
