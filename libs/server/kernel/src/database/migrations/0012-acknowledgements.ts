import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes back for a claim before it is adjudicated, and the claims that come back rejected. */
export class Acknowledgements1764000000012 implements MigrationInterface {
  name = 'Acknowledgements1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIMS_MADE_HERE);
    await runner.query(PROGRESS);
    await runner.query(ACKNOWLEDGEMENTS);
    await runner.query(REJECTIONS);
    await runner.query(FOLLOW_UP_RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.rejection_case, billing.acknowledgement, billing.acknowledged_set, billing.claim_progress;
      ALTER TABLE billing.claim DROP COLUMN origin, DROP COLUMN encounter_id, DROP COLUMN submission_id,
        DROP COLUMN made_at, DROP COLUMN group_control_number, DROP COLUMN set_control_number,
        ALTER COLUMN import_id SET NOT NULL, ALTER COLUMN sent_at SET NOT NULL;
    `);
  }
}

const CLAIMS_MADE_HERE = `
  ALTER TABLE billing.claim
    ADD COLUMN origin text NOT NULL DEFAULT 'elsewhere' CHECK (origin IN ('here', 'elsewhere')),
    ADD COLUMN encounter_id uuid,
    ADD COLUMN submission_id uuid,
    ADD COLUMN made_at timestamptz,
    -- GS06 and ST02 of the 837 it left in: what a 999 answers to.
    ADD COLUMN group_control_number text COLLATE "C",
    ADD COLUMN set_control_number text COLLATE "C",
    ALTER COLUMN import_id DROP NOT NULL,
    ALTER COLUMN sent_at DROP NOT NULL;
  COMMENT ON TABLE billing.claim IS 'A claim as it was sent; only one made here and not sent yet may change.';
  CREATE INDEX ON billing.claim (group_control_number, org_id, set_control_number, id) WHERE group_control_number IS NOT NULL;
  CREATE INDEX ON billing.claim (patient_id, org_id);
  CREATE INDEX ON billing.claim (encounter_id, org_id) WHERE encounter_id IS NOT NULL;
  CREATE INDEX ON billing.claim (submission_id, org_id) WHERE submission_id IS NOT NULL;
`;

const PROGRESS = `
  -- How far a claim came before anything was decided on it. No row: sent. What was decided (claim_standing) goes before.
  CREATE TABLE billing.claim_progress (
    org_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('draft', 'ready', 'sent', 'acknowledged', 'accepted', 'rejected',
      'payer-accepted', 'pending', 'info-requested')),
    changed_at timestamptz NOT NULL,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, claim_id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  ) WITH (fillfactor = 80);
  CREATE INDEX ON billing.claim_progress (state, org_id, claim_id);
  CALL kernel.protect('billing.claim_progress');
`;

const ACKNOWLEDGEMENTS = `
  -- One answer of a 999 to one transaction set of an 837, whether or not its claims are on record.
  CREATE TABLE billing.acknowledged_set (
    org_id uuid NOT NULL,
    import_id uuid NOT NULL,
    ordinal int NOT NULL,
    group_control_number text COLLATE "C" NOT NULL,
    set_control_number text COLLATE "C" NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'accepted-with-errors', 'rejected')),
    sender text NOT NULL,
    statuses jsonb NOT NULL,
    claims int NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, import_id, ordinal),
    FOREIGN KEY (org_id, import_id) REFERENCES records.import_job (org_id, id)
  );
  CREATE INDEX ON billing.acknowledged_set (group_control_number, org_id);

  -- One answer about one claim; all are kept. claim_id NULL: no claim on record has this number.
  CREATE TABLE billing.acknowledgement (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    claim_id uuid,
    import_id uuid NOT NULL,
    -- Position of the answer in its file, from 1; a 999 answers for every claim of a set at once.
    ordinal int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('999', '277ca', '277')),
    sender text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'forwarded', 'pending', 'info-requested',
      'finalized', 'not-found')),
    control_number text COLLATE "C" NOT NULL,
    payer_claim_number text COLLATE "C",
    statuses jsonb NOT NULL,
    answered_on date,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE NULLS NOT DISTINCT (import_id, org_id, ordinal, claim_id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id),
    FOREIGN KEY (org_id, import_id) REFERENCES records.import_job (org_id, id)
  );
  CREATE INDEX ON billing.acknowledgement (claim_id, org_id) WHERE claim_id IS NOT NULL;
  CREATE INDEX ON billing.acknowledgement (control_number, org_id) WHERE claim_id IS NULL;

  CALL kernel.protect('billing.acknowledged_set');
  CALL kernel.protect('billing.acknowledgement');
`;

const REJECTIONS = `
  CREATE TABLE billing.rejection_case (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'resolved')),
    claim_id uuid NOT NULL,
    acknowledgement_id uuid NOT NULL,
    claim_number text COLLATE "C" NOT NULL,
    control_number text COLLATE "C" NOT NULL,
    patient text NOT NULL,
    payer_id uuid NOT NULL,
    payer_name text NOT NULL,
    facility_id uuid,
    source text NOT NULL CHECK (source IN ('999', '277ca', '277')),
    statuses jsonb NOT NULL,
    charge_cents bigint NOT NULL,
    rejected_on date NOT NULL,
    opened_at timestamptz NOT NULL,
    due_on date,
    due_rule text,
    resolution text,
    note text,
    resolved_by text,
    resolved_at timestamptz,
    -- Copied from the work item in the same transaction.
    item_id uuid NOT NULL,
    item_version int NOT NULL,
    owner_id uuid,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    UNIQUE (number, org_id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id),
    FOREIGN KEY (org_id, acknowledgement_id) REFERENCES billing.acknowledgement (org_id, id),
    FOREIGN KEY (org_id, item_id) REFERENCES worklist.work_item (org_id, id),
    CHECK ((state = 'resolved') = (resolved_at IS NOT NULL))
  ) WITH (fillfactor = 80);
  CREATE UNIQUE INDEX rejection_open_once ON billing.rejection_case (claim_id, org_id) WHERE state = 'open';
  CREATE INDEX ON billing.rejection_case (claim_id, org_id);
  CREATE INDEX ON billing.rejection_case (state, org_id, id);
  CREATE INDEX ON billing.rejection_case (item_id, org_id);
  CALL kernel.protect('billing.rejection_case');
`;

const FOLLOW_UP_RULES = `
  ALTER TABLE records.payer_rule DROP CONSTRAINT IF EXISTS payer_rule_kind_check;
  ALTER TABLE records.payer_rule ADD CONSTRAINT payer_rule_kind_check
    CHECK (kind IN ('appeal', 'corrected-claim', 'timely-filing', 'records', 'follow-up'));
`;
