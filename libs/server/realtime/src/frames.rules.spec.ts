import fc from 'fast-check';
import type { Frame, Operation } from '@caseboard/contracts';
import { ChannelRing } from './channel-ring.ts';
import { cutFrames, MOST_BYTES, MOST_CHANGES } from './frames.rules.ts';
import type { SizedChange } from './frames.rules.ts';
import { changeOf, lastOperations } from './log-entry.ts';
import type { LogEntry } from './log-entry.ts';

const entry = (seq: number, id: string, op: Operation = 'put'): LogEntry => ({
  seq,
  id,
  op,
  name: 'worklist.item-rescored',
  version: 1,
  kind: 'toy',
  actor: 'rule:test',
  at: '2026-03-02T12:00:00.000Z',
  reason: null,
});
const sized = (from: LogEntry, bytes = 300): SizedChange => ({ change: changeOf(from, from.op, from.seq), bytes });
const span = (prev: number, through: number) => ({ channel: 'queue:1', epoch: 'e', prev, through, asOf: through });

/** What a client does: ignores what it has, notices gaps, applies the rest. */
function follow(frames: readonly Frame[], start: number, rows = new Map<string, number>()) {
  let last = start;
  for (const frame of frames) {
    if (frame.seq <= last) continue;
    if (frame.prev > last) throw new Error(`gap: ${last} < ${frame.prev}`);
    for (const change of frame.changes) {
      if (change.op === 'leave') rows.delete(change.id);
      else rows.set(change.id, change.body as number);
    }
    last = frame.seq;
  }
  return { last, rows };
}

/** The same state straight from the log. */
function replayed(log: readonly LogEntry[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { id, op, seq } of log) {
    if (op === 'leave') rows.delete(id);
    else rows.set(id, seq);
  }
  return rows;
}

/** A log: sequences ascend, some are skipped, some change several rows. */
const logs = fc
  .array(
    fc.record({
      step: fc.integer({ min: 0, max: 3 }),
      row: fc.integer({ min: 0, max: 12 }),
      op: fc.constantFrom<Operation>('put', 'put', 'leave'),
    }),
    { maxLength: 120 },
  )
  .map((steps) => {
    let seq = 1;
    const seen = new Set<string>();
    return steps.flatMap(({ step, row, op }) => {
      seq += step;
      if (seen.has(`${seq} ${row}`)) return [];
      seen.add(`${seq} ${row}`);
      return [entry(seq, `row-${row}`, op)];
    });
  });

describe('frames', () => {
  it('end at the state of the log, whatever was coalesced and wherever it was cut', () => {
    fc.assert(
      fc.property(
        logs,
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        fc.integer({ min: 100, max: 120_000 }),
        (log, cuts, bytes) => {
          const ring = new ChannelRing(0);
          const frames: Frame[] = [];
          let sentThrough = 0;
          const deliver = (through: number) => {
            const rows = lastOperations(ring.between(sentThrough, through) ?? []);
            if (through > sentThrough)
              frames.push(
                ...cutFrames(
                  span(sentThrough, through),
                  rows.map((row) => sized(row, bytes)),
                  0,
                ),
              );
            sentThrough = Math.max(sentThrough, through);
          };
          log.forEach((next, index) => {
            ring.push(next, 0);
            const isWhole = log[index + 1]?.seq !== next.seq;
            if (isWhole && (cuts.next().value as number) === 0) deliver(next.seq);
          });
          deliver(log.at(-1)?.seq ?? 0);
          const end = follow(frames, 0);
          expect(end.last).toBe(log.at(-1)?.seq ?? 0);
          if (!frames.some((frame) => frame.resync)) expect(end.rows).toEqual(replayed(log));
        },
      ),
    );
  });

  it('let a client that stops anywhere go on from where it was', () => {
    fc.assert(
      fc.property(
        logs.filter((log) => log.length > 0),
        fc.nat(),
        (log, stop) => {
          const head = log.at(-1)?.seq ?? 0;
          const first = cutFrames(
            span(0, head),
            lastOperations(log).map((row) => sized(row, 60_000)),
            0,
          );
          fc.pre(!first.some((frame) => frame.resync));
          const seen = follow(first.slice(0, stop % (first.length + 1)), 0);
          const missed = lastOperations(log.filter(({ seq }) => seq > seen.last));
          const rest = cutFrames(
            span(seen.last, head),
            missed.map((row) => sized(row)),
            0,
          );
          expect(follow(rest, seen.last, seen.rows).rows).toEqual(replayed(log));
        },
      ),
    );
  });

  it('hold at most 200 changes and 256 KB', () => {
    const many = Array.from({ length: 1000 }, (_, at) => sized(entry(at + 1, `row-${at}`), 2000));
    const frames = cutFrames(span(0, 1000), many, 0);
    expect(
      frames.every((frame) => frame.changes.length <= MOST_CHANGES && frame.changes.length * 2000 <= MOST_BYTES),
    ).toBe(true);
    expect(frames.flatMap((frame) => frame.changes)).toHaveLength(1000);
  });

  it('never part the changes of one sequence; what cannot fit becomes a resync', () => {
    const one = Array.from({ length: 150 }, (_, at) => sized(entry(1, `row-${at}`)));
    const two = Array.from({ length: 100 }, (_, at) => sized(entry(2, `row-${at + 150}`)));
    const huge = Array.from({ length: 201 }, (_, at) => sized(entry(3, `row-${at}`)));
    const frames = cutFrames(span(0, 3), [...one, ...two, ...huge], 1000);
    expect(frames.map(({ prev, seq, changes, resync }) => ({ prev, seq, rows: changes.length, resync }))).toEqual([
      { prev: 0, seq: 1, rows: 150, resync: undefined },
      { prev: 1, seq: 2, rows: 100, resync: undefined },
      { prev: 2, seq: 3, rows: 0, resync: true },
    ]);
  });

  it('cover their span even when no row is left to tell', () => {
    expect(cutFrames(span(4, 9), [], 0)).toEqual([expect.objectContaining({ prev: 4, seq: 9, changes: [] })]);
  });
});

describe('the ring', () => {
  it('keeps the newest 5,000 entries and says from where it is complete', () => {
    const ring = new ChannelRing(10);
    for (let seq = 11; seq <= 6010; seq += 1) ring.push(entry(seq, 'row'), 0);
    expect(ring.length).toBe(5000);
    expect(ring.completeFrom).toBe(1010);
    expect(ring.between(1009, 6010)).toBeUndefined();
    expect(ring.between(1010, 6010)).toHaveLength(5000);
    expect(ring.between(6000, 6005)?.map(({ seq }) => seq)).toEqual([6001, 6002, 6003, 6004, 6005]);
  });

  it('forgets after ten minutes', () => {
    const ring = new ChannelRing(0);
    ring.push(entry(1, 'row'), 0);
    ring.push(entry(2, 'row'), 300_000);
    ring.trim(600_001);
    expect(ring.between(0, 2)).toBeUndefined();
    expect(ring.between(1, 2)).toHaveLength(1);
  });

  it('knows nothing from before it began', () => {
    expect(new ChannelRing(7).between(6, 9)).toBeUndefined();
    expect(new ChannelRing(7).between(7, 9)).toEqual([]);
  });
});
