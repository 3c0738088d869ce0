import { setTimeout as sleep } from 'node:timers/promises';
import { UserChanged } from '@caseboard/contracts';
import { eventually, runSql, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode, SignedIn } from '../test/live-node.ts';
import { ModelClient } from '../test/model-client.ts';
import { dropToy, layOutToys, listToys, putToy } from '../test/toy.module.ts';

const STEPS = 120;

/** Mulberry32: the same seed, the same schedule. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

describe('two clients and two nodes under any schedule', () => {
  let database: TestDatabase;
  let nodes: LiveNode[];
  let clients: ModelClient[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    nodes = [await liveNode(database.url), await liveNode(database.url)];
  });
  afterAll(async () => {
    for (const node of nodes) await node.stop();
    await database.drop();
  });

  afterEach(() => clients.forEach((client) => client.close()));

  const seeds = [Number(process.env.LIVE_SEED ?? Date.now() % 1_000_000), 7, 42];

  it.each(seeds)(
    'end with what a fresh load shows (seed %i)',
    async (seed) => {
      const roll = dice(seed);
      const oneOf = <T>(things: readonly T[]) => things[roll(things.length)] as T;
      const node = () => oneOf(nodes);
      const clinic = await aClinic(node().uow);
      const [queue, other] = [uuidv7(), uuidv7()];
      const people = [await clinic.signIn(['lead']), await clinic.signIn(['lead'])];
      clients = people.map((person) => new ModelClient(node(), person, queue));
      const toys: string[] = [];
      const setRoles = (person: SignedIn, roles: string[]) =>
        node().change(clinic.orgId, async (tx) => {
          await tx.execute('UPDATE identity.user_account SET roles = $3 WHERE org_id = $1 AND id = $2', [
            person.orgId,
            person.userId,
            roles,
          ]);
          tx.append(UserChanged, {
            id: person.userId,
            data: { userId: person.userId, fields: ['roles'] },
            accessUsers: [person.userId],
          });
        });
      const acts: (() => Promise<unknown>)[] = [
        async () =>
          toys.push(await node().change(clinic.orgId, (tx) => putToy(tx, { queue, text: `made ${roll(1000)}` }))),
        async () =>
          toys.length &&
          node().change(clinic.orgId, (tx) => putToy(tx, { id: oneOf(toys), queue, text: `changed ${roll(1000)}` })),
        async () =>
          toys.length &&
          node().change(clinic.orgId, (tx) =>
            putToy(tx, { id: oneOf(toys), queue: oneOf([queue, other]), isRestricted: roll(4) === 0 }),
          ),
        async () => toys.length && node().change(clinic.orgId, (tx) => dropToy(tx, oneOf(toys))),
        async () => oneOf(clients).loseOne(),
        async () => oneOf(clients).moveTo(node()),
        async () => sleep(roll(40)),
      ];
      const rare: (() => Promise<unknown>)[] = [
        async () =>
          runSql(
            database.ownerUrl,
            `SELECT set_config('caseboard.org', '${clinic.orgId}', false)`,
            'UPDATE events.stream SET epoch = gen_random_uuid()',
          ),
        async () => setRoles(oneOf(people), ['biller']),
        async () => {
          const dying = roll(nodes.length);
          await nodes[dying]?.stop();
          nodes[dying] = await liveNode(database.url);
          for (const client of clients) client.moveTo(node());
        },
      ];
      for (let step = 0; step < STEPS; step += 1) await (roll(25) === 0 ? oneOf(rare) : oneOf(acts))();
      for (const person of people) await setRoles(person, ['lead']);
      for (const client of clients) client.moveTo(node());
      await node().change(clinic.orgId, (tx) => putToy(tx, { queue, text: 'the last' }));
      const truth = await node().uow.peek(clinic.orgId, (tx) => listToys(tx, queue));
      for (const client of clients) {
        const held = () => [...client.rows.values()].map(({ body }) => body).sort((a, b) => (a.id < b.id ? -1 : 1));
        await eventually(() => expect(held()).toEqual(truth), { within: 14_000, every: 100 });
        client.close();
      }
    },
    40_000,
  );
});
