import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What modules publish for reports and search: views that look with the rights of who asks (`security_invoker`), and
 * the indexes their questions need. Every view of rows a facility may hide says so itself (`is_gated`).
 */
export class Reporting1764000000015 implements MigrationInterface {
  name = 'Reporting1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA reporting');
    await runner.query(MONEY);
    await runner.query(DENIALS);
    await runner.query(WORK);
    await runner.query(PROMISES);
    await runner.query(INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reporting CASCADE');
    await runner.query(`
      DROP INDEX worklist.item_move_actor, billing.follow_up_move_actor, threads.thread_asked_by,
        denials.case_move_actor, denials.denial_case_number_prefix, denials.denial_case_claim_prefix;
    `);
  }
}

/** Whether a row's facility is gated, for views that join it as `f`. */
const IS_GATED = 'coalesce(f.is_gated, false) AS is_gated';
const facilityOf = (alias: string) =>
  `LEFT JOIN identity.facility f ON f.org_id = ${alias}.org_id AND f.id = ${alias}.facility_id`;

const MONEY = `
  CREATE VIEW reporting.claim WITH (security_invoker = true) AS
    SELECT c.org_id, c.id, c.number, c.payer_id, p.name AS payer_name, c.facility_id, ${IS_GATED}, c.sent_at,
      c.charge_cents, coalesce(s.state, g.state, 'sent') AS state
    FROM billing.claim c
    LEFT JOIN records.payer p ON p.org_id = c.org_id AND p.id = c.payer_id
    LEFT JOIN billing.claim_standing s ON s.org_id = c.org_id AND s.claim_id = c.id
    LEFT JOIN billing.claim_progress g ON g.org_id = c.org_id AND g.claim_id = c.id
    ${facilityOf('c')};

  -- What the ledger holds of a claim: by sending it, and by every decision on it. A debit is above zero.
  CREATE VIEW reporting.claim_entry WITH (security_invoker = true) AS
    SELECT e.org_id, e.claim_id, e.account, e.debit_cents - e.credit_cents AS cents
    FROM billing.ledger_entry e WHERE e.claim_id IS NOT NULL
    UNION ALL
    SELECT e.org_id, d.claim_id, e.account, e.debit_cents - e.credit_cents AS cents
    FROM billing.ledger_entry e
    JOIN billing.remittance_claim d ON d.org_id = e.org_id AND d.id = e.remittance_claim_id
    WHERE d.claim_id IS NOT NULL;

  -- One claim on one remittance. Standing: not a reversal, not taken back, no predetermination (CLP02 25).
  CREATE VIEW reporting.decision WITH (security_invoker = true) AS
    SELECT d.org_id, d.id, d.claim_id, d.payer_id, d.facility_id, ${IS_GATED}, d.denials, d.paid_cents,
      r.paid_on AS decided_on, NOT d.is_reversal AND d.reversed_by_id IS NULL AND d.status <> '25' AS is_standing
    FROM billing.remittance_claim d
    JOIN billing.remittance r ON r.org_id = d.org_id AND r.id = d.remittance_id
    ${facilityOf('d')};
`;

const DENIALS = `
  CREATE VIEW reporting.denial WITH (security_invoker = true) AS
    SELECT d.org_id, d.id, d.case_id, c.number AS case_number, c.stage, d.group_code, d.carc, c.payer_id, c.payer_name,
      c.facility_id, ${IS_GATED}, d.amount_cents, c.denied_on,
      NOT r.is_reversal AND r.reversed_by_id IS NULL AND r.status <> '25' AS is_standing
    FROM denials.denial d
    JOIN denials.denial_case c ON c.org_id = d.org_id AND c.id = d.case_id
    JOIN billing.remittance_claim r ON r.org_id = c.org_id AND r.id = c.remittance_claim_id
    ${facilityOf('c')};
`;

