import { aBundle, aCondition, anEncounter, aNote, aPatient } from '../test/fhir-files.ts';
import { recordsApp, SHORT } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';

const PEOPLE = 150;

/** Parts of charts first, so that the file is read once for each rank. */
const resources = Array.from({ length: PEOPLE }, (_, at) => at).flatMap((at) => [
  aCondition(`c${at}`, `p${at}`, `e${at}`),
  aNote(`n${at}`, `p${at}`, `e${at}`, `Note ${at}.`),
  anEncounter(`e${at}`, `p${at}`),
  aPatient(`p${at}`),
]);

describe('an import of charts that is stopped', () => {
  let app: RecordsApp;
  beforeAll(async () => {
    app = await recordsApp();
  });
  afterAll(() => app.close());

  const count = async (table: string) => {
    const [row] = await app.act((tx) =>
      tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM records.${table} WHERE org_id = $1`, [tx.orgId]),
    );
    return row?.n ?? 0;
  };
  const cursorOf = async (id: string) => {
    const [row] = await app.act((tx) =>
      tx.query<{ cursor: string; total: number }>(
        `SELECT cursor, (plan->>'total')::int AS total FROM records.import_job WHERE org_id = $1 AND id = $2`,
        [tx.orgId, id],
      ),
    );
    return { cursor: Number(row?.cursor), total: row?.total ?? 0 };
  };

  it('goes on where it was, in the reading it was in, and writes everything once', async () => {
    const id = await app.bring(aBundle(...resources), 'charts.json');
    const cursors: number[] = [];
    for (let run = 0; (await cursorOf(id)).cursor < 3 * PEOPLE * 4 && run < 20; run += 1) {
      const stop = new AbortController();
      const before = (await cursorOf(id)).cursor;
      const watch = setInterval(
        () => void cursorOf(id).then(({ cursor }) => cursor > before && stop.abort(new Error('The server stops.'))),
        5,
      );
      await app.work(id, stop.signal).catch(() => undefined);
      clearInterval(watch);
      cursors.push((await cursorOf(id)).cursor);
      await new Promise((resolve) => setTimeout(resolve, SHORT.leaseMs));
      if (
        (await app.act((tx) => tx.query('SELECT 1 FROM records.import_job WHERE id = $1 AND state = $2', [id, 'done'])))
          .length > 0
      )
        break;
    }
    await app.work(id);
    expect(await app.job(id)).toMatchObject({ state: 'done', errors: [] });
    expect(cursors.length).toBeGreaterThan(1);
    expect(cursors.toSorted((a, b) => a - b)).toEqual(cursors);
    expect([
      await count('patient'),
      await count('encounter'),
      await count('chart_entry'),
      await count('document'),
    ]).toEqual(Array(4).fill(PEOPLE));
    const [row] = await app.act((tx) =>
      tx.query<{ n: number; last: string }>(
        `SELECT count(DISTINCT number)::int AS n, max(number) AS last FROM records.encounter WHERE org_id = $1`,
        [tx.orgId],
      ),
    );
    expect(row).toEqual({ n: PEOPLE, last: `ENC-000${PEOPLE}` });
  }, 40_000);
});
