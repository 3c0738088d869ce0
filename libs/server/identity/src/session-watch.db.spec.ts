import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@caseboard/server/kernel';
import { Database, Hints, UnitOfWork } from '@caseboard/server/kernel';
import { fixedClock } from '@caseboard/testing';
import { identityApp } from '../test/identity-app.ts';
import type { IdentityApp } from '../test/identity-app.ts';
import { SessionWatch } from './session-watch.service.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

describe('a session', () => {
  let app: IdentityApp;
  let watch: SessionWatch;
  let otherNode: SessionWatch;
  let otherDatabase: Database;
  const clock = fixedClock();

  beforeAll(async () => {
    app = await identityApp(clock);
    watch = app.app.get(SessionWatch);
    otherDatabase = await Database.connect(app.database.url, { poolSize: 2, name: 'other-node' });
    const uow = new UnitOfWork(otherDatabase, clock as Clock, new Hints(), { send: async () => undefined });
    otherNode = new SessionWatch(uow, clock as Clock);
  });
  afterAll(async () => {
    await otherDatabase.close();
    await app.close();
  });

  const begin = async () => {
    const { user, browser } = await app.signedIn(['coder']);
    const token = browser.cookie?.split('=')[1] ?? '';
    const principal = await watch.principalOf(token);
    const fresh = () => watch.forgetUsers(app.lakeside.id, [user.id]);
    return { user, browser, token, fresh, sessionId: principal?.sessionId ?? '' };
  };
  const seenAt = async (sessionId: string) => {
    const [row] = await app.uow.peek(app.lakeside.id, (tx) =>
      tx.query<{ last_seen_at: Date }>('SELECT last_seen_at FROM identity.session WHERE org_id = $1 AND id = $2', [
        tx.orgId,
        sessionId,
      ]),
    );
    return row?.last_seen_at.toISOString();
  };

  it('says who somebody is, with their teams and gated facilities', async () => {
    const { user, token } = await begin();
    const teamId = app.lakeside.teams.get('Coding')?.id ?? '';
    const facilityId = app.lakeside.facilities.get('Quiet')?.id ?? '';
    const admin = (await app.signedIn(['admin'])).browser;
    await admin.ask(
      'patch',
      `/users/${user.id}`,
      { teamIds: [teamId], facilityIds: [facilityId] },
      { 'If-Match': '"v1"' },
    );
    const principal = await watch.principalOf(token);
    expect(principal).toMatchObject({
      orgId: app.lakeside.id,
      userId: user.id,
      roles: ['coder'],
      teamIds: [teamId],
      facilityIds: [facilityId],
    });
    expect(principal?.permissions.has('worklist.item.take')).toBe(true);
  });

  it('is nobody’s for a made-up secret', async () => {
    expect(await watch.principalOf('x'.repeat(43))).toBeUndefined();
    expect(await watch.principalOf("' OR true --")).toBeUndefined();
  });

  it('ends twelve hours after the last request; sockets are no use of it', async () => {
    const { token, sessionId } = await begin();
    clock.advance(11 * HOUR_MS);
    expect(await watch.liveByToken(token)).toBeDefined();
    expect(await watch.principalBySession(app.lakeside.id, sessionId)).toBeDefined();
    clock.advance(HOUR_MS);
    expect(await watch.liveByToken(token)).toBeUndefined();
    expect(await watch.principalBySession(app.lakeside.id, sessionId)).toBeUndefined();
    expect(await watch.principalOf(token)).toBeUndefined();
  });

  it('lasts as long as it is used, for a day', async () => {
    const { token, sessionId, fresh } = await begin();
    const end = clock.now().getTime() + 24 * HOUR_MS;
    for (let n = 0; n < 2; n += 1) {
      clock.advance(11 * HOUR_MS);
      fresh();
      expect(await watch.principalOf(token)).toBeDefined();
    }
    expect((await watch.expiresAt(app.lakeside.id, sessionId))?.getTime()).toBe(end);
    clock.advance(2 * HOUR_MS - 1);
    expect(await watch.principalOf(token)).toBeDefined();
    clock.advance(1);
    expect(await watch.principalOf(token)).toBeUndefined();
  });

  it('notes its use once a minute', async () => {
    const { token, sessionId, fresh } = await begin();
    const first = await seenAt(sessionId);
    clock.advance(MINUTE_MS - 1);
    fresh();
    await watch.principalOf(token);
    expect(await seenAt(sessionId)).toBe(first);
    clock.advance(1);
    fresh();
    await watch.principalOf(token);
    expect(await seenAt(sessionId)).toBe(clock.now().toISOString());
  });

  it('is read once for many requests at the same time', async () => {
    const { token, fresh } = await begin();
    fresh();
    let reads = 0;
    const across = app.uow.across.bind(app.uow);
    app.uow.across = (...asked) => {
      reads += 1;
      return across(...asked);
    };
    await Promise.all(Array.from({ length: 50 }, () => watch.principalOf(token)));
    app.uow.across = across;
    expect(reads).toBe(1);
  });

  it('ends on every other node within five seconds, without any message', async () => {
    const { token, browser } = await begin();
    expect(await otherNode.principalOf(token)).toBeDefined();
    await browser.ask('delete', '/session');
    expect(await watch.principalOf(token)).toBeUndefined();
    await sleep(2050);
    expect(await otherNode.principalOf(token)).toBeUndefined();
  });

  it('ends at once on a node that is told', async () => {
    const { user, token, browser } = await begin();
    expect(await otherNode.principalOf(token)).toBeDefined();
    await browser.ask('delete', '/session');
    otherNode.forgetUsers(app.lakeside.id, [user.id]);
    expect(await otherNode.principalOf(token)).toBeUndefined();
  });

  it('is found by many ids in one read, within its organisation only', async () => {
    const [one, two] = [await begin(), await begin()];
    const ids = [one.sessionId, two.sessionId];
    expect([...(await watch.sessionsOf(app.lakeside.id, ids)).keys()].sort()).toEqual(ids.sort());
    expect((await watch.sessionsOf(app.harbor.id, ids)).size).toBe(0);
  });
});
