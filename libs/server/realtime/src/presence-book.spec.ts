import { PresenceBook } from './presence-book.ts';
import type { PresenceWord } from './presence-word.ts';

const place = { orgId: 'org', channel: 'queue:1' };
const word = (over: Partial<PresenceWord> = {}): PresenceWord => ({
  ...place,
  id: 'item',
  userId: 'ana',
  name: 'Ana Ortiz',
  socketId: 's1',
  state: 'viewing',
  ...over,
});

describe('the book of presence', () => {
  it('counts connections and shows people, with the strongest of their states', () => {
    const book = new PresenceBook();
    book.hear(word(), 0);
    book.hear(word({ socketId: 's2', state: 'editing' }), 0);
    expect(book.people(place)).toEqual([{ id: 'item', userId: 'ana', name: 'Ana Ortiz', state: 'editing' }]);
    book.hear(word({ socketId: 's2', state: null }), 1);
    expect(book.people(place)).toEqual([expect.objectContaining({ state: 'viewing' })]);
  });

  it('says whether anything changed, so that repeated words stay quiet', () => {
    const book = new PresenceBook();
    expect(book.hear(word(), 0)).toBe(true);
    expect(book.hear(word(), 10_000)).toBe(false);
    expect(book.hear(word({ state: 'editing' }), 11_000)).toBe(true);
    expect(book.hear(word({ state: null }), 12_000)).toBe(true);
    expect(book.hear(word({ state: null }), 12_000)).toBe(false);
  });

  it('drops whoever has been silent for 30 seconds', () => {
    const book = new PresenceBook();
    book.hear(word(), 0);
    book.hear(word({ userId: 'ben', socketId: 's2' }), 20_000);
    expect(book.expire(29_999)).toEqual([]);
    expect(book.expire(30_000)).toHaveLength(1);
    expect(book.people(place).map(({ userId }) => userId)).toEqual(['ben']);
  });

  it('lets a connection say good-bye everywhere at once', () => {
    const book = new PresenceBook();
    book.hear(word(), 0);
    book.hear(word({ channel: 'queue:2' }), 0);
    for (const farewell of book.farewells('s1')) book.hear(farewell, 1);
    expect(book.occupied()).toEqual([]);
  });

  it('gives one connection no more than twenty rows of a channel', () => {
    const book = new PresenceBook();
    for (let row = 0; row < 50; row += 1) book.hear(word({ id: `item-${row}` }), 0);
    expect(book.people(place)).toHaveLength(20);
  });

  it('never mixes organisations', () => {
    const book = new PresenceBook();
    book.hear(word(), 0);
    expect(book.people({ ...place, orgId: 'other' })).toEqual([]);
  });
});
