import type { ClinicianEntry } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

const COLUMNS = 'c.id, c.name, c.npi, c.service, c.user_id AS "userId", c.version';

/** Clinicians by name; with `name`, those whose name has it anywhere. */
export async function listClinicians(
  tx: Tx,
  ask: { name: string | null; after: { nameKey: string; id: string } | undefined; limit: number },
): Promise<(ClinicianEntry & { nameKey: string })[]> {
  return tx.query(
    `SELECT ${COLUMNS}, c.name_key AS "nameKey" FROM records.clinician c
     WHERE c.org_id = $1 AND ($2::text IS NULL OR strpos(c.name_key, $2) > 0) AND ($3::text IS NULL OR (c.name_key, c.id) > ($3, $4::uuid))
     ORDER BY c.name_key, c.id LIMIT $5`,
    [tx.orgId, ask.name, ask.after?.nameKey ?? null, ask.after?.id ?? null, ask.limit],
  );
}

/** Clinicians by id. */
export async function cliniciansByIds(tx: Tx, ids: readonly string[]): Promise<ClinicianEntry[]> {
  return tx.query<ClinicianEntry>(
    `SELECT ${COLUMNS} FROM records.clinician c WHERE c.org_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id`,
    [tx.orgId, ids],
  );
}

/** Says who signs in as a clinician; null: nobody. */
export async function bindClinician(tx: Tx, id: string, userId: string | null): Promise<void> {
  await tx.execute('UPDATE records.clinician SET user_id = $3, version = version + 1 WHERE org_id = $1 AND id = $2', [
    tx.orgId,
    id,
    userId,
  ]);
}
