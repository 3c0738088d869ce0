import { PERMISSIONS, PUBLIC_PERMISSIONS, permissionsOf, ROLES } from '@caseboard/contracts';
import type { Permission, Role } from '@caseboard/contracts';
import type { EndpointDefinition } from '@caseboard/server/kernel';
import { startCaseboard } from './caseboard.ts';
import type { Caseboard } from './caseboard.ts';
import { routesOf, socketEventsOf } from './registry.ts';
import type { Route } from './registry.ts';
import type { Visitor } from './visitor.ts';

const LOGINS: Record<Role, string> = {
  lead: 'lead',
  coder: 'coder',
  physician: 'physician',
  biller: 'biller',
  accounts: 'accounts',
  auditor: 'auditor',
  admin: 'admin',
};
const UNKNOWN = '0190a5b0-0000-7000-8000-000000000000';

/** Seeded fault: a guard that lets everybody with a session pass; then every role's story is red. */
describe('the doors of the server', () => {
  let caseboard: Caseboard;
  let routes: Route[];
  const people = new Map<Role, Visitor>();

  beforeAll(async () => {
    caseboard = await startCaseboard();
    routes = routesOf(caseboard.web.app);
    for (const role of ROLES) people.set(role, await caseboard.as(LOGINS[role]));
  }, 60_000);
  afterAll(() => caseboard.close());

  const knock = (visitor: Visitor, route: Route) =>
    visitor.call(route.method, route.path.replaceAll(/:\w+/g, UNKNOWN), {
      ...(route.method === 'GET' ? {} : { body: {} }),
      version: 1,
    });

  it('are all declared: every route and socket event names a permission', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ endpoint }) => endpoint === undefined).map(({ path }) => path)).toEqual([]);
    const events = socketEventsOf(caseboard.web.app);
    expect(events.map(({ event }) => event).sort()).toEqual(['presence', 'subscribe', 'unsubscribe']);
    expect(events.filter(({ permission }) => !permission)).toEqual([]);
  });

  it('have an operation id of their own each, and use every permission that is not a socket’s', () => {
    const ids = routes.map(({ endpoint }) => endpoint?.id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set<Permission>(routes.map(({ endpoint }) => (endpoint as EndpointDefinition).permission));
    const unused = PERMISSIONS.filter((permission) => !used.has(permission));
    expect(unused.sort()).toEqual(['live.presence.share', 'worklist.item.assign']);
  });

  it('stay shut for strangers, but for signing in, passwords and health', async () => {
    for (const route of routes) {
      const answer = await knock(caseboard.stranger(), route);
      const isPublic = PUBLIC_PERMISSIONS.has((route.endpoint as EndpointDefinition).permission);
      expect([
        route.endpoint?.id,
        answer.status === 401 && (answer.body as { code: string }).code === 'access/no-session',
      ]).toEqual([route.endpoint?.id, !isPublic]);
    }
  });

  it.each(ROLES.map((role) => [role]))('open for %s exactly where the table says', async (role) => {
    const visitor = people.get(role) as Visitor;
    const allowed = permissionsOf([role]);
    for (const route of routes) {
      const { id, permission } = route.endpoint as EndpointDefinition;
      if (permission === 'identity.session.end' || PUBLIC_PERMISSIONS.has(permission)) continue;
      const { status } = await knock(visitor, route);
      expect([id, status === 403, status >= 500]).toEqual([id, !allowed.has(permission), false]);
    }
  });

  it('answer another organisation’s ids like unknown ones', async () => {
    const harbor = await caseboard.as('admin@harbor');
    const users = await harbor.get<{ items: { id: string; version: number }[] }>('/users');
    const foreign = users.body.items[0];
    const admin = people.get('admin') as Visitor;
    const [known, unknown] = await Promise.all(
      [foreign?.id, UNKNOWN].map((id) =>
        admin.patch<{ instance: string; traceId: string }>(`/users/${id}`, { body: { name: 'X Y' }, version: 1 }),
      ),
    );
    const without = (answer: typeof known) => ({
      status: answer?.status,
      body: { ...answer?.body, instance: '', traceId: '' },
    });
    expect(without(known)).toEqual(without(unknown));
    expect(known?.status).toBe(404);
  });

  it('refuse fields they do not know, and say which', async () => {
    const answer = await (people.get('admin') as Visitor).post<{ code: string; errors: { pointer: string }[] }>(
      '/teams',
      { body: { name: 'Night shift', orgId: UNKNOWN, __proto__x: 1 } },
    );
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('request/invalid');
    expect(answer.body.errors.map(({ pointer }) => pointer)).toContain('/orgId');
  });

  it.each([['https://evil.example'], ['null'], [undefined], ['http://127.0.0.1.evil.example'], ['http://127.0.0.1:1']])(
    'refuse a change from the origin %s',
    async (origin) => {
      const admin = people.get('admin') as Visitor;
      const response = await fetch(`${caseboard.address}/api/v1/teams`, {
        method: 'POST',
        headers: {
          Cookie: admin.cookie ?? '',
          'Content-Type': 'application/json',
          'Idempotency-Key': 'k',
          ...(origin === undefined ? {} : { Origin: origin }),
        },
        body: JSON.stringify({ name: 'From elsewhere' }),
      });
      expect(response.status).toBe(403);
      expect(((await response.json()) as { code: string }).code).toBe('access/origin');
    },
  );

  it('say what they are in one shape: problem+json with a code and a trace', async () => {
    const answer = await (people.get('lead') as Visitor).get<Record<string, unknown>>('/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      code: 'request/not-found',
      status: 404,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('demand a key on commands and a version on changes of a row', async () => {
    const admin = people.get('admin') as Visitor;
    expect((await admin.post('/teams', { body: { name: 'A' }, key: null })).status).toBe(400);
    const { body } = await admin.post<{ id: string; version: number }>('/teams', { body: { name: 'Appeals' } });
    expect((await admin.patch(`/teams/${body.id}`, { body: { name: 'B' } })).status).toBe(428);
    expect(
      (await admin.patch(`/teams/${body.id}`, { body: { name: 'Appeals desk' }, version: body.version })).status,
    ).toBe(200);
    expect((await admin.patch(`/teams/${body.id}`, { body: { name: 'C' }, version: body.version })).status).toBe(412);
  });
});
