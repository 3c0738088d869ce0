import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, people, teams, facilities; what they sign in with; sessions, links, counted guesses. */
export class Identity1764000000004 implements MigrationInterface {
  name = 'Identity1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(ACCESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}

const PEOPLE = `
  CREATE SCHEMA identity;

  CREATE TABLE identity.organisation (
    org_id uuid PRIMARY KEY,
    id uuid NOT NULL GENERATED ALWAYS AS (org_id) STORED,
    key text NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE identity.user_account (
    org_id uuid NOT NULL REFERENCES identity.organisation (org_id),
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    initials text NOT NULL,
    roles text[] NOT NULL CHECK (cardinality(roles) > 0),
    state text NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
    version int NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, email)
  );
  CREATE INDEX ON identity.user_account (org_id, name, id);

  CREATE TABLE identity.team (
    org_id uuid NOT NULL REFERENCES identity.organisation (org_id),
    id uuid NOT NULL,
    name text NOT NULL,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id)
  );
  CREATE UNIQUE INDEX team_name ON identity.team (org_id, lower(name));

  CREATE TABLE identity.team_member (
    org_id uuid NOT NULL,
    team_id uuid NOT NULL,
    user_id uuid NOT NULL,
    PRIMARY KEY (org_id, team_id, user_id),
    FOREIGN KEY (org_id, team_id) REFERENCES identity.team (org_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id)
  );
  CREATE INDEX ON identity.team_member (org_id, user_id);

  CREATE TABLE identity.facility (
    org_id uuid NOT NULL REFERENCES identity.organisation (org_id),
    id uuid NOT NULL,
    name text NOT NULL,
    npi text,
    is_gated boolean NOT NULL DEFAULT false,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id)
  );
  CREATE UNIQUE INDEX facility_name ON identity.facility (org_id, lower(name));

  CREATE TABLE identity.user_facility (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    facility_id uuid NOT NULL,
    PRIMARY KEY (org_id, user_id, facility_id),
    FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
  );
`;

// Signing in crosses organisations, because nobody is known yet. Each purpose reads only what it needs:
// sign-in the hashes by email and the names of organisations, session what a principal is made of, link the
// links. The throttle has no organisation: the account it counts for need not exist.
const ACCESS = `
  CREATE TABLE identity.credential (
    org_id uuid NOT NULL,
    user_id uuid NOT NULL,
    email text NOT NULL,
    password_hash text NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id),
    FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id)
  );
  CREATE INDEX ON identity.credential (email);

  CREATE TABLE identity.session (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash text NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id)
  ) WITH (fillfactor = 70);
  CREATE INDEX ON identity.session (token_hash);
  CREATE INDEX ON identity.session (org_id, user_id);

  CREATE TABLE identity.link (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('invitation', 'reset')),
    token_hash text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id)
  );
  CREATE INDEX ON identity.link (token_hash);
  CREATE INDEX ON identity.link (org_id, user_id);

  CREATE TABLE identity.throttle (
    key text PRIMARY KEY,
    points int NOT NULL DEFAULT 0,
    expire bigint
  ) WITH (fillfactor = 50);

  CALL kernel.protect('identity.organisation');
  CALL kernel.protect('identity.user_account');
  CALL kernel.protect('identity.team');
  CALL kernel.protect('identity.team_member');
  CALL kernel.protect('identity.facility');
  CALL kernel.protect('identity.user_facility');
  CALL kernel.protect('identity.credential');
  CALL kernel.protect('identity.session');
  CALL kernel.protect('identity.link');

  ALTER TABLE identity.throttle ENABLE ROW LEVEL SECURITY;
  ALTER TABLE identity.throttle FORCE ROW LEVEL SECURITY;
  CREATE POLICY sign_in_counts ON identity.throttle
    USING (kernel.purpose() = 'sign-in') WITH CHECK (kernel.purpose() = 'sign-in');

  CREATE POLICY sign_in_reads ON identity.credential FOR SELECT USING (kernel.purpose() = 'sign-in');
  CREATE POLICY sign_in_reads ON identity.organisation FOR SELECT USING (kernel.purpose() = 'sign-in');
  CREATE POLICY session_reads ON identity.session FOR SELECT USING (kernel.purpose() = 'session');
  CREATE POLICY session_seen ON identity.session FOR UPDATE
    USING (kernel.purpose() = 'session') WITH CHECK (kernel.purpose() = 'session');
  CREATE POLICY session_reads ON identity.user_account FOR SELECT USING (kernel.purpose() = 'session');
  CREATE POLICY session_reads ON identity.team_member FOR SELECT USING (kernel.purpose() = 'session');
  CREATE POLICY session_reads ON identity.user_facility FOR SELECT USING (kernel.purpose() = 'session');
  CREATE POLICY link_reads ON identity.link FOR SELECT USING (kernel.purpose() = 'link');
`;
