import type { Role } from '@caseboard/contracts';
import { permissionsOf } from '@caseboard/contracts';
import type { Principal } from '@caseboard/server/kernel';
import { LiveRegistry } from '@caseboard/server/kernel';
import { identityApp, tokenIn } from '../test/identity-app.ts';
import type { Browser, IdentityApp } from '../test/identity-app.ts';

interface Delivery {
  channel: string;
  kind: string;
  id: string;
  op: string;
}
type Row = { id: string };
type Lists = Record<string, Map<string, unknown>>;

const LISTS = { user: 'users', team: 'teams', facility: 'facilities', colleague: 'colleagues' } as const;
const v = (version: number) => ({ 'If-Match': `"v${version}"` });

describe('what changes on screens', () => {
  let app: IdentityApp;
  let admin: Browser;
  let adminId: string;
  let registry: LiveRegistry;
  beforeAll(async () => {
    app = await identityApp();
    const signedIn = await app.signedIn(['admin']);
    [admin, adminId] = [signedIn.browser, signedIn.user.id];
    registry = app.app.get(LiveRegistry);
  });
  afterAll(() => app.close());

  const snapshot = async (): Promise<{ lists: Lists; asOf: number }> => {
    const lists: Lists = {};
    let asOf = Infinity;
    for (const [kind, path] of Object.entries(LISTS)) {
      const { body } = await admin.ask('get', `/${path}`);
      lists[kind] = new Map(body.items.map((row: Row) => [row.id, row]));
      asOf = Math.min(asOf, body.asOf);
    }
    return { lists, asOf };
  };
  const eventsAfter = (seq: number) =>
    app.uow.peek(app.lakeside.id, (tx) =>
      tx.query<{ name: string; access_users: string[] }>(
        'SELECT name, access_users FROM events.event WHERE org_id = $1 AND seq > $2 ORDER BY seq',
        [tx.orgId, seq],
      ),
    );
  /** What a screen does with frames: bodies as they are now, for each delivered row. */
  const replay = (lists: Lists, seq: number) =>
    app.uow.peek(app.lakeside.id, async (tx) => {
      const deliveries = await tx.query<Delivery>(
        'SELECT channel, kind, id, op FROM events.delivery WHERE org_id = $1 AND seq > $2 ORDER BY seq',
        [tx.orgId, seq],
      );
      for (const { channel, kind, id, op } of deliveries) {
        const audience = registry.channel(channel)?.definition.audience ?? '';
        const body = (await registry.row(kind)?.project(tx, [id], audience))?.get(id);
        if (op === 'put' && body) lists[kind]?.set(id, body);
        else lists[kind]?.delete(id);
      }
    });

  const inviting = () =>
    admin.ask('post', '/users', { email: `n${Math.random()}@lakeside.test`, name: 'New One', roles: ['coder'] });
  const acts: [string, () => Promise<unknown>][] = [
    ['identity.user-invited', inviting],
    [
      'identity.user-activated',
      async () => {
        await inviting();
        await app
          .browser()
          .ask('post', '/passwords', { token: tokenIn((await app.mails()).at(-1)), password: 'slow boats in winter' });
      },
    ],
    [
      'identity.user-changed',
      async () => {
        const user = await app.aUser(['coder']);
        const teamIds = [...app.lakeside.teams.values()].map(({ id }) => id);
        await admin.ask('patch', `/users/${user.id}`, { name: 'Other', roles: ['lead'], teamIds }, v(1));
        await admin.ask('patch', `/users/${user.id}`, { teamIds: teamIds.slice(1), state: 'disabled' }, v(2));
      },
    ],
    [
      'identity.team-saved',
      async () => {
        const { body } = await admin.ask('post', '/teams', { name: 'Night' });
        await admin.ask('patch', `/teams/${body.id}`, { name: 'Late night' }, v(1));
      },
    ],
    [
      'identity.facility-saved',
      async () => {
        const { body } = await admin.ask('post', '/facilities', { name: 'Annex' });
        await admin.ask('patch', `/facilities/${body.id}`, { isGated: true }, v(1));
      },
    ],
  ];

  it.each(acts)('%s: the old lists and its rows make the new lists', async (name, act) => {
    const { lists, asOf } = await snapshot();
    await act();
    expect((await eventsAfter(asOf)).map((event) => event.name)).toContain(name);
    await replay(lists, asOf);
    expect(lists).toEqual((await snapshot()).lists);
  });

  it('names the person whose rights changed, so that their rooms are checked again', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    const { asOf } = await snapshot();
    await admin.ask('patch', `/users/${user.id}`, { roles: ['biller'] }, v(1));
    await browser.ask('delete', '/session');
    await app.browser().signIn(user.email);
    await admin.ask('delete', `/users/${user.id}/sessions`);
    expect(await eventsAfter(asOf)).toEqual(
      ['identity.user-changed', 'identity.sessions-ended', 'identity.sessions-ended'].map((name) => ({
        name,
        access_users: [user.id],
      })),
    );
  });

  it('checks everybody again when a facility is gated', async () => {
    const { body } = await admin.ask('post', '/facilities', { name: 'Tower' });
    const { asOf, lists } = await snapshot();
    await admin.ask('patch', `/facilities/${body.id}`, { isGated: true }, v(1));
    const [event] = await eventsAfter(asOf);
    const active = [...(lists['user'] as Map<string, { id: string; state: string }>).values()].filter(
      ({ state }) => state === 'active',
    );
    expect(new Set(event?.access_users)).toEqual(new Set(active.map(({ id }) => id)));
    expect(event?.access_users).toContain(adminId);
  });

  describe('channels', () => {
    const aPrincipal = (roles: Role[]): Principal => ({
      orgId: app.lakeside.id,
      userId: '01900000-0000-7000-8000-000000000001',
      sessionId: '01900000-0000-7000-8000-000000000002',
      name: 'Ana',
      initials: 'AN',
      roles,
      permissions: permissionsOf(roles),
      teamIds: ['01900000-0000-7000-8000-00000000000a'],
      facilityIds: [],
    });
    const admits = (roles: Role[], channel: string) =>
      app.uow.peek(app.lakeside.id, (tx) => registry.admits(tx, aPrincipal(roles), channel));

    it.each<[string, Role, boolean]>([
      ['directory:all', 'admin', true],
      ['directory:all', 'lead', true],
      ['directory:all', 'coder', false],
      ['directory:other', 'admin', false],
      ['colleagues:all', 'physician', true],
      ['user:01900000-0000-7000-8000-000000000001', 'coder', true],
      ['user:01900000-0000-7000-8000-000000000009', 'admin', false],
      ['team:01900000-0000-7000-8000-00000000000a', 'coder', true],
      ['team:01900000-0000-7000-8000-00000000000b', 'admin', false],
    ])('%s for %s: %s', async (channel, role, isAdmitted) => {
      expect(await admits([role], channel)).toBe(isAdmitted);
    });
  });
});
