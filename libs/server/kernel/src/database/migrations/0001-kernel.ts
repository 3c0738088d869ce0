import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisation context, protection of tables, idempotency, counters, number series, files. */
export class Kernel1764000000001 implements MigrationInterface {
  name = 'Kernel1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA kernel;

      CREATE FUNCTION kernel.org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('caseboard.org', true), '')::uuid $$;
      COMMENT ON FUNCTION kernel.org() IS 'The organisation of this transaction; NULL sees nothing.';

      CREATE FUNCTION kernel.purpose() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT coalesce(current_setting('caseboard.purpose', true), '') $$;
      COMMENT ON FUNCTION kernel.purpose() IS 'tail, sign-in, session or link: the few reads that cross organisations.';

      CREATE PROCEDURE kernel.protect(target regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY org_rows ON %s USING (org_id = kernel.org()) WITH CHECK (org_id = kernel.org())', target);
      END $$;

      CREATE TABLE kernel.idempotency (
        org_id uuid NOT NULL,
        user_id uuid NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        body_hash text NOT NULL,
        reply jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, user_id, route, key)
      ) WITH (fillfactor = 80);
      CREATE INDEX ON kernel.idempotency (created_at);

      CREATE TABLE kernel.counter (
        org_id uuid NOT NULL,
        channel text NOT NULL,
        key text NOT NULL,
        count bigint NOT NULL DEFAULT 0,
        cents bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, channel, key)
      ) WITH (fillfactor = 50);

      CREATE TABLE kernel.number_series (
        org_id uuid NOT NULL,
        kind text NOT NULL,
        last bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, kind)
      ) WITH (fillfactor = 50);

      CREATE TABLE kernel.file (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        bytes bigint NOT NULL,
        sha256 text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, id)
      );
      CREATE INDEX ON kernel.file (org_id, sha256);

      CREATE TABLE kernel.file_chunk (
        org_id uuid NOT NULL,
        file_id uuid NOT NULL,
        ordinal int NOT NULL,
        nonce bytea NOT NULL,
        tag bytea NOT NULL,
        data bytea NOT NULL,
        PRIMARY KEY (org_id, file_id, ordinal)
      );
      ALTER TABLE kernel.file_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

      CALL kernel.protect('kernel.idempotency');
      CALL kernel.protect('kernel.counter');
      CALL kernel.protect('kernel.number_series');
      CALL kernel.protect('kernel.file');
      CALL kernel.protect('kernel.file_chunk');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA kernel CASCADE');
  }
}
