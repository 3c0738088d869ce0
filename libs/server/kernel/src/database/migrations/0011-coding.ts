import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coding cases with what they wait for and what happened to them; code-set releases and who uses which. */
export class Coding1764000000011 implements MigrationInterface {
  name = 'Coding1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA coding;

      CREATE TABLE coding.coding_case (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text COLLATE "C" NOT NULL,
        encounter_id uuid NOT NULL,
        -- Copied from the encounter whenever it comes in, so that a list is read from one table.
        encounter_number text COLLATE "C" NOT NULL,
        class text NOT NULL,
        patient text NOT NULL,
        started_on date,
        ended_on date,
        facility_id uuid,
        state text NOT NULL CHECK (state IN ('not-ready', 'ready', 'in-progress', 'pended', 'coded', 'finalized', 'billed', 'reopened')),
        -- The whole list is written at once and read at once.
        codes jsonb NOT NULL DEFAULT '[]',
        findings jsonb NOT NULL DEFAULT '[]',
        open_queries int NOT NULL DEFAULT 0 CHECK (open_queries >= 0),
        due_on date,
        due_rule text,
        -- Copied from the work item in the same transaction.
        item_id uuid NOT NULL,
        item_version int NOT NULL,
        owner_id uuid,
        priority int NOT NULL,
        rank int NOT NULL GENERATED ALWAYS AS (-priority) STORED,
        finalized_by text,
        finalized_at timestamptz,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, encounter_id),
        UNIQUE (org_id, number),
        FOREIGN KEY (org_id, encounter_id) REFERENCES records.encounter (org_id, id),
        FOREIGN KEY (org_id, item_id) REFERENCES worklist.work_item (org_id, id),
        FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
      ) WITH (fillfactor = 80);
      CREATE INDEX coding_case_state ON coding.coding_case (org_id, state, rank, id);
      CREATE INDEX coding_case_owner ON coding.coding_case (org_id, owner_id, state, rank, id) WHERE owner_id IS NOT NULL;
      CREATE INDEX coding_case_encounter_number ON coding.coding_case (org_id, encounter_number, id);

      -- Why a chart waits. One pend a query; answering the query clears it.
      CREATE TABLE coding.pend (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        reason text NOT NULL,
        thread_id uuid,
        made_by text NOT NULL,
        made_at timestamptz NOT NULL,
        cleared_by text,
        cleared_at timestamptz,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, thread_id),
        FOREIGN KEY (org_id, case_id) REFERENCES coding.coding_case (org_id, id)
      );
      CREATE INDEX pend_of_case ON coding.pend (org_id, case_id, id);

      CREATE TABLE coding.case_move (
        org_id uuid NOT NULL,
        case_id uuid NOT NULL,
        version int NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        act text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        reason text,
        PRIMARY KEY (org_id, case_id, version),
        FOREIGN KEY (org_id, case_id) REFERENCES coding.coding_case (org_id, id)
      );

      -- Public code sets belong to nobody: a release is immutable and named by the hash of its content.
      CREATE TABLE coding.release (
        hash text NOT NULL PRIMARY KEY,
        name text NOT NULL,
        code_count int NOT NULL
      );

      CREATE TABLE coding.code (
        release_hash text NOT NULL REFERENCES coding.release (hash),
        system text NOT NULL CHECK (system IN ('icd-10-cm', 'icd-10-pcs', 'cpt', 'hcpcs')),
        code text COLLATE "C" NOT NULL,
        words text NOT NULL,
        is_billable boolean NOT NULL,
        is_poa_exempt boolean NOT NULL,
        is_manifestation boolean NOT NULL,
        PRIMARY KEY (release_hash, system, code)
      );
      CREATE INDEX code_by_code ON coding.code (release_hash, code, system);

      -- Words of a code, one a row: found by ranges, which an index can do under any collation and protection.
      CREATE TABLE coding.code_token (
        release_hash text NOT NULL,
        token text COLLATE "C" NOT NULL,
        system text NOT NULL,
        code text COLLATE "C" NOT NULL,
        PRIMARY KEY (release_hash, token, system, code),
        FOREIGN KEY (release_hash, system, code) REFERENCES coding.code (release_hash, system, code)
      );
      CREATE INDEX token_of_code ON coding.code_token (release_hash, system, code, token);

      -- Which release an organisation codes with, for dates of service from and to (inclusive). No reference: releases
      -- belong to nobody and are never taken away.
      CREATE TABLE coding.active_release (
        org_id uuid NOT NULL,
        release_hash text NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        PRIMARY KEY (org_id, release_hash)
      );

      CALL kernel.protect('coding.coding_case');
      CALL kernel.protect('coding.pend');
      CALL kernel.protect('coding.case_move');
      CALL kernel.protect('coding.active_release');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA coding CASCADE');
  }
}
