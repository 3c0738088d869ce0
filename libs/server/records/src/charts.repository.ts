import type { Clinician, DocumentSummary, EncounterClass } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { ChartPatient } from './charts.types.ts';

/** An encounter as it stands in the table, its patient's root and its facility's gate. */
export interface EncounterRow {
  id: string;
  number: string;
  patientId: string;
  class: EncounterClass;
  words: string;
  startedOn: string | null;
  endedOn: string | null;
  sortedOn: string;
  facilityId: string | null;
  isRestricted: boolean;
  isCoded: boolean;
  codeRevision: number;
  documentCount: number;
}

/** Columns of EncounterRow; `e` is the encounter, `p` its patient. */
export const ENCOUNTER_COLUMNS = `e.id, e.number, coalesce(p.merged_into, p.id) AS "patientId", e.class, e.words,
  e.started_on::text AS "startedOn", e.ended_on::text AS "endedOn", e.sorted_on::text AS "sortedOn", e.facility_id AS "facilityId",
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = e.org_id AND f.id = e.facility_id AND f.is_gated) AS "isRestricted",
  e.is_coded AS "isCoded", e.code_revision AS "codeRevision",
  (SELECT count(*)::int FROM records.document d WHERE d.org_id = e.org_id AND d.encounter_id = e.id) AS "documentCount"`;

export const ENCOUNTER_TABLES =
  'records.encounter e JOIN records.patient p ON p.org_id = e.org_id AND p.id = e.patient_id';

/** Encounters by id. */
export async function encountersByIds(tx: Tx, ids: readonly string[]): Promise<EncounterRow[]> {
  return tx.query<EncounterRow>(
    `SELECT ${ENCOUNTER_COLUMNS} FROM ${ENCOUNTER_TABLES} WHERE e.org_id = $1 AND e.id = ANY($2::uuid[]) ORDER BY e.id`,
    [tx.orgId, ids],
  );
}

/** Clinicians by encounter id, attending first. */
export async function cliniciansOf(tx: Tx, encounterIds: readonly string[]): Promise<Map<string, Clinician[]>> {
  const rows = await tx.query<Clinician & { encounterId: string }>(
    `SELECT ec.encounter_id AS "encounterId", c.id, c.name, c.npi, c.service, ec.role, c.user_id AS "userId"
     FROM records.encounter_clinician ec JOIN records.clinician c ON c.org_id = ec.org_id AND c.id = ec.clinician_id
     WHERE ec.org_id = $1 AND ec.encounter_id = ANY($2::uuid[]) ORDER BY ec.role, c.name, c.id`,
    [tx.orgId, encounterIds],
  );
  return grouped(rows);
}

/** Documents of encounters by encounter id, oldest first, without their text. */
export async function documentsOf(tx: Tx, encounterIds: readonly string[]): Promise<Map<string, DocumentSummary[]>> {
  const rows = await tx.query<Omit<DocumentSummary, 'authoredAt'> & { encounterId: string; authoredAt: Date | null }>(
    `SELECT d.encounter_id AS "encounterId", d.id, d.title, d.type, d.author_name AS "authorName",
       d.authored_at AS "authoredAt", d.bytes, d.has_text AS "hasText"
     FROM records.document d WHERE d.org_id = $1 AND d.encounter_id = ANY($2::uuid[]) ORDER BY d.authored_at NULLS LAST, d.id`,
    [tx.orgId, encounterIds],
  );
  return grouped(rows.map((row) => ({ ...row, authoredAt: row.authoredAt?.toISOString() ?? null })));
}

/** How many conditions and procedures encounters have. */
export async function entryCounts(
  tx: Tx,
  encounterIds: readonly string[],
): Promise<Map<string, { conditions: number; procedures: number }>> {
  const rows = await tx.query<{ id: string; conditions: number; procedures: number }>(
    `SELECT c.encounter_id AS id, (count(*) FILTER (WHERE c.kind = 'condition'))::int AS conditions,
       (count(*) FILTER (WHERE c.kind = 'procedure'))::int AS procedures
     FROM records.chart_entry c WHERE c.org_id = $1 AND c.encounter_id = ANY($2::uuid[]) GROUP BY c.encounter_id`,
    [tx.orgId, encounterIds],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Who pays for a visit and under which number. */
export interface VisitCoverage {
  payerId: string | null;
  payerName: string;
  memberId: string | null;
}

/** The primary coverage of each encounter on its first day; where none covers that day, the primary one there is. */
export async function coverageOfEncounters(
  tx: Tx,
  encounterIds: readonly string[],
): Promise<Map<string, VisitCoverage>> {
  const rows = await tx.query<VisitCoverage & { id: string }>(
    `SELECT e.id, best.* FROM records.encounter e JOIN records.patient p ON p.org_id = e.org_id AND p.id = e.patient_id,
       LATERAL (
         SELECT c.payer_id AS "payerId", c.payer_name AS "payerName", c.member_id AS "memberId"
         FROM records.coverage c JOIN records.patient owner ON owner.org_id = c.org_id AND owner.id = c.patient_id
         WHERE c.org_id = e.org_id AND (owner.id = coalesce(p.merged_into, p.id) OR owner.merged_into = coalesce(p.merged_into, p.id))
         ORDER BY (e.started_on < coalesce(c.starts_on, e.started_on) OR e.started_on > coalesce(c.ends_on, e.started_on)) IS TRUE,
           c.ordinal, c.id LIMIT 1
       ) best
     WHERE e.org_id = $1 AND e.id = ANY($2::uuid[])`,
    [tx.orgId, encounterIds],
  );
  return new Map(rows.map(({ id, ...coverage }) => [id, coverage]));
}

/** Persons by the id asked for; each the record at the end of all merges in force. */
export async function personsOf(tx: Tx, patientIds: readonly string[]): Promise<Map<string, ChartPatient>> {
  const rows = await tx.query<ChartPatient & { askedId: string }>(
    `SELECT asked.id AS "askedId", p.id, p.mrn, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName",
       p.suffix, p.birth_date::text AS "birthDate", p.sex, p.address
     FROM records.patient asked JOIN records.patient p ON p.org_id = asked.org_id AND p.id = coalesce(asked.merged_into, asked.id)
     WHERE asked.org_id = $1 AND asked.id = ANY($2::uuid[])`,
    [tx.orgId, patientIds],
  );
  return new Map(rows.map(({ askedId, ...patient }) => [askedId, patient]));
}

function grouped<Row extends { encounterId: string }>(rows: readonly Row[]): Map<string, Omit<Row, 'encounterId'>[]> {
  const groups = new Map<string, Omit<Row, 'encounterId'>[]>();
  for (const { encounterId, ...row } of rows) groups.set(encounterId, [...(groups.get(encounterId) ?? []), row]);
  return groups;
}