const WORK = `
  CREATE VIEW reporting.work_item WITH (security_invoker = true) AS
    SELECT w.org_id, w.id, w.number, q.key AS queue_key, w.subject_type, w.subject_id, w.state, w.owner_id, w.rank,
      w.due_on, w.code, w.needs, w.amount_cents, w.facility_id, ${IS_GATED}
    FROM worklist.work_item w
    JOIN worklist.queue q ON q.org_id = w.org_id AND q.id = w.queue_id
    ${facilityOf('w')};

  -- What people did to items: finished them, moved their case a step, called the payer. What rules did has no person.
  CREATE VIEW reporting.deed WITH (security_invoker = true) AS
    SELECT m.org_id, m.item_id, m.actor, m.at, m.act, NULL AS step FROM worklist.item_move m WHERE m.act = 'done'
    UNION ALL
    SELECT m.org_id, c.item_id, m.actor, m.at, m.act, m.to_stage FROM denials.case_move m
    JOIN denials.denial_case c ON c.org_id = m.org_id AND c.id = m.case_id WHERE m.act = 'moved'
    UNION ALL
    SELECT m.org_id, c.item_id, m.actor, m.at, m.act, m.to_stage FROM billing.follow_up_move m
    JOIN billing.follow_up_case c ON c.org_id = m.org_id AND c.id = m.case_id WHERE m.act IN ('moved', 'called');
`;

const PROMISES = `
  -- Questions put to physicians. Open: neither answered nor taken back.
  CREATE VIEW reporting.query WITH (security_invoker = true) AS
    SELECT t.org_id, t.id, t.number, t.subject_number, t.state, t.facility_id, ${IS_GATED}, t.asked_by, t.recipient_id,
      t.asked_at, t.due_at, CASE WHEN t.state = 'retracted' THEN 'retracted' WHEN t.answer IS NOT NULL THEN 'answered'
        WHEN t.state = 'closed' THEN 'closed' ELSE 'open' END AS progress
    FROM threads.thread t ${facilityOf('t')} WHERE t.kind = 'query';

  -- Answers somebody waits for, with the day: of payers (a plain date), of physicians (a moment).
  CREATE VIEW reporting.promise WITH (security_invoker = true) AS
    SELECT c.org_id, c.owner_id AS user_id, c.item_id AS id, c.number, 'follow-up' AS queue_key,
      'follow-up' AS subject_type, c.id AS subject_id, c.payer_name || ' promised an answer' AS words, c.promised_on,
      NULL::timestamptz AS due_at, c.amount_cents, c.facility_id, ${IS_GATED}
    FROM billing.follow_up_case c ${facilityOf('c')} WHERE c.stage = 'promised' AND c.owner_id IS NOT NULL
    UNION ALL
    SELECT q.org_id, q.asked_by, q.id, q.number, 'queries', 'query', q.id, 'Answer due on ' || q.subject_number, NULL,
      q.due_at, NULL, q.facility_id, q.is_gated
    FROM reporting.query q WHERE q.progress = 'open' AND q.due_at IS NOT NULL;
`;

const INDEXES = `
  CREATE INDEX item_move_actor ON worklist.item_move (actor, org_id, at) WHERE act = 'done';
  CREATE INDEX follow_up_move_actor ON billing.follow_up_move (actor, org_id, at) WHERE act IN ('moved', 'called');
  CREATE INDEX thread_asked_by ON threads.thread (asked_by, org_id, due_at) WHERE kind = 'query';
  CREATE INDEX case_move_actor ON denials.case_move (actor, org_id, at) WHERE act = 'moved';
  -- Prefixes as ranges over text in the C collation: leakproof, so that row-level security lets them use the index.
  CREATE INDEX denial_case_number_prefix ON denials.denial_case (number COLLATE "C", org_id);
  CREATE INDEX denial_case_claim_prefix ON denials.denial_case (claim_number COLLATE "C", org_id);
`;
