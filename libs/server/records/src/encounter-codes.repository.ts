import type { EncounterCode } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { EncounterCodes } from './charts.types.ts';

/** Final codes of encounters by encounter id, in their sequence; an encounter without any is missing. */
export async function codesOf(tx: Tx, encounterIds: readonly string[]): Promise<Map<string, EncounterCode[]>> {
  const rows = await tx.query<EncounterCode & { encounterId: string }>(
    `SELECT c.encounter_id AS "encounterId", c.ordinal, c.system, c.code, c.words, c.poa, c.modifiers, c.units, c.pointers,
       c.served_on::text AS "servedOn"
     FROM records.encounter_code c WHERE c.org_id = $1 AND c.encounter_id = ANY($2::uuid[]) ORDER BY c.encounter_id, c.ordinal`,
    [tx.orgId, encounterIds],
  );
  const found = new Map<string, EncounterCode[]>();
  for (const { encounterId, ...code } of rows) found.set(encounterId, [...(found.get(encounterId) ?? []), code]);
  return found;
}

/** Codes with the revision they were written as; undefined: there is no such encounter. */
export async function revisionOf(tx: Tx, encounterId: string): Promise<EncounterCodes | undefined> {
  const [row] = await tx.query<{ revision: number }>(
    'SELECT code_revision AS revision FROM records.encounter WHERE org_id = $1 AND id = $2',
    [tx.orgId, encounterId],
  );
  return row && { revision: row.revision, codes: (await codesOf(tx, [encounterId])).get(encounterId) ?? [] };
}

/** Replaces the codes of an encounter; the new revision, undefined: there is no such encounter. */
export async function replaceCodes(
  tx: Tx,
  encounterId: string,
  codes: readonly EncounterCode[],
): Promise<number | undefined> {
  const [row] = await tx.query<{ revision: number }>(
    `UPDATE records.encounter SET code_revision = code_revision + 1, is_coded = $3, version = version + 1
     WHERE org_id = $1 AND id = $2 RETURNING code_revision AS revision`,
    [tx.orgId, encounterId, codes.length > 0],
  );
  if (!row) return undefined;
  await tx.execute('DELETE FROM records.encounter_code WHERE org_id = $1 AND encounter_id = $2', [
    tx.orgId,
    encounterId,
  ]);
  await insertCodes(tx, encounterId, codes);
  return row.revision;
}

/** Lists inside a row travel as JSON: unnest of arrays of arrays would flatten them. */
async function insertCodes(tx: Tx, encounterId: string, codes: readonly EncounterCode[]): Promise<void> {
  await tx.execute(
    `INSERT INTO records.encounter_code (org_id, encounter_id, ordinal, system, code, words, poa, modifiers, units, pointers, served_on)
     SELECT $1, $2, n.ordinal, n.system, n.code, n.words, n.poa, n.modifiers, n.units, n.pointers, n."servedOn"
     FROM jsonb_to_recordset($3::jsonb) AS n(ordinal int, system text, code text, words text, poa text, modifiers text[], units int,
       pointers int[], "servedOn" date)`,
    [tx.orgId, encounterId, JSON.stringify(codes)],
  );
}
