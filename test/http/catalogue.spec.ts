import { runSql } from '@caseboard/testing';
import { startCaseboard } from './caseboard.ts';
import type { Caseboard } from './caseboard.ts';

/** Tables of no organisation: counted guesses, public code sets, what ran, and the job queue, whose payloads are ids. */
const OF_NOBODY = /^(identity\.throttle|coding\.(release|code|code_token)|public\.caseboard_migration|pgboss\.\w+)$/;

const OURS = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

const HAS_ORG = `EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped)`;
const tables = (where: string) => `
  SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OURS} AND ${where} ORDER BY 1`;

/** What must not be in the catalogue (reliability T21): each query names the offenders. */
const FAULTS = {
  'a table of an organisation without forced row-level security': tables(
    `c.relkind IN ('r', 'p') AND ${HAS_ORG} AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`,
  ),
  'a key that another organisation’s row could be in the way of': `
    SELECT n.nspname || '.' || c.relname AS name FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE ${OURS} AND i.indisunique AND ${HAS_ORG}
      AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND a.attnum = ANY(i.indkey))`,
  'a reference that could lead to another organisation’s row': `
    SELECT n.nspname || '.' || c.relname AS name FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE k.contype = 'f' AND ${OURS} AND ${HAS_ORG}
      AND NOT EXISTS (
        SELECT 1 FROM unnest(k.conkey, k.confkey) AS pair(own, other)
        JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attnum = pair.own
        JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = pair.other
        WHERE o.attname = 'org_id' AND t.attname = 'org_id')`,
  'a materialised view': tables(`c.relkind = 'm'`),
  'a view that reads as its owner': tables(
    `c.relkind = 'v' AND NOT coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false)`,
  ),
  'a function that runs as its definer': `
    SELECT n.nspname || '.' || p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE ${OURS} AND p.prosecdef`,
};

/** One thing per fault that each query must name. */
const SEEDED = `
  CREATE TABLE kernel.seeded_open (org_id uuid PRIMARY KEY);
  CREATE TABLE kernel.seeded_key (org_id uuid, email text UNIQUE, user_id uuid);
  CREATE TABLE kernel.seeded_reference (org_id uuid, email text REFERENCES kernel.seeded_key (email));
  CREATE MATERIALIZED VIEW kernel.seeded_copy AS SELECT 1 AS one;
  CREATE VIEW kernel.seeded_view AS SELECT org_id FROM identity.user_account;
  CREATE FUNCTION kernel.seeded_function() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`;

describe('the database’s own walls between organisations', () => {
  let caseboard: Caseboard;
  let runtime: string;
  beforeAll(async () => {
    caseboard = await startCaseboard('users');
    runtime = decodeURIComponent(new URL(caseboard.database.url).username);
  }, 60_000);
  afterAll(() => caseboard.close());

  const names = async (sql: string) => (await runSql(caseboard.database.ownerUrl, sql)).map((row) => String(row.name));
  const inCatalogue = (where: string) => names(tables(where));

  it('name the organisation in every table, but for those that belong to none', async () => {
    const without = await inCatalogue(`c.relkind IN ('r', 'p') AND NOT ${HAS_ORG}`);
    expect(without.filter((name) => !OF_NOBODY.test(name))).toEqual([]);
    expect((await inCatalogue(`c.relkind IN ('r', 'p') AND ${HAS_ORG}`)).length).toBeGreaterThan(25);
  });

  it.each(Object.entries(FAULTS))('hold nowhere %s', async (_, query) => {
    expect(await names(query)).toEqual([]);
  });

  it('serve through a role that owns nothing and cannot pass by', async () => {
    const [role] = await runSql(
      caseboard.database.ownerUrl,
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = '${runtime}'`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    expect(
      await names(
        `SELECT g.rolname AS name FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = '${runtime}'`,
      ),
    ).toEqual([]);
    expect(await inCatalogue(`pg_get_userbyid(c.relowner) = '${runtime}'`)).toEqual([]);
  });

  it.each([['none'], [''], ['0190a5b0-0000-7000-8000-000000000000']])(
    'show nothing to the organisation “%s”',
    async (org) => {
      const readable = await inCatalogue(
        `c.relkind IN ('r', 'p') AND ${HAS_ORG} AND has_table_privilege('${runtime}', c.oid, 'SELECT')`,
      );
      const counted = readable
        .map((table) => `SELECT '${table}' AS name, count(*) AS n FROM ${table}`)
        .join(' UNION ALL ');
      const context = org === 'none' ? [] : [`SELECT set_config('caseboard.org', '${org}', false)`];
      const seen = await runSql(caseboard.database.url, ...context, counted);
      expect(seen.filter(({ n }) => Number(n) > 0)).toEqual([]);
      expect(seen.length).toBeGreaterThan(25);
    },
  );

  it.each([
    ['seeded_open', FAULTS['a table of an organisation without forced row-level security']],
    ['seeded_key', FAULTS['a key that another organisation’s row could be in the way of']],
    ['seeded_reference', FAULTS['a reference that could lead to another organisation’s row']],
    ['seeded_copy', FAULTS['a materialised view']],
    ['seeded_view', FAULTS['a view that reads as its owner']],
    ['seeded_function', FAULTS['a function that runs as its definer']],
  ])('would be found broken by %s', async (seeded, query) => {
    const [found] = await runSql(
      caseboard.database.ownerUrl,
      'BEGIN',
      SEEDED,
      `SELECT array_agg(f.name) AS names FROM (${query}) f`,
    );
    expect(found?.names).toContain(`kernel.${seeded}`);
  });
});
