import { channels, ItemRescored } from '@caseboard/contracts';
import { ReactionRegistry } from '@caseboard/server/kernel';
import type { UnitOfWork } from '@caseboard/server/kernel';
import { anOrganisation, fixedClock, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { LogRetention } from './log-retention.ts';

describe('the log', () => {
  const clock = fixedClock();
  let database: TestDatabase;
  let opened: { uow: UnitOfWork; close(): Promise<void> };
  let made = 0;
  beforeAll(async () => {
    database = await testDatabase();
    opened = await testUnitOfWork(database.url, clock);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });
  beforeEach(() => clock.set('2026-03-02T12:00:00.000Z'));

  /** An organisation with events a day apart, the first of them `days` ago. */
  async function aLog(days: number): Promise<string> {
    made += 1;
    const { orgId } = await anOrganisation(opened.uow, `kept-${made}`);
    clock.advance(-days * 86_400_000);
    for (let day = 0; day < days; day += 1) {
      await opened.uow.actAs(orgId, 'rule:test', { action: 'test.append', kind: 'toy' }, async (tx) => {
        const row = { kind: 'toy', id: 'toy', deliveries: [{ channel: channels.queue('q'), op: 'put' as const }] };
        tx.append(ItemRescored, { id: 'toy', data: { itemId: uuidv7(), queueId: uuidv7() }, rows: [row] });
      });
      clock.advance(86_400_000);
    }
    return orgId;
  }
  const stateOf = (orgId: string) =>
    opened.uow.peek(orgId, async (tx) => {
      const [state] = await tx.query(
        `SELECT floor::int, events.head($1)::int AS head, (SELECT count(*)::int FROM events.event WHERE org_id = $1) AS events,
           (SELECT count(*)::int FROM events.delivery WHERE org_id = $1) AS deliveries FROM events.stream WHERE org_id = $1`,
        [orgId],
      );
      return state;
    });
  const cursor = (orgId: string, consumer: string, seq: number) =>
    opened.uow.actAs(orgId, 'rule:test', { action: 'test.cursor', kind: 'cursor' }, (tx) =>
      tx.execute('INSERT INTO events.reaction_cursor (org_id, consumer, seq) VALUES ($1, $2, $3)', [
        orgId,
        consumer,
        seq,
      ]),
    );
  const registryOf = (...consumers: string[]) => {
    const registry = new ReactionRegistry();
    for (const consumer of consumers)
      registry.register({ consumer, on: [ItemRescored], handle: async () => undefined });
    return registry;
  };

  it('is kept seven days, and its floor says so', async () => {
    const orgId = await aLog(10);
    const retention = new LogRetention(opened.uow, registryOf());
    expect(await retention.sweep(orgId)).toBe(3);
    expect(await stateOf(orgId)).toEqual({ floor: 3, head: 10, events: 7, deliveries: 7 });
    expect(await retention.sweep(orgId)).toBe(0);
  });

  it('stays whole while nothing is old', async () => {
    const orgId = await aLog(5);
    expect(await new LogRetention(opened.uow, registryOf()).sweep(orgId)).toBe(0);
    expect(await stateOf(orgId)).toEqual({ floor: 0, head: 5, events: 5, deliveries: 5 });
  });

  it('keeps what a reaction has still to read, whether it has a cursor yet or not', async () => {
    const orgId = await aLog(12);
    await cursor(orgId, 'slow', 2);
    expect(await new LogRetention(opened.uow, registryOf('slow')).sweep(orgId)).toBe(2);
    expect(await new LogRetention(opened.uow, registryOf('never-ran')).sweep(await aLog(12))).toBe(0);
  });

  it('keeps it also for a reaction of a version that this node does not know', async () => {
    const orgId = await aLog(12);
    await cursor(orgId, 'from-another-version', 3);
    expect(await new LogRetention(opened.uow, registryOf()).sweep(orgId)).toBe(3);
  });

  it('keeps its head even when everything is old', async () => {
    const orgId = await aLog(4);
    clock.advance(30 * 86_400_000);
    expect(await new LogRetention(opened.uow, registryOf()).sweep(orgId)).toBe(3);
    expect(await stateOf(orgId)).toEqual({ floor: 3, head: 4, events: 1, deliveries: 1 });
  });
});
