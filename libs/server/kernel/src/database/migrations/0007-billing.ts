import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIM_TABLES } from './0007-billing-claims.ts';

/** Claims from 837s, remittances from 835s, and the ledger that only grows. */
export class Billing1764000000007 implements MigrationInterface {
  name = 'Billing1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA billing');
    await runner.query(CLAIM_TABLES);
    await runner.query(REMITTANCE_TABLES);
    await runner.query(LEDGER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA billing CASCADE');
  }
}

// Only the primary key begins with org_id. A foreign key's check is planned once a session, often while the table is
// still empty; were there another index with org_id in front, the planner could not tell them apart, take the wrong
// one, and every row of a first big import would read all rows before it.
const REMITTANCE_TABLES = `
  CREATE TABLE billing.remittance (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    state text NOT NULL CHECK (state IN ('posting', 'posted')),
    import_id uuid NOT NULL,
    transaction_ordinal int NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    payer_id uuid NOT NULL,
    payee_name text NOT NULL,
    payee_id text NOT NULL,
    facility_id uuid,
    trace text COLLATE "C" NOT NULL,
    paid_cents bigint NOT NULL,
    paid_on date NOT NULL,
    claims int NOT NULL,
    claims_posted int NOT NULL DEFAULT 0,
    denials int NOT NULL DEFAULT 0,
    opened_at timestamptz NOT NULL,
    posted_at timestamptz,
    PRIMARY KEY (org_id, id),
    UNIQUE (fingerprint, org_id),
    UNIQUE (import_id, org_id, transaction_ordinal),
    UNIQUE (number, org_id),
    FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id),
    FOREIGN KEY (org_id, import_id) REFERENCES records.import_job (org_id, id)
  ) WITH (fillfactor = 70);
  CREATE INDEX ON billing.remittance (payer_id, org_id, id);
  CREATE INDEX ON billing.remittance (trace, org_id);

  CREATE TABLE billing.remittance_claim (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    remittance_id uuid NOT NULL,
    ordinal int NOT NULL,
    payer_id uuid NOT NULL,
    claim_id uuid,
    facility_id uuid,
    control_number text COLLATE "C" NOT NULL,
    payer_claim_number text COLLATE "C",
    status text NOT NULL,
    is_reversal boolean NOT NULL,
    reverses_id uuid,
    reversed_by_id uuid,
    -- The patient as the remittance names him, for claims we never saw.
    patient_last_name text NOT NULL,
    patient_first_name text NOT NULL,
    member_id text,
    service_from date,
    charge_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    patient_cents bigint NOT NULL,
    denied_cents bigint NOT NULL,
    denials int NOT NULL,
    posted_at timestamptz NOT NULL,
    linked_at timestamptz,
    PRIMARY KEY (org_id, id),
    UNIQUE (remittance_id, org_id, ordinal),
    FOREIGN KEY (org_id, remittance_id) REFERENCES billing.remittance (org_id, id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  ) WITH (fillfactor = 90);
  CREATE INDEX ON billing.remittance_claim (control_number, org_id);
  CREATE INDEX ON billing.remittance_claim (payer_claim_number, org_id);
  CREATE INDEX ON billing.remittance_claim (claim_id, org_id) WHERE claim_id IS NOT NULL;

  CREATE TABLE billing.remittance_line (
    org_id uuid NOT NULL,
    remittance_claim_id uuid NOT NULL,
    ordinal int NOT NULL,
    procedure text,
    modifiers text NOT NULL,
    revenue_code text,
    units numeric NOT NULL,
    charge_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    service_from date,
    control_number text COLLATE "C",
    PRIMARY KEY (org_id, remittance_claim_id, ordinal),
    FOREIGN KEY (org_id, remittance_claim_id) REFERENCES billing.remittance_claim (org_id, id)
  );

  -- One row for each (claim or line, group code, CARC): the unit of a denial. line_ordinal NULL: claim level.
  CREATE TABLE billing.adjustment (
    org_id uuid NOT NULL,
    remittance_claim_id uuid NOT NULL,
    id uuid NOT NULL,
    line_ordinal int,
    group_code text NOT NULL CHECK (group_code IN ('CO', 'PR', 'OA', 'PI', 'CR')),
    carc text NOT NULL,
    cents bigint NOT NULL,
    is_denial boolean NOT NULL,
    PRIMARY KEY (org_id, remittance_claim_id, id),
    FOREIGN KEY (org_id, remittance_claim_id) REFERENCES billing.remittance_claim (org_id, id)
  );

  CREATE TABLE billing.remark (
    org_id uuid NOT NULL,
    remittance_claim_id uuid NOT NULL,
    ordinal int NOT NULL,
    line_ordinal int,
    code text NOT NULL,
    PRIMARY KEY (org_id, remittance_claim_id, ordinal),
    FOREIGN KEY (org_id, remittance_claim_id) REFERENCES billing.remittance_claim (org_id, id)
  );

  CREATE TABLE billing.provider_adjustment (
    org_id uuid NOT NULL,
    remittance_id uuid NOT NULL,
    ordinal int NOT NULL,
    id uuid NOT NULL,
    provider_id text NOT NULL,
    fiscal_period_end date,
    reason text NOT NULL,
    reference text,
    cents bigint NOT NULL,
    PRIMARY KEY (org_id, remittance_id, ordinal),
    FOREIGN KEY (org_id, remittance_id) REFERENCES billing.remittance (org_id, id)
  );

  CREATE TABLE billing.posting_exception (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    import_id uuid NOT NULL,
    transaction_ordinal int NOT NULL,
    level text NOT NULL CHECK (level IN ('line', 'claim', 'transaction')),
    difference_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    payer_name text NOT NULL,
    trace text NOT NULL,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (import_id, org_id, transaction_ordinal),
    FOREIGN KEY (org_id, import_id) REFERENCES records.import_job (org_id, id)
  );

  CALL kernel.protect('billing.remittance');
  CALL kernel.protect('billing.remittance_claim');
  CALL kernel.protect('billing.remittance_line');
  CALL kernel.protect('billing.adjustment');
  CALL kernel.protect('billing.remark');
  CALL kernel.protect('billing.provider_adjustment');
  CALL kernel.protect('billing.posting_exception');
`;

