import type { Frame, SubscribeReply } from '@caseboard/contracts';
import { LiveList, type ListConnection, type LiveSource } from './live-list.ts';
import type { ChannelListener } from './live-connection.ts';
import { MissedChanges } from './missed-changes.ts';

interface Row {
  id: string;
  name: string;
}

const source: LiveSource<Row> = {
  channel: 'directory:all',
  kind: 'team',
  idOf: ({ id }) => id,
  load: async () => ({ items: [{ id: 'a', name: 'Billing' }], nextCursor: null, asOf: 10 }),
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: (body) => body as Row,
};

const aFrame = (seq: number, prev: number, name: string): Frame => ({
  channel: 'directory:all',
  epoch: 'e',
  seq,
  prev,
  asOf: seq,
  changes: [
    {
      seq,
      name: 'identity.team-saved',
      version: 1,
      op: 'put',
      kind: 'team',
      id: 'a',
      actor: 'user:ben',
      at: '2026-11-24T16:00:00Z',
      body: { id: 'a', name },
    },
  ],
});

/** A server that replays `frames` to whoever subscribes, and a list that has loaded and follows. */
async function aList() {
  const counted: number[] = [];
  const server = { frames: [] as Frame[], listener: undefined as ChannelListener | undefined };
  const missed = new MissedChanges();
  missed.add = (changes) => void counted.push(changes.length);
  const connection: ListConnection = {
    missed,
    listen: (_, listener) => {
      server.listener = listener;
      return () => undefined;
    },
    subscribe: async (_, since): Promise<SubscribeReply> => {
      const events = server.frames.filter(({ seq }) => seq > since);
      return {
        ok: true,
        epoch: 'e',
        head: events.at(-1)?.seq ?? since,
        mode: events.length > 0 ? 'replay' : 'live',
        events,
      };
    },
  };
  const list = new LiveList(connection, source);
  return { list, server, counted };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a live list', () => {
  it('counts as missed what came while the connection was away, not what came between snapshot and subscription', async () => {
    const { list, server, counted } = await aList();
    server.frames = [aFrame(11, 10, 'Claims')];
    list.start();
    await settled();
    expect(list.rows.all.get('a')?.body.name).toBe('Claims');
    expect(counted).toEqual([]);

    server.frames = [...server.frames, aFrame(12, 11, 'Money')];
    server.listener?.onConnected();
    await settled();
    expect(list.rows.all.get('a')?.body.name).toBe('Money');
    expect(counted).toEqual([1]);
  });
});
