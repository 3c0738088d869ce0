import { effectOf } from './row-definition.ts';
import type { RowDefinition } from './row-definition.ts';

interface Item {
  id: string;
  channels: string[];
  isGated?: boolean;
}
const items: RowDefinition<Item> = {
  kind: 'item',
  channelsOf: (row) => row.channels,
  isRestricted: (row) => row.isGated ?? false,
  project: async () => new Map(),
};
const at = (...channels: string[]): Item => ({ id: 'i', channels });

describe('what an event does to a row on screens', () => {
  it('puts a new row where it is', () => {
    expect(effectOf(items, undefined, at('queue:a')).deliveries).toEqual([{ channel: 'queue:a', op: 'put' }]);
  });

  it('lets it leave where it was, with the reason, and puts it where it is now', () => {
    expect(effectOf(items, at('queue:a', 'user:x'), at('queue:b', 'user:x'), 'routed').deliveries).toEqual([
      { channel: 'queue:b', op: 'put', reason: 'routed' },
      { channel: 'user:x', op: 'put', reason: 'routed' },
      { channel: 'queue:a', op: 'leave', reason: 'routed' },
    ]);
  });

  it('lets a row that is gone leave everywhere', () => {
    expect(effectOf(items, at('queue:a'), undefined).deliveries).toEqual([{ channel: 'queue:a', op: 'leave' }]);
  });

  it('only touches a restricted row, so that each screen asks for it itself', () => {
    expect(effectOf(items, at('queue:a'), { ...at('queue:a'), isGated: true }).deliveries).toEqual([
      { channel: 'queue:a', op: 'touch' },
    ]);
  });
});
