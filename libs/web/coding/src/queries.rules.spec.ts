import type { Thread } from '@caseboard/contracts';
import { answerWords, bundled, howToAnswer, nextAfter, workload } from './my-queries.rules.ts';
import { askOf, EMPTY_QUERY, missingIn, suggestedOutcome, withQuote } from './query-draft.rules.ts';

const aQuery = (id: string, more: Partial<Thread> = {}): Thread => ({
  id,
  number: `QRY-${id}`,
  kind: 'query',
  state: 'sent',
  subjectType: 'coding',
  subjectId: 'case-1',
  subjectNumber: 'COD-000001',
  patient: 'TV ••6140',
  title: 'Renal function',
  body: 'What best describes it?',
  options: [
    { id: 'option-1', text: 'Acute kidney injury' },
    { id: 'other', text: 'Other' },
  ],
  indicators: [],
  answer: null,
  outcome: null,
  askedById: 'coder',
  recipientId: 'physician',
  askedAt: '2026-11-23T15:58:00Z',
  dueAt: '2026-11-25T23:00:00Z',
  participantIds: [],
  messageCount: 0,
  lastMessageAt: null,
  lastAuthorId: null,
  reads: [],
  version: 1,
  ...more,
});

describe('the physician’s list', () => {
  const late = aQuery('a', { dueAt: '2026-11-27T23:00:00Z' });
  const soon = aQuery('b', { dueAt: '2026-11-24T23:00:00Z', subjectId: 'case-2' });
  const whenever = aQuery('c', { dueAt: null });
  const done = aQuery('d', { state: 'answered' });

  it('bundles what is unanswered by case, the most pressing first', () => {
    const bundles = bundled([late, whenever, done, soon]);
    expect(bundles.map(({ key, queries }) => [key, queries.map(({ id }) => id)])).toEqual([
      ['case-2', ['b']],
      ['case-1', ['a', 'c']],
    ]);
    expect(workload(bundles)).toBe('3 questions, 2 patients. About 2 minutes.');
  });

  it('goes on with the same patient, then with the most pressing', () => {
    expect(nextAfter(done, [soon, late, done])?.id).toBe('a');
    expect(nextAfter(late, [soon, done, late])?.id).toBe('b');
    expect(nextAfter(soon, [soon, done])).toBeUndefined();
  });

  it('says how a question is answered', () => {
    expect(howToAnswer(late, 'Cora Mendez')).toBe('Choose one, 2 options. From Cora Mendez');
    expect(howToAnswer({ options: [] }, 'Cora Mendez')).toBe('Open question. From Cora Mendez');
  });

  it('shows an answer as it was given', () => {
    const answer = { optionId: 'option-1', body: 'From poor forward flow', byId: 'physician', at: '' };
    expect(answerWords({ ...late, answer })).toBe('Acute kidney injury\nFrom poor forward flow');
    expect(answerWords({ ...late, answer: { ...answer, optionId: null } })).toBe('From poor forward flow');
  });
});

describe('asking a physician', () => {
  const quote = { documentId: 'doc', title: 'Progress note', on: '2026-11-16', quote: 'Creatinine 2.4,\n was 1.1' };
  const whole = { ...EMPTY_QUERY, recipientId: 'physician', title: ' Renal ', body: 'What is it?' };

  it('takes a quote once, on one line', () => {
    const draft = withQuote(withQuote(EMPTY_QUERY, quote), quote);
    expect(draft.indicators).toEqual([{ ...quote, quote: 'Creatinine 2.4, was 1.1' }]);
    expect(withQuote(draft, { ...quote, quote: '  ' })).toBe(draft);
  });

  it('names each field that is missing', () => {
    expect(Object.keys(missingIn(EMPTY_QUERY))).toEqual(['recipientId', 'title', 'body']);
    expect(missingIn(whole)).toEqual({});
    expect(missingIn({ ...whole, options: ['Yes', ''] }).options).toMatch(/at least two/);
    expect(missingIn({ ...whole, options: ['Yes', 'yes '] }).options).toMatch(/the same/);
  });

  it('sends an open question without options', () => {
    expect(askOf(whole, 'case-1')).toEqual({
      subjectType: 'coding',
      subjectId: 'case-1',
      kind: 'query',
      recipientId: 'physician',
      title: 'Renal',
      body: 'What is it?',
      indicators: [],
    });
  });

  it('suggests how it ended from what was answered', () => {
    const answer = { optionId: 'option-1', body: '', byId: '', at: '' };
    expect(suggestedOutcome({ state: 'answered', answer })).toBe('agreed');
    expect(suggestedOutcome({ state: 'answered', answer: { ...answer, optionId: 'other' } })).toBe('other-documented');
    expect(suggestedOutcome({ state: 'answered', answer: { ...answer, optionId: 'undetermined' } })).toBe(
      'unable-to-determine',
    );
    expect(suggestedOutcome({ state: 'need-info', answer: null })).toBe('no-longer-needed');
  });
});
