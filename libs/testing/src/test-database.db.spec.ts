import { runSql, testDatabase, type TestDatabase } from './index.ts';

describe('a test database', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('is migrated', async () => {
    const [row] = await runSql(first.ownerUrl, 'SELECT count(*)::int AS migrations FROM caseboard_migration');
    expect(row?.migrations).toBeGreaterThan(0);
  });

  it('belongs to one test file alone', async () => {
    await runSql(first.ownerUrl, 'CREATE TABLE only_here (id int)');
    await expect(runSql(second.ownerUrl, 'SELECT FROM only_here')).rejects.toThrow(/does not exist/);
  });

  it('is reached by the runtime role, which may create nothing', async () => {
    await expect(runSql(first.url, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('goes away even while somebody is connected', async () => {
    const short = await testDatabase();
    const held = runSql(short.url, 'SELECT pg_sleep(30)').catch((error: Error) => error.message);
    await runSql(short.ownerUrl, 'SELECT 1');
    await short.drop();
    expect(await held).toMatch(/terminat/);
    await expect(runSql(short.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});
