import { askedMention, bodyParts, mentionedIn, peopleNamed, withMention } from './mention.rules.ts';

const cora = { id: 'c', name: 'Cora Mendez' };
const cor = { id: 'x', name: 'Cora' };
const ben = { id: 'b', name: 'Ben Okafor' };

describe('a name after @', () => {
  it('is asked for while it is being written', () => {
    expect(askedMention('Ask @co', 7)).toEqual({ at: 4, text: 'co' });
    expect(askedMention('@', 1)).toEqual({ at: 0, text: '' });
    expect(askedMention('(@Cora Me', 9)).toEqual({ at: 1, text: 'Cora Me' });
  });

  it('is not asked for inside an address, after a line, or once the sentence went on', () => {
    expect(askedMention('a@b', 3)).toBeUndefined();
    expect(askedMention('@co\nx', 5)).toBeUndefined();
    expect(askedMention('@Cora Mendez is', 15)).toBeUndefined();
    expect(askedMention('no name', 7)).toBeUndefined();
  });

  it('finds people by the beginning of any part of the name, the whole name first', () => {
    expect(peopleNamed([ben, cora], 'o')).toEqual([ben]);
    expect(peopleNamed([ben, cora], 'm')).toEqual([cora]);
    expect(peopleNamed([ben, cora], '')).toEqual([ben, cora]);
    expect(peopleNamed([{ id: 'm', name: 'Ann Cole' }, cora], 'co').map(({ id }) => id)).toEqual(['c', 'm']);
  });

  it('takes the place of what was written', () => {
    expect(withMention('Ask @co now', { at: 4, text: 'co' }, cora)).toEqual({
      body: 'Ask @Cora Mendez now',
      caret: 17,
    });
  });
});

describe('the people a message calls in', () => {
  it('are those whose whole name stands after @, each once', () => {
    expect(mentionedIn('@Cora Mendez and @Ben Okafor, @Cora Mendez', [cora, ben])).toEqual(['c', 'b']);
    expect(mentionedIn('@Cora Mendezes or Ben Okafor', [cora, ben])).toEqual([]);
  });

  it('are marked in the words, the longer name winning', () => {
    expect(bodyParts('See @Cora Mendez.', [cor, cora])).toEqual([
      { text: 'See ' },
      { text: '@Cora Mendez', personId: 'c' },
      { text: '.' },
    ]);
    expect(bodyParts('plain', [cora])).toEqual([{ text: 'plain' }]);
  });
});