const LEDGER = `
  -- Append-only (the runtime role may neither change nor delete). Each entry names the one thing it comes from.
  CREATE TABLE billing.ledger_entry (
    org_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    ordinal smallint NOT NULL,
    account text NOT NULL,
    debit_cents bigint NOT NULL,
    credit_cents bigint NOT NULL,
    reason text NOT NULL CHECK (reason IN ('claim-sent', 'decision-posted', 'claim-linked', 'payment-received')),
    claim_id uuid,
    remittance_id uuid,
    remittance_claim_id uuid,
    posted_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, batch_id, ordinal),
    CHECK (num_nonnulls(claim_id, remittance_id, remittance_claim_id) = 1),
    CHECK (debit_cents >= 0 AND credit_cents >= 0 AND (debit_cents = 0) <> (credit_cents = 0)),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id),
    FOREIGN KEY (org_id, remittance_id) REFERENCES billing.remittance (org_id, id),
    FOREIGN KEY (org_id, remittance_claim_id) REFERENCES billing.remittance_claim (org_id, id)
  );
  CREATE INDEX ON billing.ledger_entry (claim_id, org_id) WHERE claim_id IS NOT NULL;
  CREATE INDEX ON billing.ledger_entry (remittance_id, org_id) WHERE remittance_id IS NOT NULL;
  CREATE INDEX ON billing.ledger_entry (remittance_claim_id, org_id) WHERE remittance_claim_id IS NOT NULL;

  -- The database itself refuses a batch that does not add up.
  CREATE FUNCTION billing.require_balanced_batches() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM written GROUP BY org_id, batch_id HAVING sum(debit_cents) <> sum(credit_cents)) THEN
      RAISE EXCEPTION 'a ledger batch does not add up' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER balanced AFTER INSERT ON billing.ledger_entry
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION billing.require_balanced_batches();

  CALL kernel.protect('billing.ledger_entry');
`;
