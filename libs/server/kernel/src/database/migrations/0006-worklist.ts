import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Queues, work items with their stored priority, and what happened to each item. */
export class Worklist1764000000006 implements MigrationInterface {
  name = 'Worklist1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA worklist;

      CREATE TABLE worklist.queue (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, key)
      );

      CREATE TABLE worklist.work_item (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        queue_id uuid NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        number text NOT NULL,
        facility_id uuid,
        state text NOT NULL CHECK (state IN ('open', 'waiting', 'done')),
        owner_id uuid,
        priority int NOT NULL,
        -- Ascending twin of priority: one row comparison (rank, id) pages and picks by index.
        rank int NOT NULL GENERATED ALWAYS AS (-priority) STORED,
        -- Rank of an item that next may give out; only the index of next is in this order, so no plan walks past owned items.
        free_rank int GENERATED ALWAYS AS (CASE WHEN state = 'open' AND owner_id IS NULL THEN -priority END) STORED,
        priority_parts jsonb NOT NULL,
        rescore_at timestamptz,
        due_on date,
        due_rule text,
        code text NOT NULL,
        needs text NOT NULL,
        patient text NOT NULL,
        payer text NOT NULL,
        amount_cents bigint NOT NULL,
        opened_at timestamptz NOT NULL,
        waited_days int NOT NULL DEFAULT 0,
        waiting_since date,
        version int NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        UNIQUE (org_id, subject_type, subject_id),
        FOREIGN KEY (org_id, queue_id) REFERENCES worklist.queue (org_id, id),
        FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id),
        FOREIGN KEY (org_id, owner_id) REFERENCES identity.user_account (org_id, id)
      ) WITH (fillfactor = 80);
      CREATE INDEX work_item_pages ON worklist.work_item (org_id, queue_id, state, rank, id);
      CREATE INDEX work_item_next ON worklist.work_item (org_id, queue_id, free_rank, id) WHERE free_rank IS NOT NULL;
      CREATE INDEX work_item_owner ON worklist.work_item (org_id, owner_id, state, rank, id) WHERE owner_id IS NOT NULL;
      CREATE INDEX work_item_rescore ON worklist.work_item (org_id, rescore_at) WHERE rescore_at IS NOT NULL;
      CREATE INDEX work_item_facility ON worklist.work_item (org_id, facility_id, id) WHERE facility_id IS NOT NULL;

      CREATE TABLE worklist.item_move (
        org_id uuid NOT NULL,
        item_id uuid NOT NULL,
        version int NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        act text NOT NULL,
        owner_id uuid,
        previous_owner_id uuid,
        reason text,
        PRIMARY KEY (org_id, item_id, version),
        FOREIGN KEY (org_id, item_id) REFERENCES worklist.work_item (org_id, id)
      );

      CALL kernel.protect('worklist.queue');
      CALL kernel.protect('worklist.work_item');
      CALL kernel.protect('worklist.item_move');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA worklist CASCADE');
  }
}
