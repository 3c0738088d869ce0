import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What patients owe and pay, statements, and the part of the one ledger that holds patients' payments. */
export class PatientAccounts1764000000014 implements MigrationInterface {
  name = 'PatientAccounts1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA patient_accounts');
    await runner.query(TABLES);
    await runner.query(LEDGER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE billing.ledger_entry DROP COLUMN patient_payment_id');
    await runner.query('DROP SCHEMA patient_accounts CASCADE');
  }
}

const TABLES = `
  -- One account a patient. Its sums are those of the ledger, written in the transaction that changes them.
  CREATE TABLE patient_accounts.account (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    patient_id uuid NOT NULL,
    -- The records were merged: the other account speaks for this one.
    folded_into_id uuid,
    state text NOT NULL CHECK (state IN
      ('insurance-pending', 'patient-balance', 'statement-1', 'statement-2', 'final-notice', 'paid', 'refund-due')),
    balance_cents bigint NOT NULL CHECK (balance_cents >= 0),
    held_cents bigint NOT NULL CHECK (held_cents >= 0),
    insurance_cents bigint NOT NULL,
    credit_cents bigint NOT NULL CHECK (credit_cents >= 0),
    -- Facilities of its visits: it is seen by those who may see all of them.
    facility_ids uuid[] NOT NULL,
    -- Statements that counted since something was owed, and the day of the last that counted.
    statements_counted int NOT NULL DEFAULT 0,
    counted_on date,
    last_statement_on date,
    opened_at timestamptz NOT NULL,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, patient_id),
    UNIQUE (org_id, number),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, folded_into_id) REFERENCES patient_accounts.account (org_id, id)
  ) WITH (fillfactor = 80);
  CREATE INDEX account_balance ON patient_accounts.account (org_id, balance_cents, id) WHERE folded_into_id IS NULL;
  CREATE INDEX account_folded ON patient_accounts.account (org_id, folded_into_id) WHERE folded_into_id IS NOT NULL;

  -- Merged records of patients, as the events of records tell it.
  CREATE TABLE patient_accounts.merged_patient (
    org_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    into_id uuid NOT NULL,
    PRIMARY KEY (org_id, patient_id)
  );
  CREATE INDEX merged_patient_into ON patient_accounts.merged_patient (org_id, into_id);

  -- Denial cases of claims, as the events of denials tell it: an open one holds the visit.
  CREATE TABLE patient_accounts.denial_hold (
    org_id uuid NOT NULL,
    case_id uuid NOT NULL,
    claim_id uuid,
    is_open boolean NOT NULL,
    PRIMARY KEY (org_id, case_id)
  );
  CREATE INDEX denial_hold_claim ON patient_accounts.denial_hold (org_id, claim_id) WHERE is_open;

  -- Append-only, like the three tables after it.
  CREATE TABLE patient_accounts.patient_payment (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    account_id uuid NOT NULL,
    cents bigint NOT NULL CHECK (cents > 0),
    method text NOT NULL CHECK (method IN ('card', 'check', 'cash', 'bank', 'other')),
    received_on date NOT NULL,
    reference text,
    -- The visit the patient named.
    claim_id uuid,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, number),
    FOREIGN KEY (org_id, account_id) REFERENCES patient_accounts.account (org_id, id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );
  CREATE INDEX patient_payment_account ON patient_accounts.patient_payment (org_id, account_id, id);

  CREATE TABLE patient_accounts.payment_reversal (
    org_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    reason text NOT NULL,
    reversed_by text NOT NULL,
    reversed_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, payment_id),
    FOREIGN KEY (org_id, payment_id) REFERENCES patient_accounts.patient_payment (org_id, id)
  );

  -- What of a payment went to a visit; below zero when it came back. The sum is what is applied.
  CREATE TABLE patient_accounts.payment_application (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    cents bigint NOT NULL CHECK (cents <> 0),
    applied_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, payment_id) REFERENCES patient_accounts.patient_payment (org_id, id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );
  CREATE INDEX payment_application_payment ON patient_accounts.payment_application (org_id, payment_id);

  CREATE TABLE patient_accounts.statement (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    account_id uuid NOT NULL,
    as_of bigint NOT NULL,
    printed_at timestamptz NOT NULL,
    printed_by text NOT NULL,
    due_on date NOT NULL,
    balance_cents bigint NOT NULL CHECK (balance_cents > 0),
    content jsonb NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, number),
    FOREIGN KEY (org_id, account_id) REFERENCES patient_accounts.account (org_id, id)
  );
  CREATE INDEX statement_account ON patient_accounts.statement (org_id, account_id, id);

  CALL kernel.protect('patient_accounts.account');
  CALL kernel.protect('patient_accounts.merged_patient');
  CALL kernel.protect('patient_accounts.denial_hold');
  CALL kernel.protect('patient_accounts.patient_payment');
  CALL kernel.protect('patient_accounts.payment_reversal');
  CALL kernel.protect('patient_accounts.payment_application');
  CALL kernel.protect('patient_accounts.statement');
`;

const LEDGER = `
  ALTER TABLE billing.ledger_entry
    ADD COLUMN patient_payment_id uuid,
    DROP CONSTRAINT ledger_entry_reason_check,
    ADD CONSTRAINT ledger_entry_reason_check CHECK (reason IN ('claim-sent', 'decision-posted', 'claim-linked',
      'payment-received', 'patient-payment', 'payment-applied', 'payment-reversed')),
    DROP CONSTRAINT ledger_entry_check,
    ADD CONSTRAINT ledger_entry_one_source
      CHECK (num_nonnulls(claim_id, remittance_id, remittance_claim_id, patient_payment_id) = 1),
    ADD FOREIGN KEY (org_id, patient_payment_id) REFERENCES patient_accounts.patient_payment (org_id, id);
  CREATE INDEX ON billing.ledger_entry (patient_payment_id, org_id) WHERE patient_payment_id IS NOT NULL;
  CREATE INDEX ON billing.claim (patient_id, org_id, id);
`;
