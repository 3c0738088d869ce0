import type { Purpose } from '@caseboard/server/kernel';
import { identityApp } from '../test/identity-app.ts';
import type { IdentityApp } from '../test/identity-app.ts';

const TABLES = [
  'organisation',
  'user_account',
  'team',
  'team_member',
  'facility',
  'user_facility',
  'credential',
  'session',
  'link',
  'throttle',
] as const;

/** What each purpose may read across organisations; everything else shows it nothing. */
const MAY_READ: Record<Purpose, readonly string[]> = {
  tail: [],
  'sign-in': ['organisation', 'credential', 'throttle'],
  session: ['user_account', 'team_member', 'user_facility', 'session'],
  link: ['link'],
};

describe('row-level security of identity', () => {
  let app: IdentityApp;
  beforeAll(async () => {
    app = await identityApp();
    for (const [org, roles] of [
      [app.lakeside, ['admin']],
      [app.harbor, ['admin']],
    ] as const) {
      const email = `admin@${org.key}.test`;
      const user = await app.aUser([...roles], { orgId: org.id, email });
      const browser = app.browser();
      await browser.signIn(email);
      await browser.signIn('nobody@nowhere.test', 'x');
      const memberships = {
        teamIds: [...org.teams.values()].map(({ id }) => id),
        facilityIds: [...org.facilities.values()].map(({ id }) => id),
      };
      await browser.ask('patch', `/users/${user.id}`, memberships, { 'If-Match': '"v1"' });
      await browser.ask('post', '/users', { email: `new@${org.key}.test`, name: 'New', roles: ['coder'] });
    }
  });
  afterAll(() => app.close());

  const count = (rows: { count: string }[]) => Number(rows[0]?.count);
  const isolated = TABLES.filter((table) => table !== 'throttle');

  it.each(Object.entries(MAY_READ))('lets %s read only %j', async (purpose, readable) => {
    const seen: string[] = [];
    for (const table of TABLES) {
      const rows = await app.uow.across<{ count: string }>(
        purpose as Purpose,
        `SELECT count(*) FROM identity.${table}`,
      );
      if (count(rows) > 0) seen.push(table);
    }
    expect(seen.sort()).toEqual([...readable].sort());
  });

  it.each(isolated)('shows an organisation only its own rows of %s', async (table) => {
    const asked = `SELECT count(*) FROM identity.${table} WHERE org_id <> $1`;
    const owned = `SELECT count(*) FROM identity.${table} WHERE org_id = $1`;
    const [others, own] = await app.uow.peek(app.lakeside.id, async (tx) => [
      await tx.query<{ count: string }>(asked, [tx.orgId]),
      await tx.query<{ count: string }>(owned, [tx.orgId]),
    ]);
    expect(count(others ?? [])).toBe(0);
    expect(count(own ?? [])).toBeGreaterThan(0);
  });

  it('lets no purpose write a row of an organisation, but for the moment a session was last used', async () => {
    const writes: [Purpose, string][] = [
      ['sign-in', "UPDATE identity.credential SET password_hash = 'x' RETURNING org_id"],
      ['sign-in', "UPDATE identity.organisation SET name = 'x' RETURNING org_id"],
      ['session', "UPDATE identity.user_account SET roles = '{admin}' RETURNING org_id"],
      ['session', 'DELETE FROM identity.session RETURNING org_id'],
      ['link', 'UPDATE identity.link SET used_at = NULL RETURNING org_id'],
    ];
    for (const [purpose, sql] of writes) expect(await app.uow.across(purpose, sql)).toEqual([]);
  });

  it('takes no person of one organisation into a team of another', async () => {
    const teamId = app.harbor.teams.get('Billing')?.id;
    const audit = { action: 'test', kind: 'team' };
    const joining = app.uow.actAs(app.lakeside.id, 'rule:test', audit, (tx) =>
      tx.execute(
        'INSERT INTO identity.team_member (org_id, team_id, user_id) SELECT $1, $2, id FROM identity.user_account',
        [tx.orgId, teamId],
      ),
    );
    await expect(joining).rejects.toThrow(/foreign key/);
  });
});
