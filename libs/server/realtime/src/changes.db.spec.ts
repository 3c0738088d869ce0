import { channels } from '@caseboard/contracts';
import { testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode, SignedIn } from '../test/live-node.ts';
import { layOutToys, putToy } from '../test/toy.module.ts';

describe('GET /channels/:channel/changes', () => {
  let database: TestDatabase;
  let node: LiveNode;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    node = await liveNode(database.url);
  });
  afterAll(async () => {
    await node.stop();
    await database.drop();
  });

  async function ask(
    person: SignedIn | undefined,
    channel: string,
    query = '',
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await fetch(
      `http://127.0.0.1:${node.port}/api/v1/channels/${encodeURIComponent(channel)}/changes${query}`,
      {
        headers: person ? { Cookie: person.cookie } : {},
      },
    );
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  it('answers what subscribe answers', async () => {
    const clinic = await aClinic(node.uow);
    const person = await clinic.signIn(['lead']);
    const queue = uuidv7();
    const channel = channels.queue(queue);
    for (const text of ['one', 'two', 'three']) await node.change(clinic.orgId, (tx) => putToy(tx, { queue, text }));
    const screen = await node.screen(person);
    const bySocket = await screen.subscribe({ channel, since: 1 });
    const byHttp = await ask(person, channel, '?since=1');
    expect(byHttp.status).toBe(200);
    expect(byHttp.body).toEqual(bySocket);
    expect((await ask(person, channel, '?since=3')).body).toMatchObject({ mode: 'live', head: 3 });
    expect((await ask(person, channel)).body).toMatchObject({ mode: 'live', head: 3 });
    expect((await ask(person, channel, '?since=9')).body).toMatchObject({ mode: 'resync' });
    expect((await ask(person, channel, `?since=3&epoch=${uuidv7()}`)).body).toMatchObject({ mode: 'resync' });
  });

  it('refuses as every route does', async () => {
    const clinic = await aClinic(node.uow);
    const channel = channels.queue(uuidv7());
    const biller = await clinic.signIn(['biller']);
    expect(await ask(undefined, channel)).toMatchObject({ status: 401, body: { code: 'access/no-session' } });
    expect(await ask(biller, channel)).toMatchObject({ status: 404, body: { code: 'live/unknown-channel' } });
    expect(await ask(biller, 'nothing:here')).toMatchObject({ status: 404 });
    expect(await ask(biller, 'Not A Channel')).toMatchObject({ status: 404 });
    expect(await ask(biller, channel, '?since=-1')).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    expect(await ask(biller, channel, '?since=1&more=2')).toMatchObject({ status: 400 });
  });
});
