import type { WorkItem } from '@caseboard/contracts';
import type { AppliedChange } from '@caseboard/web/kernel';
import { caseLinkOf, firstQueueOf } from './case-link.rules.ts';
import { changeWords, goneWords } from './gone-words.rules.ts';
import { inOrder, sortNamed } from './item-order.rules.ts';
import { isInMyView, isInQueueView, queueViewNamed } from './item-views.rules.ts';
import { bestFree, takenWords } from './next-for-you.rules.ts';
import { withPendingOwner } from './pending-owner.rules.ts';

const anItem = (over: Partial<WorkItem> = {}): WorkItem => ({
  id: 'a',
  number: 'DEN-000001',
  queueId: 'q',
  queueKey: 'denials',
  subjectType: 'denial',
  subjectId: 'case-a',
  state: 'open',
  ownerId: null,
  priority: 50,
  priorityParts: [],
  dueOn: null,
  dueRule: null,
  code: 'CO-197',
  needs: 'Ask for a retro-authorization or appeal',
  patient: 'RM ··4471',
  payer: 'Prairie Shield PPO',
  amountCents: 1_148_000,
  openedAt: '2026-11-01T00:00:00Z',
  version: 3,
  ...over,
});
const idsOf = (items: readonly WorkItem[]) => items.map(({ id }) => id).join('');
const names = (actor: string) => (actor === 'user:jo' ? 'Jo Tran' : 'rule: remittance posted');

describe('the order of a list', () => {
  it('puts the highest score first and breaks ties as the server does', () => {
    const items = [
      anItem({ id: 'c', priority: 40 }),
      anItem({ id: 'b', priority: 80 }),
      anItem({ id: 'a', priority: 80 }),
    ];
    expect(idsOf(inOrder(items, '-priority'))).toBe('abc');
  });

  it('puts what has no deadline last', () => {
    const items = [
      anItem({ id: 'a' }),
      anItem({ id: 'b', dueOn: '2026-12-01' }),
      anItem({ id: 'c', dueOn: '2026-11-30' }),
    ];
    expect(idsOf(inOrder(items, 'dueOn'))).toBe('cba');
  });

  it('falls back to the score for an order it does not know', () => {
    expect(sortNamed('drop table')).toBe('-priority');
  });
});

describe('losing a race for an item', () => {
  const lost = anItem({ id: 'x', number: 'DEN-000009', priority: 99 });

  it('says who has it and what is next: the best item nobody has', () => {
    const items = [
      lost,
      anItem({ id: 'b', priority: 80, ownerId: 'jo' }),
      anItem({ id: 'c', priority: 70, number: 'DEN-000003' }),
      anItem({ id: 'd', priority: 75, state: 'waiting' }),
    ];
    expect(takenWords('Jo Tran', bestFree(items, 'x'))).toBe('Taken by Jo Tran. Next for you is DEN-000003');
  });

  it('says so when nothing else is free', () => {
    expect(takenWords('Jo Tran', bestFree([lost], 'x'))).toBe('Taken by Jo Tran. Nothing else is free here');
    expect(takenWords(undefined, undefined)).toBe('Somebody else has this. Nothing else is free here');
  });
});

describe('why a row left', () => {
  const change = (name: string, actor = 'user:jo') =>
    ({ id: 'a', op: 'leave', name, actor, at: '', reason: undefined }) as AppliedChange;

  it('names the act and the person or rule', () => {
    expect(goneWords(change('worklist.item-released'), names)).toBe('Released by Jo Tran');
    expect(goneWords(change('worklist.item-done', 'rule:remittance-posted'), names)).toBe(
      'Done by rule: remittance posted',
    );
  });

  it('says no more than that when the row may not be seen any more', () => {
    expect(goneWords(undefined, names)).toBe('No longer yours to see');
    expect(goneWords(change('identity.user-changed'), names)).toBe('No longer yours to see');
  });

  it('tells on a row that stays who changed it just now', () => {
    expect(changeWords(change('worklist.item-taken'), names)).toBe('Taken by Jo Tran');
    expect(changeWords(change('worklist.item-rescored'), names)).toBe('Jo Tran, now');
    expect(changeWords(undefined, names)).toBeUndefined();
  });
});

describe('an own change before the server answers', () => {
  it('shows at once and ends with the next version, whatever that says', () => {
    const pending = { ownerId: 'me', fromVersion: 3, isSaved: false };
    expect(withPendingOwner(anItem(), pending).ownerId).toBe('me');
    expect(withPendingOwner(anItem({ version: 4, ownerId: 'jo' }), pending).ownerId).toBe('jo');
  });
});

describe('views of a list', () => {
  it('holds a live row to the same rule as the server’s query', () => {
    expect(isInQueueView(queueViewNamed('free'), anItem({ ownerId: 'jo' }), 'me')).toBe(false);
    expect(isInQueueView(queueViewNamed('mine'), anItem({ ownerId: 'me' }), 'me')).toBe(true);
    expect(isInQueueView(queueViewNamed('waiting'), anItem(), 'me')).toBe(false);
    expect(isInQueueView(queueViewNamed('nonsense'), anItem(), 'me')).toBe(true);
  });

  it('counts overdue as due this week, and nothing without a deadline', () => {
    expect(isInMyView('due', anItem({ dueOn: '2026-11-01' }), '2026-11-23')).toBe(true);
    expect(isInMyView('due', anItem({ dueOn: '2026-12-01' }), '2026-11-23')).toBe(false);
    expect(isInMyView('due', anItem(), '2026-11-23')).toBe(false);
  });
});

describe('where an item leads', () => {
  it('opens a denial on its board, and other kinds beside the list', () => {
    expect(caseLinkOf(anItem())).toBe('/denials?case=case-a');
    expect(caseLinkOf(anItem({ subjectType: 'posting-exception' }))).toBeUndefined();
  });

  it('starts "next" in the queue the person was hired for', () => {
    expect(firstQueueOf(['coder'])).toBe('coding');
    expect(firstQueueOf(['biller', 'coder'])).toBe('denials');
    expect(firstQueueOf(['accounts'])).toBe('credits');
    expect(firstQueueOf(['physician'])).toBeUndefined();
  });
});
