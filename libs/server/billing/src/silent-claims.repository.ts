import type { Tx } from '@caseboard/server/kernel';
import { DEFAULT_DAYS } from './follow-up.rules.ts';
import type { SilentClaim } from './follow-up.types.ts';

type Raw = Omit<SilentClaim, 'amountCents' | 'rule'> & {
  amountCents: string;
  days: number | null;
  counts: 'calendar' | 'business' | null;
  source: string | null;
};

/**
 * Claims on their way without a decision, whose payer has been silent for longer than its rule of kind `follow-up`
 * (the one in force on the day of sending) says, else three weeks. Silence begins with the day of sending, or with the
 * day a person resolved an earlier case; a void needs no answer, nor does a claim whose replacement or void left. One page by id, so that a look goes through all.
 */
export async function silentClaims(tx: Tx, afterId: string, limit: number): Promise<SilentClaim[]> {
  const rows = await tx.query<Raw>(
    `WITH here AS MATERIALIZED (SELECT o.time_zone, ($2::timestamptz AT TIME ZONE o.time_zone)::date AS today
       FROM identity.organisation o WHERE o.org_id = $1)
     SELECT c.id AS "claimId", c.number AS "claimNumber", c.control_number AS "controlNumber", c.payer_id AS "payerId",
       p.name AS "payerName", c.facility_id AS "facilityId", c.charge_cents AS "amountCents", t.first_name AS "firstName",
       t.last_name AS "lastName", coalesce(t.mrn, c.member_id) AS "recordNumber", since.day::text AS "silentSince",
       due.day::text AS "dueOn", r.days, r.counts, r.source
     FROM billing.claim c CROSS JOIN here
     JOIN records.payer p ON p.org_id = c.org_id AND p.id = c.payer_id
     JOIN records.patient t ON t.org_id = c.org_id AND t.id = c.patient_id
     LEFT JOIN billing.claim_progress g ON g.org_id = c.org_id AND g.claim_id = c.id
     LEFT JOIN LATERAL (SELECT r.days, r.counts, r.source FROM records.payer_rule r
       WHERE r.org_id = c.org_id AND r.payer_id = c.payer_id AND r.kind = 'follow-up'
         AND (c.sent_at AT TIME ZONE here.time_zone)::date BETWEEN r.effective_from AND coalesce(r.effective_to, 'infinity') LIMIT 1) r ON true
     CROSS JOIN LATERAL (SELECT greatest((c.sent_at AT TIME ZONE here.time_zone)::date,
       (SELECT max((f.moved_at AT TIME ZONE here.time_zone)::date) FROM billing.follow_up_case f
        WHERE f.org_id = c.org_id AND f.claim_id = c.id)) AS day) since
     CROSS JOIN LATERAL (SELECT billing.due_after(since.day, coalesce(r.days, $5), coalesce(r.counts, 'calendar')) AS day) due
     WHERE c.org_id = $1 AND c.id > $3 AND c.sent_at IS NOT NULL AND c.frequency <> '8'
       AND NOT EXISTS (SELECT 1 FROM billing.claim n WHERE n.org_id = c.org_id AND n.replaces_id = c.id AND n.sent_at IS NOT NULL)
       AND coalesce(g.state, 'sent') IN ('sent', 'acknowledged', 'accepted', 'payer-accepted', 'pending')
       AND NOT EXISTS (SELECT 1 FROM billing.claim_standing s WHERE s.org_id = c.org_id AND s.claim_id = c.id)
       AND NOT EXISTS (SELECT 1 FROM billing.follow_up_case f WHERE f.org_id = c.org_id AND f.claim_id = c.id AND f.stage <> 'resolved')
       AND due.day < here.today
     ORDER BY c.id LIMIT $4`,
    [tx.orgId, tx.now, afterId, limit, DEFAULT_DAYS],
  );
  return rows.map(({ days, counts, source, ...row }) => ({
    ...row,
    amountCents: Number(row.amountCents),
    rule: days === null || counts === null ? null : { days, counts, source: source ?? '' },
  }));
}
