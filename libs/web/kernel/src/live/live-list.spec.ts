import { jest } from '@jest/globals';
import type { Change, Frame, SubscribeReply } from '@caseboard/contracts';
import type { ChannelListener, LiveConnection } from './live-connection.ts';
import { LiveList } from './live-list.ts';
import type { LiveSource } from './live-list.ts';

interface Row {
  id: string;
  text: string;
  version: number;
}

const row = (text: string, version = 1): Row => ({ id: 'a', text, version });
const change = (op: Change['op'], body?: Row): Change => ({
  seq: 11,
  name: 'test.row-changed',
  version: 1,
  op,
  kind: 'row',
  id: 'a',
  actor: 'user:jo',
  at: '2026-11-24T10:00:00Z',
  ...(body ? { body } : {}),
});

/** A connection that is live from 10 on and lets the test play frames. */
async function aList(over: Partial<LiveSource<Row>> = {}) {
  const reply: SubscribeReply = { ok: true, epoch: 'e', head: 10, mode: 'live' };
  const connection = { listen: () => () => undefined, subscribe: async () => reply, missed: { add: () => undefined } };
  const source: LiveSource<Row> = {
    channel: 'rows:all',
    kind: 'row',
    idOf: ({ id }) => id,
    load: async () => ({ items: [row('loaded')], nextCursor: null, asOf: 10 }),
    fetch: async () => ({ items: [row('fetched', 2)], asOf: 0 }),
    parse: (body) => body as Row,
    ...over,
  };
  const list = new LiveList(connection as unknown as LiveConnection, source);
  list.start();
  await settled();
  const play = async (...changes: Change[]) => {
    const frame: Frame = { channel: 'rows:all', epoch: 'e', seq: 11, prev: 10, asOf: 12, changes };
    (list as ChannelListener).onFrame(frame);
    await settled();
  };
  return { list, play, text: () => list.rows.all.get('a')?.body.text };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a live list', () => {
  it('puts a row as the frame brings it', async () => {
    const { play, text } = await aList();
    await play(change('put', row('from the frame', 2)));
    expect(text()).toBe('from the frame');
  });

  it('fetches a touched row, which counts as read after the frame', async () => {
    const { list, play, text } = await aList();
    await play(change('touch'));
    expect(text()).toBe('fetched');
    expect(list.rows.all.get('a')?.asOf).toBe(12);
  });

  it('lets a touched row go when it may not be seen any more', async () => {
    const { play, text } = await aList({ fetch: async () => ({ items: [], asOf: 0 }) });
    await play(change('touch'));
    expect(text()).toBeUndefined();
  });

  it('fetches what frames put only in part', async () => {
    const fetch = jest.fn(async () => ({ items: [row('whole', 2)], asOf: 0 }));
    const { play, text } = await aList({ isPartial: true, fetch });
    await play(change('put', row('a part', 2)));
    expect(text()).toBe('whole');
    expect(fetch).toHaveBeenCalledWith(['a']);
  });

  it('takes the row an answer brings, unless a frame was ahead of it', async () => {
    const { list, play, text } = await aList();
    const ahead = (answer: Row) => (held: Row) => answer.version > held.version;
    list.take(row('answered', 2), ahead(row('answered', 2)));
    expect(text()).toBe('answered');
    await play(change('put', row('from the frame', 4)));
    list.take(row('late answer', 3), ahead(row('late answer', 3)));
    expect(text()).toBe('from the frame');
  });
});
