import type { Coverage, PatientIdentifier, PatientSummary } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { patientsByWords } from './encounter-list.repository.ts';
import { PATIENT_COLUMNS } from './patient-tokens.repository.ts';

/** What a list of patients asks for. */
export interface PatientAsk {
  /** The beginnings of words of name or record number; all of them. */
  words?: readonly string[] | undefined;
  mrn?: string | undefined;
  after?: { nameKey: string; id: string } | undefined;
  limit: number;
}

/** Persons by name: a record that was merged is found by what it is called and shown as the one it is part of. */
export async function listPatients(tx: Tx, ask: PatientAsk): Promise<(PatientSummary & { nameKey: string })[]> {
  const values: unknown[] = [tx.orgId, ask.limit];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const wheres = ['p.org_id = $1', 'p.merged_into IS NULL'];
  const isOf = (ids: string) =>
    `p.id IN (SELECT coalesce(m.merged_into, m.id) FROM records.patient m WHERE m.org_id = $1 AND m.id IN (${ids}))`;
  if (ask.words !== undefined) wheres.push(isOf(patientsByWords(ask.words, bound)));
  if (ask.mrn !== undefined)
    wheres.push(isOf(`SELECT n.id FROM records.patient n WHERE n.org_id = $1 AND n.mrn = ${bound(ask.mrn)}`));
  if (ask.after !== undefined)
    wheres.push(`(p.name_key, p.id) > (${bound(ask.after.nameKey)}, ${bound(ask.after.id)}::uuid)`);
  return tx.query(
    `SELECT ${PATIENT_COLUMNS}, p.name_key AS "nameKey" FROM records.patient p
     WHERE ${wheres.join(' AND ')} ORDER BY p.name_key, p.id LIMIT $2`,
    values,
  );
}

const RECORDS = `records.patient meant JOIN records.patient part ON part.org_id = meant.org_id
  AND (part.id = meant.id OR part.merged_into = meant.id)`;

/** Numbers of a person over all records merged into this one. */
export async function identifiersOf(tx: Tx, patientId: string): Promise<PatientIdentifier[]> {
  return tx.query<PatientIdentifier>(
    `SELECT DISTINCT i.system, i.value FROM ${RECORDS}
       JOIN records.patient_identifier i ON i.org_id = part.org_id AND i.patient_id = part.id
     WHERE meant.org_id = $1 AND meant.id = $2 ORDER BY i.system, i.value`,
    [tx.orgId, patientId],
  );
}

/** Coverages of a person over all records merged into this one, the primary first. */
export async function coveragesOf(tx: Tx, patientId: string): Promise<Coverage[]> {
  return tx.query<Coverage>(
    `SELECT c.id, c.payer_id AS "payerId", c.payer_name AS "payerName", c.member_id AS "memberId", c.ordinal AS "order",
       c.starts_on::text AS "from", c.ends_on::text AS "to"
     FROM ${RECORDS} JOIN records.coverage c ON c.org_id = part.org_id AND c.patient_id = part.id
     WHERE meant.org_id = $1 AND meant.id = $2 ORDER BY c.ordinal, c.starts_on DESC NULLS LAST, c.id`,
    [tx.orgId, patientId],
  );
}

/** Cards of claims of a person that no coverage of a chart has, as coverages without days. */
export async function cardsOf(tx: Tx, patientId: string): Promise<Omit<Coverage, 'id'>[]> {
  return tx.query<Omit<Coverage, 'id'>>(
    `SELECT DISTINCT m.payer_id AS "payerId", y.name AS "payerName", m.member_id AS "memberId", 9 AS "order", NULL AS "from", NULL AS "to"
     FROM ${RECORDS} JOIN records.patient_member m ON m.org_id = part.org_id AND m.patient_id = part.id
       JOIN records.payer y ON y.org_id = m.org_id AND y.id = m.payer_id
     WHERE meant.org_id = $1 AND meant.id = $2 AND NOT EXISTS (
       SELECT 1 FROM records.coverage c WHERE c.org_id = m.org_id AND c.payer_id = m.payer_id AND c.member_id = m.member_id)
     ORDER BY "payerName", "memberId"`,
    [tx.orgId, patientId],
  );
}
