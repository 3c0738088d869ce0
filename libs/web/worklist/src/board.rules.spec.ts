import type { Counter } from '@caseboard/contracts';
import type { AppliedChange } from '@caseboard/web/kernel';
import type { BoardCase, BoardKind } from './board-case.ts';
import { filtersOf, isAmong } from './board-filters.rules.ts';
import { counted, lanesOf } from './board-totals.rules.ts';
import { firstWords, newsLine, newsWords } from './case-news.rules.ts';
import { casesInOrder } from './case-order.rules.ts';
import { isAhead, withPending } from './pending-move.rules.ts';
import { joinPages, stageAsks } from './stage-pages.rules.ts';

const aCase = (over: Partial<BoardCase> = {}): BoardCase => ({
  id: 'c1',
  number: 'DEN-000001',
  stage: 'new',
  amountCents: 1_148_000,
  payerId: 'p1',
  payerName: 'Prairie Shield PPO',
  dueOn: '2026-12-05',
  ownerId: null,
  workItemId: 'w1',
  workItemVersion: 4,
  priority: 80,
  movedBy: null,
  version: 2,
  ...over,
});
const KIND: BoardKind<BoardCase> = {
  stages: ['new', 'waiting', 'decided', 'closed'],
  over: 'closed',
  stageWord: (stage) => `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}`,
  movesFrom: () => [],
  newsOf: { 'denials.case-moved': (who, number, stage) => `${who} moved ${number} to ${stage}` },
};
const ofActor = (actor: string) => ({ 'user:jo': 'Jo Tran', 'user:ben': 'Ben Okafor' })[actor] ?? 'rule: posted';

describe('filters of a board', () => {
  it('read the address and ignore what it does not know', () => {
    expect(filtersOf(KIND, { stage: 'waiting', payer: 'p1', owner: 'me' })).toEqual({
      stage: 'waiting',
      payerId: 'p1',
      owner: 'me',
    });
    expect(filtersOf(KIND, { stage: 'lost' }).stage).toBeUndefined();
  });

  it('hold a live card to the same rule as the server: closed cases are not on the board', () => {
    const all = filtersOf(KIND, {});
    expect(isAmong(KIND, all, aCase(), 'me')).toBe(true);
    expect(isAmong(KIND, all, aCase({ stage: 'closed' }), 'me')).toBe(false);
    expect(isAmong(KIND, filtersOf(KIND, { owner: 'me' }), aCase({ ownerId: 'me' }), 'me')).toBe(true);
    expect(isAmong(KIND, filtersOf(KIND, { owner: 'none' }), aCase({ ownerId: 'me' }), 'me')).toBe(false);
    expect(isAmong(KIND, filtersOf(KIND, { payer: 'p2' }), aCase(), 'me')).toBe(false);
  });
});

describe('a board loaded column by column', () => {
  it('asks for the first page of each, then only for columns that have more', () => {
    const first = stageAsks(['new', 'waiting'], undefined);
    expect(first).toEqual([
      { stage: 'new', cursor: undefined },
      { stage: 'waiting', cursor: undefined },
    ]);
    const joined = joinPages(first, [
      { items: ['a'], nextCursor: 'n2', asOf: 9 },
      { items: ['b'], nextCursor: null, asOf: 7 },
    ]);
    expect(joined.items).toEqual(['a', 'b']);
    expect(stageAsks(['new', 'waiting'], joined.nextCursor ?? undefined)).toEqual([{ stage: 'new', cursor: 'n2' }]);
  });

  it('follows from the oldest of its reads, so that nothing falls between two', () => {
    const asks = stageAsks(['new', 'waiting'], undefined);
    expect(
      joinPages(asks, [
        { items: [], nextCursor: null, asOf: 9 },
        { items: [], nextCursor: null, asOf: 7 },
      ]),
    ).toEqual({ items: [], nextCursor: null, asOf: 7 });
  });
});

