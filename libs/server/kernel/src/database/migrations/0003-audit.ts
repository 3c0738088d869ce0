import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Audit entries and their hash chain (45 CFR 164.312(b)). The runtime role may only insert entries;
 * only the chainer's role may read and link them.
 */
export class Audit1764000000003 implements MigrationInterface {
  name = 'Audit1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit;

      CREATE TABLE audit.entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text,
        result text NOT NULL,
        trace_id text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (org_id, id)
      );
      CREATE INDEX ON audit.entry (org_id, at);

      CREATE TABLE audit.unlinked (
        org_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        PRIMARY KEY (org_id, entry_id),
        FOREIGN KEY (org_id, entry_id) REFERENCES audit.entry (org_id, id)
      );

      CREATE TABLE audit.link (
        org_id uuid NOT NULL,
        n bigint NOT NULL,
        entry_id uuid NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (org_id, n),
        UNIQUE (org_id, entry_id),
        FOREIGN KEY (org_id, entry_id) REFERENCES audit.entry (org_id, id)
      );

      CALL kernel.protect('audit.entry');
      CALL kernel.protect('audit.unlinked');
      CALL kernel.protect('audit.link');
      CREATE POLICY chainer_reads ON audit.entry FOR SELECT TO caseboard_chainer USING (true);
      CREATE POLICY chainer_takes ON audit.unlinked FOR ALL TO caseboard_chainer USING (true);
      CREATE POLICY chainer_links ON audit.link FOR ALL TO caseboard_chainer USING (true) WITH CHECK (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA audit CASCADE');
  }
}
