import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payers with their dated rules, patients with their member ids, imports. */
export class Records1764000000005 implements MigrationInterface {
  name = 'Records1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA records;

      CREATE TABLE records.payer (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        name_key text NOT NULL,
        payer_code text,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, id)
      );
      COMMENT ON COLUMN records.payer.name_key IS 'The name as it is compared: letters and digits, lower case, single spaces.';
      CREATE UNIQUE INDEX payer_code_once ON records.payer (org_id, payer_code) WHERE payer_code IS NOT NULL;
      CREATE UNIQUE INDEX payer_name_once ON records.payer (org_id, name_key) WHERE payer_code IS NULL;
      CREATE INDEX ON records.payer (org_id, name_key, id);

      CREATE TABLE records.payer_rule (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        payer_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('appeal', 'corrected-claim', 'timely-filing', 'records')),
        days int NOT NULL CHECK (days BETWEEN 1 AND 3650),
        counts text NOT NULL CHECK (counts IN ('calendar', 'business')),
        effective_from date NOT NULL,
        effective_to date CHECK (effective_to >= effective_from),
        source text NOT NULL,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id)
      );
      COMMENT ON COLUMN records.payer_rule.effective_to IS 'Last day it covers; NULL is until further notice. No two of a kind overlap: checked under the payer''s lock.';
      CREATE INDEX ON records.payer_rule (org_id, payer_id, kind, effective_from);

      CREATE TABLE records.patient (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        last_name text NOT NULL,
        first_name text NOT NULL,
        middle_name text NOT NULL DEFAULT '',
        suffix text NOT NULL DEFAULT '',
        name_key text NOT NULL,
        birth_date date,
        sex text CHECK (sex IN ('F', 'M', 'U')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, id)
      );
      CREATE INDEX ON records.patient (org_id, name_key, birth_date);

      CREATE TABLE records.patient_member (
        org_id uuid NOT NULL,
        payer_id uuid NOT NULL,
        member_id text NOT NULL,
        patient_id uuid NOT NULL,
        PRIMARY KEY (org_id, payer_id, member_id, patient_id),
        FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id),
        FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id)
      );
      COMMENT ON TABLE records.patient_member IS 'A family may share one member id, so the patient is part of the key.';
      CREATE INDEX ON records.patient_member (org_id, patient_id);

      CREATE TABLE records.import_job (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        encoding text NOT NULL CHECK (encoding IN ('plain', 'gzip')),
        sha256 text NOT NULL,
        bytes bigint NOT NULL,
        kind text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'checking', 'applying', 'done', 'failed', 'rejected')),
        progress real NOT NULL DEFAULT 0,
        progress_text text NOT NULL,
        counts jsonb NOT NULL DEFAULT '{}',
        faults jsonb NOT NULL DEFAULT '[]',
        error_count int NOT NULL DEFAULT 0,
        warning_count int NOT NULL DEFAULT 0,
        duplicate_of uuid,
        plan jsonb,
        cursor bigint NOT NULL DEFAULT 0,
        accepted_at timestamptz,
        attempt uuid,
        lease_until timestamptz,
        failures int NOT NULL DEFAULT 0,
        by_user_id uuid,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, file_id) REFERENCES kernel.file (org_id, id),
        FOREIGN KEY (org_id, duplicate_of) REFERENCES records.import_job (org_id, id)
      ) WITH (fillfactor = 50);
      COMMENT ON COLUMN records.import_job.faults IS 'The first 200; error_count and warning_count are of all.';
      COMMENT ON COLUMN records.import_job.cursor IS 'Ordinal of the last claim applied.';
      COMMENT ON COLUMN records.import_job.attempt IS 'Fencing token of the worker that has it until lease_until; every write of a run checks it.';
      CREATE UNIQUE INDEX import_applies_once ON records.import_job (org_id, sha256) WHERE accepted_at IS NOT NULL;
      CREATE INDEX import_unfinished ON records.import_job (org_id) WHERE state IN ('queued', 'checking', 'applying');

      CALL kernel.protect('records.payer');
      CALL kernel.protect('records.payer_rule');
      CALL kernel.protect('records.patient');
      CALL kernel.protect('records.patient_member');
      CALL kernel.protect('records.import_job');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA records CASCADE');
  }
}
