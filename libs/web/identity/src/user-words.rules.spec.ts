import { answersTo, namesOf, peopleLine } from './user-words.rules.ts';

describe('people in words', () => {
  it('are counted, and states are named only where somebody is in them', () => {
    expect(peopleLine([{ state: 'active' }])).toBe('1 person');
    expect(peopleLine([{ state: 'active' }, { state: 'invited' }, { state: 'disabled' }, { state: 'disabled' }])).toBe(
      '4 people, 1 invited, 2 disabled',
    );
  });

  it('are found by parts of name, address and role, in any order', () => {
    const ana = { name: 'Ana Ruiz', email: 'aruiz@lakeside.test', roles: ['biller' as const] };
    expect(answersTo(ana, 'biller ana')).toBe(true);
    expect(answersTo(ana, 'aruiz@')).toBe(true);
    expect(answersTo(ana, 'ana coder')).toBe(false);
    expect(answersTo(ana, '')).toBe(true);
  });

  it('show names in order and leave out what is not known', () => {
    const byId = new Map([
      ['t1', { name: 'Follow-up' }],
      ['t2', { name: 'Billing' }],
    ]);
    expect(namesOf(['t1', 'gone', 't2'], byId)).toBe('Billing, Follow-up');
  });
});
