import pg from 'pg';
import { testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';

const ORG = '0190a1b2-0000-7000-8000-000000000001';
const EVENTS = 3_000;

describe('the head of the log', () => {
  let database: TestDatabase;
  let session: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    session = new pg.Client({ connectionString: database.url });
    await session.connect();
  });
  afterAll(async () => {
    await session.end();
    await database.drop();
  });

  const rowsRead = async (): Promise<number> => {
    const { rows } = await session.query(
      `SELECT (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
       WHERE schemaname = 'events' AND relname = 'event'`,
    );
    return rows[0]?.read ?? 0;
  };
  const append = (count: number) => {
    const event = {
      name: 'x',
      version: 1,
      id: 'x',
      actor: 'x',
      at: new Date().toISOString(),
      data: {},
      access_users: [],
    };
    return session.query('SELECT events.append($1, $2::jsonb)', [ORG, JSON.stringify(Array(count).fill(event))]);
  };

  it('is found by index also in a session that asked for it while the log was empty', async () => {
    await session.query('BEGIN');
    await session.query("SELECT set_config('caseboard.org', $1, true)", [ORG]);
    await session.query('INSERT INTO events.stream (org_id, timeline) VALUES ($1, 1)', [ORG]);
    for (let time = 0; time < 10; time += 1) await append(1);
    await append(EVENTS);
    const before = await rowsRead();
    await append(1);
    expect((await rowsRead()) - before).toBeLessThan(10);
    const { rows } = await session.query('SELECT events.head($1)::int AS head', [ORG]);
    expect(rows).toEqual([{ head: EVENTS + 11 }]);
    await session.query('ROLLBACK');
  });
});