describe('totals', () => {
  it('take columns from the counters and know none as zero', () => {
    const counters = new Map<string, Counter>([
      ['stage:new', { channel: 'board:denials', key: 'stage:new', count: 41, cents: 8_821_200 }],
    ]);
    expect(counted(counters, 'new')).toEqual({ count: 41, cents: 8_821_200 });
    expect(counted(counters, 'waiting')).toEqual({ count: 0, cents: 0 });
  });

  it('give each payer a lane by name, counted by the columns on screen', () => {
    const lanes = lanesOf([
      { place: 'new', row: aCase({ amountCents: 100 }) },
      { place: 'new', row: aCase({ id: 'c2', stage: 'waiting', amountCents: 50 }) },
      { place: 'waiting', row: aCase({ id: 'c3', payerId: 'p2', payerName: 'Medicare B', amountCents: 7 }) },
    ]);
    expect(lanes.map(({ name, count, cents }) => [name, count, cents])).toEqual([
      ['Medicare B', 1, 7],
      ['Prairie Shield PPO', 2, 150],
    ]);
    expect(lanes[1]?.cells).toEqual({ new: { count: 2, cents: 150 } });
  });
});

describe('an own change before the server answers', () => {
  it('shows at once and ends with the next version of the case', () => {
    const move = { stage: 'waiting', fromVersion: 2, isLate: false } as const;
    expect(withPending(aCase(), move, undefined).stage).toBe('waiting');
    expect(withPending(aCase({ version: 3, stage: 'triaged' }), move, undefined).stage).toBe('triaged');
  });

  it('keeps owner and stage apart: each ends with its own version', () => {
    const owner = { ownerId: 'me', fromVersion: 4, isSaved: false };
    expect(withPending(aCase({ version: 3 }), undefined, owner).ownerId).toBe('me');
    expect(withPending(aCase({ workItemVersion: 5 }), undefined, owner).ownerId).toBeNull();
  });
});

describe('an answer and the card held', () => {
  it('is ahead only when it is older in neither version', () => {
    expect(isAhead(aCase({ version: 3 }), aCase())).toBe(true);
    expect(isAhead(aCase({ workItemVersion: 5 }), aCase())).toBe(true);
    expect(isAhead(aCase(), aCase())).toBe(false);
    expect(isAhead(aCase({ version: 3, workItemVersion: 3 }), aCase())).toBe(false);
  });
});

describe('who was first, and who did it', () => {
  it('names the person who moved the case and where to', () => {
    expect(firstWords(aCase({ movedBy: 'user:jo', stage: 'waiting' }), 'new', ofActor, KIND.stageWord)).toBe(
      'Jo Tran moved it to Waiting first.',
    );
    expect(firstWords(aCase(), 'new', ofActor, KIND.stageWord)).toBe(
      'Somebody changed it first. You see it as it is now.',
    );
    expect(firstWords(undefined, 'new', ofActor, KIND.stageWord)).toBe(
      'Somebody changed it first. You see it as it is now.',
    );
  });

  it('tells moves and owners in one line, and nothing of mere values', () => {
    const by = (name: string) =>
      ({ id: 'c1', op: 'put', name, actor: 'user:jo', at: '', reason: undefined }) as AppliedChange;
    expect(newsWords(by('denials.case-moved'), aCase({ stage: 'decided' }), KIND, ofActor)).toBe(
      'Jo Tran moved DEN-000001 to Decided',
    );
    expect(newsWords(by('worklist.item-assigned'), aCase({ ownerId: 'ben' }), KIND, ofActor)).toBe(
      'Jo Tran gave DEN-000001 to Ben Okafor',
    );
    expect(newsWords(by('worklist.item-rescored'), aCase(), KIND, ofActor)).toBeUndefined();
  });

  it('counts what came together with it', () => {
    expect(newsLine([])).toBeUndefined();
    expect(newsLine(['a'])).toBe('a');
    expect(newsLine(['a', 'b', 'c'])).toBe('c, and 2 more');
  });
});

describe('the order of cases', () => {
  it('puts the highest priority first and breaks ties as the server does', () => {
    const rows = [aCase({ id: 'b' }), aCase({ id: 'a' }), aCase({ id: 'c', priority: 99 })];
    expect(casesInOrder(rows, 'priority').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('puts what has no deadline last', () => {
    const rows = [aCase({ id: 'a', dueOn: null }), aCase({ id: 'b' })];
    expect(casesInOrder(rows, 'due').map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
