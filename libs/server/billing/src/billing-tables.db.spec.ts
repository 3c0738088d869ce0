import { runSql, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';

describe('the tables of billing', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('have no index but the primary key that begins with the organisation: a plan made while they are empty must not take another', async () => {
    const rows = await runSql(
      database.ownerUrl,
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
       WHERE t.relnamespace = 'billing'::regnamespace AND NOT i.indisprimary AND a.attname = 'org_id'`,
    );
    expect(rows).toEqual([]);
  });

  it('refer to patients, who have none either', async () => {
    const rows = await runSql(
      database.ownerUrl,
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indrelid = 'records.patient'::regclass AND NOT i.indisprimary AND a.attname = 'org_id'`,
    );
    expect(rows).toEqual([]);
  });

  it('find the parent of a row by its key from the first row on', async () => {
    const plan = await runSql(
      database.ownerUrl,
      `PREPARE parent(uuid, uuid) AS SELECT 1 FROM ONLY billing.remittance_claim x WHERE org_id = $1 AND id = $2 FOR KEY SHARE OF x`,
      `SET plan_cache_mode = force_generic_plan`,
      `EXPLAIN (FORMAT JSON) EXECUTE parent('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002')`,
    );
    expect(JSON.stringify(plan)).toMatch(/"Index Name":"remittance_claim_pkey"/);
    expect(JSON.stringify(plan)).toMatch(/"Index Cond":"\(\(org_id = \$1\) AND \(id = \$2\)\)"/);
  });
});
