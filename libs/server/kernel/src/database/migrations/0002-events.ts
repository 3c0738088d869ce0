import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event log: streams, events, deliveries, reaction cursors, and the only way to append. */
export class Events1764000000002 implements MigrationInterface {
  name = 'Events1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA events;

      CREATE TABLE events.stream (
        org_id uuid PRIMARY KEY,
        base bigint NOT NULL DEFAULT 0,
        floor bigint NOT NULL DEFAULT 0,
        epoch uuid NOT NULL DEFAULT gen_random_uuid(),
        timeline int NOT NULL
      );

      CREATE TABLE events.event (
        org_id uuid NOT NULL,
        seq bigint NOT NULL,
        name text NOT NULL,
        version int NOT NULL,
        id text NOT NULL,
        actor text NOT NULL,
        at timestamptz NOT NULL,
        data jsonb NOT NULL,
        access_users uuid[] NOT NULL DEFAULT '{}',
        reason text,
        PRIMARY KEY (org_id, seq)
      );
      CREATE INDEX ON events.event (at, org_id);

      CREATE TABLE events.delivery (
        org_id uuid NOT NULL,
        channel text NOT NULL,
        seq bigint NOT NULL,
        kind text NOT NULL,
        id text NOT NULL,
        op text NOT NULL CHECK (op IN ('put', 'leave', 'touch')),
        reason text,
        PRIMARY KEY (org_id, channel, seq, kind, id)
      );
      CREATE INDEX ON events.delivery (org_id, seq);

      CREATE TABLE events.reaction_cursor (
        org_id uuid NOT NULL,
        consumer text NOT NULL,
        seq bigint NOT NULL,
        failures int NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, consumer)
      ) WITH (fillfactor = 50);

      CREATE TABLE events.parked (
        org_id uuid NOT NULL,
        consumer text NOT NULL,
        subject text NOT NULL,
        seq bigint NOT NULL,
        error text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (org_id, consumer, seq)
      );
      CREATE INDEX ON events.parked (org_id, consumer, subject);

      CALL kernel.protect('events.stream');
      CALL kernel.protect('events.event');
      CALL kernel.protect('events.delivery');
      CALL kernel.protect('events.reaction_cursor');
      CALL kernel.protect('events.parked');
      CREATE POLICY tail_reads ON events.stream FOR SELECT USING (kernel.purpose() = 'tail');
      CREATE POLICY tail_reads ON events.event FOR SELECT USING (kernel.purpose() = 'tail');
      CREATE POLICY tail_reads ON events.delivery FOR SELECT USING (kernel.purpose() = 'tail');

      -- Not max(seq): a session plans this once, often while the log is still empty, and max() then becomes a scan of
      -- the whole log for as long as the session lives. This form has only the backward index scan.
      CREATE FUNCTION events.head(p_org uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
        SELECT greatest(s.base, coalesce((
          SELECT e.seq FROM events.event e WHERE e.org_id = s.org_id AND e.seq > 0 ORDER BY e.seq DESC LIMIT 1), 0))
        FROM events.stream s WHERE s.org_id = p_org
      $$;

      -- VOLATILE on purpose: after the lock each statement sees what committed before it was granted,
      -- so sequence order is visibility order. Nothing updates events.stream here: a counter row would
      -- leave dead versions and halve the rate beside one old snapshot.
      CREATE FUNCTION events.append(p_org uuid, p_events jsonb) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY INVOKER AS $$
      DECLARE
        last bigint;
      BEGIN
        PERFORM 1 FROM events.stream WHERE org_id = p_org FOR NO KEY UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'no event stream for this organisation';
        END IF;
        last := events.head(p_org);
        INSERT INTO events.event (org_id, seq, name, version, id, actor, at, data, access_users, reason)
        SELECT p_org, last + e.ordinality, x.name, x.version, x.id, x.actor, x.at, x.data, x.access_users, x.reason
        FROM jsonb_array_elements(p_events) WITH ORDINALITY e,
          jsonb_to_record(e.value) AS x(name text, version int, id text, actor text, at timestamptz, data jsonb, access_users uuid[], reason text);
        INSERT INTO events.delivery (org_id, channel, seq, kind, id, op, reason)
        SELECT p_org, d.channel, last + e.ordinality, d.kind, d.id, d.op, d.reason
        FROM jsonb_array_elements(p_events) WITH ORDINALITY e,
          jsonb_to_recordset(e.value -> 'deliveries') AS d(channel text, kind text, id text, op text, reason text);
        RETURN last + jsonb_array_length(p_events);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA events CASCADE');
  }
}
