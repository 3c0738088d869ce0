import type { Counter, DenialCase } from '@caseboard/contracts';
import type { AppliedChange } from '@caseboard/web/kernel';
import { counted, lanesOf } from './board-totals.rules.ts';
import { caseDue, remarkOf, toCard } from './card.rules.ts';
import { casesInOrder } from './case-order.rules.ts';
import { firstWords, newsLine, newsWords } from './case-words.rules.ts';
import { closingOf } from './closing.rules.ts';
import { filtersOf, isAmong } from './denial-filters.rules.ts';
import { parseDollars } from './dollars.rules.ts';
import { isAhead, withPending } from './pending-move.rules.ts';
import { joinPages, stageAsks } from './stage-pages.rules.ts';

const aCase = (over: Partial<DenialCase> = {}): DenialCase => ({
  id: 'c1',
  number: 'DEN-000001',
  stage: 'new',
  category: 'authorization',
  group: 'CO',
  carc: '197',
  carcWords: 'Authorization missing',
  rarcs: [],
  denialCount: 1,
  amountCents: 1_148_000,
  claimId: null,
  claimNumber: 'CLM-004218',
  patient: 'RM ··4471',
  payerId: 'p1',
  payerName: 'Prairie Shield PPO',
  facilityId: null,
  remittanceId: 'r1',
  remittanceNumber: 'REM-000001',
  deniedOn: '2026-10-06',
  dueOn: '2026-12-05',
  dueRule: 'appeal, 60 days from the notice',
  ownerId: null,
  workItemId: 'w1',
  workItemVersion: 4,
  priority: 80,
  movedBy: null,
  movedAt: null,
  rootCause: null,
  isPreventable: null,
  recoveredCents: null,
  version: 2,
  ...over,
});
const names = {
  ofActor: (actor: string) => ({ 'user:jo': 'Jo Tran', 'user:ben': 'Ben Okafor' })[actor] ?? 'rule: remittance posted',
  ofStage: (stage: string) => `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}`,
};
const context = {
  today: '2026-11-23',
  zone: 'CT',
  personOf: (id: string) => ({ id, name: `Name ${id}` }),
  here: new Map(),
  savingIds: new Set<string>(),
};

describe('filters of the denials page', () => {
  it('read the address and ignore what it does not know', () => {
    expect(filtersOf({ stage: 'waiting', payer: 'p1', owner: 'me' })).toEqual({
      stage: 'waiting',
      payerId: 'p1',
      owner: 'me',
    });
    expect(filtersOf({ stage: 'lost' }).stage).toBeUndefined();
  });

  it('hold a live card to the same rule as the server: closed cases are not on the board', () => {
    const all = filtersOf({});
    expect(isAmong(all, aCase(), 'me')).toBe(true);
    expect(isAmong(all, aCase({ stage: 'closed' }), 'me')).toBe(false);
    expect(isAmong(filtersOf({ owner: 'me' }), aCase({ ownerId: 'me' }), 'me')).toBe(true);
    expect(isAmong(filtersOf({ owner: 'none' }), aCase({ ownerId: 'me' }), 'me')).toBe(false);
    expect(isAmong(filtersOf({ payer: 'p2' }), aCase(), 'me')).toBe(false);
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

describe('a card', () => {
  it('shows the case in the column it stands in, its owner and who is on it', () => {
    const here = new Map([['c1', [{ id: 'jo', name: 'Jo Tran', presence: 'viewing' as const }]]]);
    const card = toCard(aCase({ ownerId: 'ben', stage: 'waiting' }), 'new', { ...context, here });
    expect(card).toMatchObject({
      stage: 'new',
      laneId: 'p1',
      code: 'CO-197',
      detail: 'CLM-004218, Prairie Shield PPO',
      owner: { id: 'ben' },
    });
    expect(card.due).toEqual({ daysLeft: 12, title: '5 Dec 2026, CT, appeal, 60 days from the notice' });
    expect(card.here).toHaveLength(1);
  });

  it('says the first remark, and how many denials it holds', () => {
    const rarcs = [{ code: 'M62', words: 'authorization number' }];
    expect(remarkOf(aCase({ rarcs }))).toBe('M62 authorization number');
    expect(remarkOf(aCase({ rarcs, denialCount: 3 }))).toBe('3 denials, M62 authorization number');
    expect(remarkOf(aCase())).toBe('appeal, 60 days from the notice');
    expect(remarkOf(aCase({ dueRule: null }))).toBe('No remark code');
  });

  it('waits for the payer once sent, and has no clock once closed', () => {
    expect(caseDue(aCase({ stage: 'submitted' }), '2026-11-23', 'CT')).toMatchObject({
      tier: 'paused',
      text: 'With payer',
    });
    expect(caseDue(aCase({ stage: 'closed' }), '2026-11-23', 'CT')).toEqual({ text: 'Closed' });
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
    expect(firstWords(aCase({ movedBy: 'user:jo', stage: 'waiting' }), 'new', names)).toBe(
      'Jo Tran moved it to Waiting first.',
    );
    expect(firstWords(aCase(), 'new', names)).toBe('Somebody changed it first. You see it as it is now.');
    expect(firstWords(undefined, 'new', names)).toBe('Somebody changed it first. You see it as it is now.');
  });

  it('tells moves and owners in one line, and nothing of mere values', () => {
    const by = (name: string) =>
      ({ id: 'c1', op: 'put', name, actor: 'user:jo', at: '', reason: undefined }) as AppliedChange;
    expect(newsWords(by('denials.case-moved'), aCase({ stage: 'decided' }), names)).toBe(
      'Jo Tran moved DEN-000001 to Decided',
    );
    expect(newsWords(by('worklist.item-assigned'), aCase({ ownerId: 'ben' }), names)).toBe(
      'Jo Tran gave DEN-000001 to Ben Okafor',
    );
    expect(newsWords(by('worklist.item-rescored'), aCase(), names)).toBeUndefined();
  });

  it('counts what came together with it', () => {
    expect(newsLine([])).toBeUndefined();
    expect(newsLine(['a'])).toBe('a');
    expect(newsLine(['a', 'b', 'c'])).toBe('c, and 2 more');
  });
});

describe('closing a case', () => {
  it('asks for one thing after the other', () => {
    expect(closingOf({ rootCause: ' ', isPreventable: undefined, recovered: '' })).toEqual({
      missing: 'Say the root cause',
    });
    expect(closingOf({ rootCause: 'Filed late', isPreventable: undefined, recovered: '' })).toEqual({
      missing: 'Say whether it was preventable',
    });
    expect(closingOf({ rootCause: 'Filed late', isPreventable: true, recovered: 'some' })).toEqual({
      missing: 'Write the dollars recovered, 0 for none',
    });
    expect(closingOf({ rootCause: ' Filed late ', isPreventable: false, recovered: '1,416' })).toEqual({
      closing: { rootCause: 'Filed late', isPreventable: false, recoveredCents: 141_600 },
    });
  });

  it('reads dollars exactly and refuses what is not an amount', () => {
    expect(['0', '1416', '$1,416.5', '1416.05', '0.29'].map(parseDollars)).toEqual([0, 141_600, 141_650, 141_605, 29]);
    expect(['', '-5', '1,41', '1.234', 'ten', '1e3'].map(parseDollars)).toEqual(Array(6).fill(undefined));
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
