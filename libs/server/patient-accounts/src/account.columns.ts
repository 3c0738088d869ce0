import type { AccountRow } from './account.types.ts';

/** Columns of an account `a` with its patient `p`, for every query that reads one. */
export const ACCOUNT_COLUMNS = `a.id, a.number, a.patient_id AS "patientId", a.folded_into_id AS "foldedIntoId", a.state,
  a.balance_cents AS "balanceCents", a.held_cents AS "heldCents", a.insurance_cents AS "insuranceCents",
  a.credit_cents AS "creditCents", a.facility_ids AS "facilityIds", a.statements_counted AS "statementsCounted",
  a.counted_on::text AS "countedOn", a.last_statement_on::text AS "lastStatementOn", a.opened_at AS "openedAt", a.version,
  EXISTS (SELECT 1 FROM identity.facility g WHERE g.org_id = a.org_id AND g.is_gated AND g.id = ANY(a.facility_ids)) AS "isRestricted",
  p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", p.suffix, p.mrn`;

export const ACCOUNT_FROM = `patient_accounts.account a JOIN records.patient p ON p.org_id = a.org_id AND p.id = a.patient_id`;

type Cents = 'balanceCents' | 'heldCents' | 'insuranceCents' | 'creditCents';

/** A row as the driver gives it; bigint comes as text. */
export type AccountRecord = Omit<AccountRow, Cents> & Record<Cents, string>;

export const asAccount = (record: AccountRecord): AccountRow => ({
  ...record,
  balanceCents: Number(record.balanceCents),
  heldCents: Number(record.heldCents),
  insuranceCents: Number(record.insuranceCents),
  creditCents: Number(record.creditCents),
});
