import type { DenialCaseRow } from './denial-case.types.ts';

/** Columns of a case aliased `c`, named as the row's fields; for SELECT and RETURNING alike. */
export const CASE_COLUMNS = `c.id, c.number, c.remittance_claim_id AS "remittanceClaimId", c.remittance_id AS "remittanceId",
  c.remittance_number AS "remittanceNumber", c.claim_id AS "claimId", c.claim_number AS "claimNumber", c.payer_id AS "payerId",
  c.payer_name AS "payerName", c.facility_id AS "facilityId",
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = c.org_id AND f.id = c.facility_id AND f.is_gated) AS "isRestricted",
  c.patient, c.stage, c.category, c.group_code AS "group", c.carc, c.rarcs, c.denial_count AS "denialCount",
  c.amount_cents AS "amountCents", to_char(c.denied_on, 'YYYY-MM-DD') AS "deniedOn", c.due_kind AS "dueKind",
  to_char(c.due_on, 'YYYY-MM-DD') AS "dueOn", c.due_rule AS "dueRule", c.item_id AS "itemId", c.item_version AS "itemVersion",
  c.owner_id AS "ownerId", c.priority, c.moved_by AS "movedBy", c.moved_at AS "movedAt", c.root_cause AS "rootCause",
  c.is_preventable AS "isPreventable", c.recovered_cents AS "recoveredCents", c.version`;

/** What the driver gives: bigints are strings. */
export type CaseRecord = Omit<DenialCaseRow, 'amountCents' | 'recoveredCents'> & {
  amountCents: string;
  recoveredCents: string | null;
};

export const asCase = (record: CaseRecord): DenialCaseRow => ({
  ...record,
  amountCents: Number(record.amountCents),
  recoveredCents: record.recoveredCents === null ? null : Number(record.recoveredCents),
});
