import type { Tx } from '@caseboard/server/kernel';
import { insertTokens } from './patient-tokens.repository.ts';
import { tokensOf } from './patient-tokens.rules.ts';
import { personKeyOf } from './patient-match.rules.ts';
import type { PatientAsked, PatientOnRecord } from './patient-match.rules.ts';
import type { NewCard, NewPatient } from './patient-plan.rules.ts';

/**
 * Everybody on record who may be one of those asked for: who has one of the cards, or a name and birth date in
 * common. LATERAL with LIMIT keeps to the indexes: as plain joins PostgreSQL reads every patient of the
 * organisation while the tables are new and it has no statistics.
 */
export async function candidates(tx: Tx, asked: readonly PatientAsked[]): Promise<PatientOnRecord[]> {
  const cards = asked.filter((one) => one.memberId !== null);
  const born = asked.filter((one) => one.birthDate !== null);
  return tx.query<PatientOnRecord>(
    `WITH meant AS (
       SELECT held.id FROM unnest($2::uuid[], $3::text[]) AS a(payer_id, member_id),
         LATERAL (
           SELECT m.patient_id AS id FROM records.patient_member m
           WHERE m.org_id = $1 AND m.payer_id = a.payer_id AND m.member_id = a.member_id LIMIT 100
         ) held
       UNION
       SELECT namesake.id FROM unnest($4::text[], $5::date[]) AS a(name_key, birth_date),
         LATERAL (
           SELECT p.id FROM records.patient p WHERE p.org_id = $1 AND p.name_key = a.name_key AND p.birth_date = a.birth_date LIMIT 100
         ) namesake
     )
     SELECT p.id, p.first_name AS "firstName", p.name_key AS "nameKey", p.birth_date::text AS "birthDate", p.sex, coalesce((
       SELECT jsonb_agg(jsonb_build_object('payerId', m.payer_id, 'memberId', m.member_id))
       FROM records.patient_member m WHERE m.org_id = $1 AND m.patient_id = p.id
     ), '[]') AS members
     FROM meant, LATERAL (SELECT * FROM records.patient p WHERE p.org_id = $1 AND p.id = meant.id LIMIT 1) p ORDER BY p.id`,
    [
      tx.orgId,
      cards.map((one) => one.payerId),
      cards.map((one) => one.memberId),
      born.map((one) => personKeyOf(one)),
      born.map((one) => one.birthDate),
    ],
  );
}

/**
 * Makes this transaction the only one of the organisation that adds patients until it ends: what makes two
 * records one person is a rule, which no unique key can hold.
 */
export async function lockAdding(tx: Tx): Promise<void> {
  await tx.query(
    "SELECT pg_advisory_xact_lock(hashtextextended('records.patient', 0) # hashtextextended($1::text, 0))",
    [tx.orgId],
  );
}

/** Inserts patients without their cards, with the words they are found by. */
export async function insertPatients(tx: Tx, patients: readonly NewPatient[]): Promise<void> {
  if (patients.length === 0) return;
  await tx.execute(
    `INSERT INTO records.patient (org_id, id, last_name, first_name, middle_name, suffix, name_key, birth_date, sex)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[]) AS n`,
    [
      tx.orgId,
      patients.map((one) => one.id),
      patients.map((one) => one.lastName),
      patients.map((one) => one.firstName),
      patients.map((one) => one.middleName ?? ''),
      patients.map((one) => one.suffix ?? ''),
      patients.map((one) => personKeyOf(one)),
      patients.map((one) => one.birthDate),
      patients.map((one) => one.sex),
    ],
  );
  await insertTokens(
    tx,
    patients.map((one) => ({ patientId: one.id, tokens: tokensOf(one) })),
  );
}

/** Inserts cards; those on record stay. */
export async function insertCards(tx: Tx, cards: readonly NewCard[]): Promise<void> {
  if (cards.length === 0) return;
  await tx.execute(
    `INSERT INTO records.patient_member (org_id, payer_id, member_id, patient_id)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS n ON CONFLICT DO NOTHING`,
    [
      tx.orgId,
      cards.map((card) => card.payerId),
      cards.map((card) => card.memberId),
      cards.map((card) => card.patientId),
    ],
  );
}

/** Fills in birth dates and sexes that were not known; what is on record stays. */
export async function fillIn(
  tx: Tx,
  facts: readonly { id: string; birthDate: string | null; sex: string | null }[],
): Promise<void> {
  if (facts.length === 0) return;
  await tx.execute(
    `UPDATE records.patient p SET birth_date = coalesce(p.birth_date, n.birth_date), sex = coalesce(p.sex, n.sex)
     FROM unnest($2::uuid[], $3::date[], $4::text[]) AS n(id, birth_date, sex) WHERE p.org_id = $1 AND p.id = n.id`,
    [tx.orgId, facts.map((fact) => fact.id), facts.map((fact) => fact.birthDate), facts.map((fact) => fact.sex)],
  );
}
