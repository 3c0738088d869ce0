import { THREAD_STATES } from '@caseboard/contracts';
import { allows, answerText, optionsOf } from './query-state.rules.ts';
import type { QueryAct } from './query-state.rules.ts';

describe('the states of a query', () => {
  it.each<[QueryAct, string[]]>([
    ['view', ['sent']],
    ['answer', ['sent', 'viewed', 'need-info']],
    ['respond', ['sent', 'viewed', 'need-info']],
    ['retract', ['sent', 'viewed', 'need-info', 'not-my-patient']],
    ['review', ['need-info', 'not-my-patient', 'answered']],
  ])('allow to %s only from some', (act, from) => {
    expect(THREAD_STATES.filter((state) => allows(state, act))).toEqual(from);
  });
});

describe('the answers offered', () => {
  it('always have "other" and "unable to determine", once', () => {
    expect(optionsOf(['Acute', 'Other', 'Clinically unable to determine'])).toEqual([
      { id: 'option-1', text: 'Acute' },
      { id: 'other', text: 'Other' },
      { id: 'undetermined', text: 'Clinically unable to determine' },
    ]);
    expect(optionsOf(['Acute', 'Chronic']).map(({ id }) => id)).toEqual([
      'option-1',
      'option-2',
      'other',
      'undetermined',
    ]);
  });

  it('never share an id', () => {
    const ids = optionsOf(['Other heart failure', 'Other']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are none for an open question', () => {
    expect(optionsOf([])).toEqual([]);
  });
});

describe('an answer', () => {
  it('is the choice, then the words as they were given', () => {
    expect(answerText({ id: 'option-1', text: 'Acute' }, '  as of\nday 2')).toBe('Acute\n  as of\nday 2');
    expect(answerText(undefined, 'Chronic')).toBe('Chronic');
  });
});
