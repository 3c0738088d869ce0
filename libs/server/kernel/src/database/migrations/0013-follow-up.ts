import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOLLOW_UP_TABLES } from './0013-follow-up-cases.ts';

/** Claims made here on their way out (fees, builds, submissions), and follow-up on those nobody answers. */
export class FollowUp1764000000013 implements MigrationInterface {
  name = 'FollowUp1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MADE_HERE);
    await runner.query(FOLLOW_UP_TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE billing.payer_call, billing.follow_up_move, billing.follow_up_case, billing.claim_making, billing.claim_build, billing.fee;
      DROP FUNCTION billing.due_after;
      ALTER TABLE billing.claim DROP CONSTRAINT claim_submission, DROP CONSTRAINT claim_sent_to, ALTER COLUMN payer_id SET NOT NULL;
      DROP TABLE billing.submission;
    `);
  }
}

const MADE_HERE = `
  CREATE TABLE billing.fee (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    revenue_code text,
    cents bigint NOT NULL CHECK (cents > 0),
    effective_from date NOT NULL,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    UNIQUE (code, org_id, effective_from)
  );

  -- One 837 that left: one interchange, one group, one set.
  CREATE TABLE billing.submission (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('professional', 'institutional')),
    facility_id uuid,
    -- ISA13 and GS06; ST02 is always 0001.
    control_number int NOT NULL,
    file_id uuid NOT NULL,
    file_name text NOT NULL,
    claims int NOT NULL,
    charge_cents bigint NOT NULL,
    sent_by text NOT NULL,
    sent_at timestamptz NOT NULL,
    acknowledged text CHECK (acknowledged IN ('accepted', 'accepted-with-errors', 'rejected')),
    PRIMARY KEY (org_id, id),
    UNIQUE (control_number, org_id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id),
    FOREIGN KEY (org_id, file_id) REFERENCES kernel.file (org_id, id)
  );
  ALTER TABLE billing.claim ADD CONSTRAINT claim_submission
    FOREIGN KEY (org_id, submission_id) REFERENCES billing.submission (org_id, id);
  -- A draft may lack its payer; a claim that was sent has one.
  ALTER TABLE billing.claim ALTER COLUMN payer_id DROP NOT NULL;
  ALTER TABLE billing.claim ADD CONSTRAINT claim_sent_to CHECK (payer_id IS NOT NULL OR sent_at IS NULL);

  -- What a claim made here was built from, and what it says on the wire once nothing bars it.
  CREATE TABLE billing.claim_build (
    org_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    revision int NOT NULL,
    content jsonb,
    barriers text[] NOT NULL,
    -- Codes without a price: a fee saved for one of them builds the draft again.
    unpriced text[] NOT NULL,
    is_stale boolean NOT NULL DEFAULT false,
    -- Codes were finalized again after the claim had left.
    late_revision int,
    PRIMARY KEY (org_id, claim_id),
    UNIQUE (encounter_id, org_id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );
  CREATE INDEX ON billing.claim_build (claim_id, org_id) WHERE is_stale;
  CREATE INDEX ON billing.claim_build (claim_id, org_id, encounter_id) WHERE barriers <> '{}';

  CREATE TABLE billing.claim_making (
    org_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    ordinal int NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    act text NOT NULL CHECK (act IN ('made', 'built-again', 'priced-again', 'changed-after-sent')),
    revision int NOT NULL,
    barriers int NOT NULL,
    charge_cents bigint NOT NULL,
    PRIMARY KEY (org_id, claim_id, ordinal),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );

  CALL kernel.protect('billing.fee');
  CALL kernel.protect('billing.submission');
  CALL kernel.protect('billing.claim_build');
  CALL kernel.protect('billing.claim_making');
`;
