import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { runSql } from '@caseboard/testing';
import { linesOf } from '../test/line-imports.ts';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';
import { ImportRunner } from './import-runner.service.ts';

describe('an import', () => {
  let records: RecordsApp;

  beforeAll(async () => {
    records = await recordsApp();
  });
  afterAll(() => records.close());
  afterEach(() => {
    records.lines.afterChunk = async () => undefined;
    records.lines.inChunk = () => undefined;
  });

  /** How often each person of a file is on record, by name. */
  const applied = async (mark: string) => {
    const rows = await runSql(
      records.database.backupUrl,
      `SELECT last_name, count(*)::int AS times FROM records.patient WHERE last_name ~ '^${mark}[0-9]+$' GROUP BY 1`,
    );
    return Object.fromEntries(rows.map((row) => [row.last_name, row.times]));
  };
  const once = (mark: string, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${mark}${at + 1}`, 1]));
  const changesOf = async (id: string) => {
    const rows = await runSql(
      records.database.backupUrl,
      `SELECT e.data ->> 'state' AS state, array_agg(d.channel ORDER BY d.channel) AS channels FROM events.event e
       JOIN events.delivery d USING (org_id, seq) WHERE e.id = '${id}' GROUP BY e.seq, state ORDER BY e.seq`,
    );
    return rows as { state: string; channels: string[] }[];
  };

  it('is checked, applied whole and shown on the way', async () => {
    const id = await records.bring(linesOf(5, 'Happy'));
    expect(records.queued).toContain(id);
    await records.work(id);
    const job = await records.job(id);
    expect(job).toMatchObject({
      state: 'done',
      kind: '835',
      progress: 1,
      counts: { claims: 5, patients: 5 },
      errors: [],
    });
    expect(job.finishedAt).not.toBeNull();
    expect(await applied('Happy')).toEqual(once('Happy', 5));
    const changes = await changesOf(id);
    expect([...new Set(changes.map((change) => change.state))]).toEqual(['queued', 'checking', 'applying', 'done']);
    expect(changes.every(({ channels }) => channels.join() === `imports:all,job:${id}`)).toBe(true);
    expect(records.lines.settled).toContain(id);
  });

  it('that is refused applies nothing and says where it is wrong', async () => {
    const id = await records.bring(`${linesOf(3, 'Bad')}\nBAD`);
    await records.work(id);
    const { state, errors, counts } = await records.job(id);
    expect(state).toBe('rejected');
    expect(errors).toEqual([{ code: 'import/bad-line', message: 'This line is bad.', severity: 'error', line: 5 }]);
    expect(counts).toEqual({ claims: 4 });
    expect(await applied('Bad')).toEqual({});
    expect(records.lines.settled).toContain(id);
  });

  it('of an unknown kind is rejected at once, with the reason, and never queued', async () => {
    const id = await records.bring('%PDF-1.7 hello');
    const job = await records.job(id);
    expect(job).toMatchObject({ state: 'rejected', kind: 'unknown', progress: 1 });
    expect(job.errors[0]).toMatchObject({ code: 'import/unknown-kind', message: expect.stringMatching(/PDF/) });
    expect(records.queued).not.toContain(id);
  });

  it('of a known format but not a known use gives the handler’s reason', async () => {
    const { errors } = await records.job(await records.bring('LINES!2'));
    expect(errors.map((fault) => fault.code)).toEqual(['import/lines-version']);
  });

  it('of a compressed file is the same import', async () => {
    const id = await records.bring(gzipSync(linesOf(4, 'Packed')), 'lines.txt.gz');
    await records.work(id);
    expect(await records.job(id)).toMatchObject({ state: 'done', fileName: 'lines.txt.gz', counts: { claims: 4 } });
    expect(await applied('Packed')).toEqual(once('Packed', 4));
  });

  it('of a compressed file that grows without end is rejected before memory is', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('LINES\n'), Buffer.alloc(64 * 1024 * 1024, 'x')]));
    const id = await records.bring(bomb);
    await records.work(id);
    const { state, errors } = await records.job(id);
    expect(state).toBe('rejected');
    expect(errors.map((fault) => fault.code)).toEqual(['import/decompression-limit']);
  });

  it('of a compressed file that was cut off is rejected', async () => {
    const whole = gzipSync(`${linesOf(2, 'Cut')}\n${randomBytes(90_000).toString('base64')}`);
    const id = await records.bring(whole.subarray(0, whole.byteLength - 100));
    await records.work(id);
    expect((await records.job(id)).errors.map((fault) => fault.code)).toEqual(['import/unreadable-gzip']);
    expect(await applied('Cut')).toEqual({});
  });

  it('of a file that is there already is done without applying anything', async () => {
    const first = await records.bring(linesOf(3, 'Twice'));
    await records.work(first);
    const second = await records.bring(linesOf(3, 'Twice'), 'the same again.txt');
    await records.work(second);
    expect(await records.job(second)).toMatchObject({ state: 'done', duplicateOf: first, counts: { claims: 3 } });
    expect(await applied('Twice')).toEqual(once('Twice', 3));
    expect(records.lines.settled).not.toContain(second);
  });

  it('may come again when the first time was rejected', async () => {
    const file = `${linesOf(1, 'Again')}\nBAD`;
    for (const id of [await records.bring(file), await records.bring(file)]) {
      await records.work(id);
      const job = await records.job(id);
      expect(job.state).toBe('rejected');
      expect(job.duplicateOf).toBeUndefined();
    }
  });

  it('of two equal files at the same moment applies one', async () => {
    const ids = await Promise.all([records.bring(linesOf(6, 'Race')), records.bring(linesOf(6, 'Race'))]);
    await Promise.all(ids.map((id) => records.work(id)));
    const jobs = await Promise.all(ids.map((id) => records.job(id)));
    expect(jobs.map((job) => job.state)).toEqual(['done', 'done']);
    expect(jobs.filter((job) => job.duplicateOf !== undefined)).toHaveLength(1);
    expect(await applied('Race')).toEqual(once('Race', 6));
  });

  it('belongs to one organisation: another imports the same file for itself', async () => {
    const id = await records.bring(linesOf(2, 'Both'));
    await records.work(id);
    const { orgId } = records.harbor;
    const file = async function* () {
      yield Buffer.from(linesOf(2, 'Both'));
    };
    const there = await records.imports.importFile(orgId, 'rule:test', 'lines.txt', file());
    await records.get(ImportRunner).run({ orgId, id: there }, new AbortController().signal);
    const job = await records.imports.waitFor(orgId, there);
    expect(job.state).toBe('done');
    expect(job.duplicateOf).toBeUndefined();
    await expect(records.imports.waitFor(orgId, id)).rejects.toMatchObject({ code: 'request/not-found' });
  });
});
