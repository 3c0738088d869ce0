import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, runSql } from '@caseboard/testing';
import { linesOf } from '../test/line-imports.ts';
import { recordsApp, SHORT } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';
import { FAILURES_TO_GIVE_UP } from './import-failures.service.ts';

/** Longer than any test: a worker that is paused does not notice that its lease ran out. */
const NO_HEARTBEAT = 3_600_000;

describe('an import that is interrupted', () => {
  let records: RecordsApp;

  beforeAll(async () => {
    records = await recordsApp();
  });
  afterAll(() => records.close());
  afterEach(() => {
    records.lines.afterChunk = async () => undefined;
    records.lines.inChunk = () => undefined;
  });

  const sql = (statement: string) => runSql(records.database.backupUrl, statement);
  const timesEach = async (mark: string) => {
    const rows = await sql(
      `SELECT count(*)::int AS times FROM records.patient WHERE last_name ~ '^${mark}[0-9]+$' GROUP BY last_name`,
    );
    return rows.map((row) => row.times);
  };
  const stored = async (id: string) =>
    (await sql(`SELECT state, cursor::int, failures FROM records.import_job WHERE id = '${id}'`))[0];
  /** Changes the row behind the module's back: what time or another process would have done. */
  const rewrite = (id: string, change: string) =>
    runSql(
      records.database.ownerUrl,
      'ALTER TABLE records.import_job NO FORCE ROW LEVEL SECURITY',
      `UPDATE records.import_job SET ${change} WHERE id = '${id}'`,
      'ALTER TABLE records.import_job FORCE ROW LEVEL SECURITY',
    );

  it('by an error between two chunks goes on at the next one, once', async () => {
    const id = await records.bring(linesOf(6, 'Between'));
    records.lines.afterChunk = async (cursor) => {
      if (cursor === 4) throw new TypeError('out of luck');
    };
    await expect(records.work(id)).rejects.toThrow('out of luck');
    expect(await stored(id)).toEqual({ state: 'applying', cursor: 4, failures: 1 });
    records.lines.afterChunk = async () => undefined;
    const checksBefore = records.lines.checks;
    await records.work(id);
    expect((await records.job(id)).state).toBe('done');
    expect(records.lines.checks).toBe(checksBefore);
    expect(await timesEach('Between')).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('by an error inside a chunk leaves nothing of that chunk', async () => {
    const id = await records.bring(linesOf(4, 'Inside'));
    let chunks = 0;
    records.lines.inChunk = () => {
      chunks += 1;
      if (chunks === 2) throw new Error('power cut');
    };
    await expect(records.work(id)).rejects.toThrow('power cut');
    expect(await timesEach('Inside')).toEqual([1, 1]);
    await records.work(id);
    expect(await timesEach('Inside')).toEqual([1, 1, 1, 1]);
  });

  it('by the death of its worker is taken over when the lease runs out', async () => {
    const id = await records.bring(linesOf(4, 'Dead'));
    records.lines.afterChunk = async () => {
      throw new Error('killed');
    };
    await records.work(id).catch(() => undefined);
    await rewrite(id, `attempt = gen_random_uuid(), lease_until = now() + interval '${SHORT.leaseMs} milliseconds'`);
    records.lines.afterChunk = async () => undefined;
    const began = performance.now();
    await records.work(id);
    expect(performance.now() - began).toBeGreaterThanOrEqual(SHORT.leaseMs * 0.8);
    expect((await records.job(id)).state).toBe('done');
    expect(await timesEach('Dead')).toEqual([1, 1, 1, 1]);
  });

  it('by a pause longer than its lease writes nothing more once another worker has it', async () => {
    const id = await records.bring(linesOf(6, 'Zombie'));
    records.timings.leaseMs = NO_HEARTBEAT;
    const [overtaken, zombieIsOver] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let second: Promise<void> | undefined;
    records.lines.afterChunk = async (cursor) => {
      if (cursor === 2 && !second) {
        await rewrite(id, "lease_until = now() - interval '1 hour'");
        second = records.work(id);
        return overtaken.promise;
      }
      if (cursor !== 4) return;
      overtaken.resolve();
      await zombieIsOver.promise;
    };
    await records.work(id);
    records.timings.leaseMs = SHORT.leaseMs;
    zombieIsOver.resolve();
    await second;
    expect((await records.job(id)).state).toBe('done');
    expect(await timesEach('Zombie')).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('is left alone while a living worker has it', async () => {
    const id = await records.bring(linesOf(4, 'Alive'));
    records.lines.afterChunk = async () => void (await sleep(SHORT.leaseMs));
    const first = records.work(id);
    await eventually(async () => expect((await stored(id))?.state).toBe('applying'));
    const second = await Promise.race([records.work(id).then(() => 'second'), first.then(() => 'first')]);
    expect(second).toBe('second');
    expect((await stored(id))?.state).toBe('applying');
    await first;
    expect(await timesEach('Alive')).toEqual([1, 1, 1, 1]);
  });

  it('by the stop of the server is given back at once and tried again', async () => {
    const id = await records.bring(linesOf(4, 'Stop'));
    const stop = new AbortController();
    records.lines.afterChunk = async () => stop.abort();
    await expect(records.work(id, stop.signal)).rejects.toThrow();
    const [row] = await sql(`SELECT lease_until, failures FROM records.import_job WHERE id = '${id}'`);
    expect(row).toEqual({ lease_until: null, failures: 0 });
    records.lines.afterChunk = async () => undefined;
    await records.work(id);
    expect(await timesEach('Stop')).toEqual([1, 1, 1, 1]);
  });

  it('again and again is given up with the place, and goes on from there when asked', async () => {
    const id = await records.bring(linesOf(4, 'Often'));
    let chunks = 0;
    records.lines.inChunk = () => {
      chunks += 1;
      if (chunks > 1) throw new RangeError('Wanda Tester');
    };
    for (let attempt = 1; attempt < FAILURES_TO_GIVE_UP; attempt += 1)
      await expect(records.work(id)).rejects.toThrow(RangeError);
    await records.work(id);
    const job = await records.job(id);
    expect(job.state).toBe('failed');
    expect(job.errors[0]).toMatchObject({
      code: 'import/failed',
      message: expect.stringMatching(/after claim 2 \(RangeError\)/),
    });
    expect(JSON.stringify(job)).not.toMatch(/Wanda/);

    records.lines.inChunk = () => undefined;
    const { ask } = await records.person(['biller']);
    const resumed = await ask('post', `/imports/${id}/attempts`).expect(202);
    expect(resumed.body).toMatchObject({ state: 'applying', errors: [] });
    expect(records.queued.filter((queued) => queued === id)).toHaveLength(2);
    await records.work(id);
    expect((await records.job(id)).state).toBe('done');
    expect(await timesEach('Often')).toEqual([1, 1, 1, 1]);
  });

  it('and failed goes on when the same file is sent again', async () => {
    const id = await records.bring(linesOf(2, 'Resent'));
    records.lines.inChunk = () => {
      throw new Error('no');
    };
    for (let attempt = 0; attempt < FAILURES_TO_GIVE_UP; attempt += 1) await records.work(id).catch(() => undefined);
    expect((await stored(id))?.state).toBe('failed');
    records.lines.inChunk = () => undefined;
    const again = await records.bring(linesOf(2, 'Resent'));
    await records.work(again);
    expect(await records.job(again)).toMatchObject({ state: 'done', duplicateOf: id });
    expect((await stored(id))?.state).toBe('applying');
    await records.work(id);
    expect(await timesEach('Resent')).toEqual([1, 1]);
  });

  it('is queued again when a worker starts', async () => {
    const id = await records.bring(linesOf(2, 'Start'));
    records.queued.length = 0;
    expect(await records.imports.resumeUnfinished()).toBe(1);
    expect(records.queued).toEqual([id]);
    await records.work(id);
    expect(await records.imports.resumeUnfinished()).toBe(0);
  });
});
