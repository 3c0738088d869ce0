import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Denial cases, their denials, and every move of a case. */
export class Denials1764000000008 implements MigrationInterface {
  name = 'Denials1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA denials;

      CREATE TABLE denials.denial_case (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        remittance_claim_id uuid NOT NULL,
        remittance_id uuid NOT NULL,
        remittance_number text NOT NULL,
        claim_id uuid,
        claim_number text NOT NULL,
        payer_id uuid NOT NULL,
        payer_name text NOT NULL,
        facility_id uuid,
        patient text NOT NULL,
        stage text NOT NULL CHECK (stage IN ('new', 'triaged', 'investigating', 'waiting', 'decided', 'submitted', 'closed')),
        category text NOT NULL,
        group_code text NOT NULL,
        carc text NOT NULL,
        rarcs text[] NOT NULL,
        denial_count int NOT NULL,
        amount_cents bigint NOT NULL,
        denied_on date NOT NULL,
        -- Kind of payer rule that sets the deadline, and what it gave; is_due_stale: a rule changed, count again.
        due_kind text NOT NULL,
        due_on date,
        due_rule text,
        is_due_stale boolean NOT NULL DEFAULT false,
        -- Copied from the work item in the same transaction, so that a board is read from one table.
        item_id uuid NOT NULL,
        item_version int NOT NULL,
        owner_id uuid,
        priority int NOT NULL,
        rank int NOT NULL GENERATED ALWAYS AS (-priority) STORED,
        moved_by text,
        moved_at timestamptz,
        root_cause text,
        is_preventable boolean,
        recovered_cents bigint CHECK (recovered_cents >= 0),
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, remittance_claim_id),
        UNIQUE (org_id, number),
        FOREIGN KEY (org_id, item_id) REFERENCES worklist.work_item (org_id, id),
        FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id),
        FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
      ) WITH (fillfactor = 80);
      CREATE INDEX denial_case_stage ON denials.denial_case (org_id, stage, rank, id);
      CREATE INDEX denial_case_owner ON denials.denial_case (org_id, owner_id, stage, rank, id) WHERE owner_id IS NOT NULL;
      CREATE INDEX denial_case_payer ON denials.denial_case (org_id, payer_id, stage, rank, id);
      CREATE INDEX denial_case_claim ON denials.denial_case (org_id, claim_id) WHERE claim_id IS NOT NULL;
      CREATE INDEX denial_case_stale ON denials.denial_case (org_id, id) WHERE is_due_stale;

      -- One denial: (claim or line, group code, CARC). Its id is that of the adjustment it comes from.
      CREATE TABLE denials.denial (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        group_code text NOT NULL,
        carc text NOT NULL,
        rarcs text[] NOT NULL,
        amount_cents bigint NOT NULL,
        line_number int,
        procedure text,
        category text NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, case_id) REFERENCES denials.denial_case (org_id, id)
      );
      CREATE INDEX denial_of_case ON denials.denial (org_id, case_id, id);

      CREATE TABLE denials.case_move (
        org_id uuid NOT NULL,
        case_id uuid NOT NULL,
        version int NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        act text NOT NULL CHECK (act IN ('opened', 'moved', 'reversed', 'linked', 'deadline')),
        from_stage text,
        to_stage text NOT NULL,
        reason text,
        PRIMARY KEY (org_id, case_id, version),
        FOREIGN KEY (org_id, case_id) REFERENCES denials.denial_case (org_id, id)
      );

      CALL kernel.protect('denials.denial_case');
      CALL kernel.protect('denials.denial');
      CALL kernel.protect('denials.case_move');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA denials CASCADE');
  }
}
