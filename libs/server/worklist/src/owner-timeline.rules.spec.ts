import { ownerEntries } from './owner-timeline.rules.ts';
import type { ItemMove } from './work-item.types.ts';

const aMove = (version: number, move: Partial<ItemMove>): ItemMove => ({
  version,
  at: new Date(Date.UTC(2026, 2, 2, 12, version)),
  actor: 'user:lea',
  act: 'taken',
  ownerId: null,
  ownerName: null,
  previousOwnerId: null,
  previousOwnerName: null,
  reason: null,
  ...move,
});

describe('who held an item', () => {
  it('tells who took it, got it and gave it up, and leaves its pauses to the case', () => {
    const told = ownerEntries([
      aMove(1, { act: 'taken', ownerId: 'ana', ownerName: 'Ana Ruiz' }),
      aMove(2, { act: 'waiting', ownerId: 'ana', ownerName: 'Ana Ruiz' }),
      aMove(3, { act: 'assigned', ownerId: 'gone', previousOwnerId: 'ana' }),
      aMove(4, { act: 'released', previousOwnerId: 'gone' }),
    ]);
    expect(told.map(({ id, text }) => `${id} ${text}`)).toEqual([
      'item:1 Taken by Ana Ruiz',
      'item:3 Given to somebody',
      'item:4 Released by somebody',
    ]);
    expect(told[0]).toMatchObject({ kind: 'taken', actor: 'user:lea', at: '2026-03-02T12:01:00.000Z' });
  });
});
