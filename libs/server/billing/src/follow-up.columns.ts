import type { FollowUpRow } from './follow-up.types.ts';

/** Columns of a case aliased `c`, named as the row's fields; for SELECT and RETURNING alike. */
export const FOLLOW_UP_COLUMNS = `c.id, c.number, c.stage, c.claim_id AS "claimId", c.claim_number AS "claimNumber",
  c.control_number AS "controlNumber", c.patient, c.payer_id AS "payerId", c.payer_name AS "payerName", c.facility_id AS "facilityId",
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = c.org_id AND f.id = c.facility_id AND f.is_gated) AS "isRestricted",
  c.amount_cents AS "amountCents", c.silent_since::text AS "silentSince", c.call_count AS "callCount",
  c.last_contact_at AS "lastContactAt", c.promised_on::text AS "promisedOn", c.due_on::text AS "dueOn", c.due_rule AS "dueRule",
  c.item_id AS "itemId", c.item_version AS "itemVersion", c.owner_id AS "ownerId", c.priority, c.moved_by AS "movedBy",
  c.moved_at AS "movedAt", c.version`;

/** What the driver gives: bigints are strings. */
export type FollowUpRecord = Omit<FollowUpRow, 'amountCents'> & { amountCents: string };

export const asFollowUp = (record: FollowUpRecord): FollowUpRow => ({
  ...record,
  amountCents: Number(record.amountCents),
});
