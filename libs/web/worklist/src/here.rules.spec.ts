import { othersByRow, othersHere, othersOnItems } from './here.rules.ts';

const at = (userId: string, state: 'viewing' | 'away' | 'editing', id = 'row') => ({
  id,
  userId,
  name: `Name ${userId}`,
  state,
});

describe('who else is here', () => {
  it('leaves oneself out', () => {
    expect(othersHere([at('me', 'editing'), at('jo', 'viewing')], 'me')).toEqual([
      { id: 'jo', name: 'Name jo', presence: 'viewing' },
    ]);
  });

  it('shows a person once, by the strongest thing they do', () => {
    const here = othersHere([at('jo', 'away'), at('jo', 'editing'), at('jo', 'viewing')], 'me');
    expect(here.map(({ presence }) => presence)).toEqual(['editing']);
  });

  it('keeps rows apart', () => {
    const rows = othersByRow(
      new Map([
        ['a', [at('jo', 'viewing', 'a')]],
        ['b', [at('me', 'viewing', 'b')]],
      ]),
      'me',
    );
    expect(rows.get('a')).toHaveLength(1);
    expect(rows.get('b')).toHaveLength(0);
  });

  it('finds people on an item wherever they look at it: its row or its case', () => {
    const people = new Map([
      ['item', [at('jo', 'viewing', 'item')]],
      ['case', [at('jo', 'editing', 'case'), at('ben', 'away', 'case')]],
    ]);
    const here = othersOnItems(
      [
        { id: 'item', subjectId: 'case' },
        { id: 'other', subjectId: 'none' },
      ],
      people,
      'me',
    );
    expect(here.get('item')?.map(({ id, presence }) => `${id} ${presence}`)).toEqual(['ben away', 'jo editing']);
    expect(here.has('other')).toBe(false);
  });
});
