import type { User } from '@caseboard/contracts';
import { identityApp } from '../test/identity-app.ts';
import type { Browser, IdentityApp } from '../test/identity-app.ts';

const v = (version: number) => ({ 'If-Match': `"v${version}"` });

describe('the people of an organisation', () => {
  let app: IdentityApp;
  let admin: Browser;
  beforeAll(async () => {
    app = await identityApp();
    admin = (await app.signedIn(['admin'])).browser;
  });
  afterAll(() => app.close());

  const idOf = (map: Map<string, { id: string }>, name: string) => map.get(name)?.id ?? '';
  const change = (user: Pick<User, 'id'>, patch: object, version = 1, by = admin) =>
    by.ask('patch', `/users/${user.id}`, patch, v(version));

  it('are changed field by field, each change a new version', async () => {
    const user = await app.aUser(['coder']);
    const team = idOf(app.lakeside.teams, 'Coding');
    const moved = await change(user, { teamIds: [team], name: 'Maya Lindqvist' });
    expect(moved.status).toBe(200);
    expect(moved.headers['etag']).toBe('"v2"');
    expect(moved.body).toEqual({ ...user, name: 'Maya Lindqvist', initials: 'ML', teamIds: [team], version: 2 });
    const teams = (await admin.ask('get', '/teams')).body.items as { id: string; memberIds: string[] }[];
    expect(teams.find(({ id }) => id === team)?.memberIds).toContain(user.id);
    expect((await change(user, { teamIds: [] }, 2)).body.teamIds).toEqual([]);
  });

  it('are not overwritten by who saw an older version', async () => {
    const user = await app.aUser(['coder']);
    await change(user, { name: 'First' });
    const late = await change(user, { name: 'Second' });
    expect(late.status).toBe(412);
    expect(late.body.current).toMatchObject({ id: user.id, name: 'First', version: 2 });
    expect((await admin.ask('patch', `/users/${user.id}`, { name: 'Third' })).status).toBe(428);
  });

  it('are changed by one of two administrators who press at once', async () => {
    const user = await app.aUser(['coder']);
    const answers = await Promise.all([change(user, { name: 'One' }), change(user, { name: 'Two' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
  });

  it('stay as they are when nothing changes', async () => {
    const user = await app.aUser(['coder', 'biller']);
    expect((await change(user, { roles: ['biller', 'coder'] })).body.version).toBe(1);
  });

  it('are signed out everywhere when disabled, and come back with the same password', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    await change(user, { state: 'disabled' });
    expect((await browser.ask('get', '/session')).status).toBe(401);
    expect((await app.browser().signIn(user.email)).body.code).toBe('identity/wrong-credentials');
    await change(user, { state: 'active' }, 2);
    expect((await browser.ask('get', '/session')).status).toBe(401);
    expect((await app.browser().signIn(user.email)).status).toBe(200);
  });

  it('lose what a role allowed with their next request', async () => {
    const { user, browser } = await app.signedIn(['lead']);
    expect((await browser.ask('get', '/users')).status).toBe(200);
    await change(user, { roles: ['coder'] });
    expect((await browser.ask('get', '/users')).status).toBe(403);
  });

  it('are signed out everywhere by an administrator, and may sign in again', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    expect((await admin.ask('delete', `/users/${user.id}/sessions`)).status).toBe(204);
    expect((await browser.ask('get', '/session')).status).toBe(401);
    expect((await app.browser().signIn(user.email)).status).toBe(200);
  });

  it('have one email each', async () => {
    const user = await app.aUser(['coder']);
    const body = { email: user.email.toUpperCase(), name: 'Twin', roles: ['coder'] };
    expect((await admin.ask('post', '/users', body)).body.code).toBe('identity/email-taken');
  });

  it('belong to teams and facilities of their own organisation only', async () => {
    const user = await app.aUser(['coder']);
    const teamIds = [idOf(app.harbor.teams, 'Billing')];
    const facilityIds = [idOf(app.harbor.facilities, 'Quiet')];
    const answer = await change(user, { teamIds, facilityIds });
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/teamIds', '/facilityIds']);
  });

  it('of another organisation are not there', async () => {
    const stranger = await app.aUser(['coder'], { orgId: app.harbor.id, email: 'stranger@harbor.test' });
    const answers = [
      await change(stranger, { name: 'Mine' }),
      await admin.ask('post', `/users/${stranger.id}/invitations`),
      await admin.ask('delete', `/users/${stranger.id}/sessions`),
      await admin.ask('patch', `/teams/${idOf(app.harbor.teams, 'Billing')}`, { name: 'Mine' }, v(1)),
      await admin.ask('patch', `/facilities/${idOf(app.harbor.facilities, 'Main')}`, { name: 'Mine' }, v(1)),
      await admin.ask('patch', '/users/not-an-id', { name: 'Mine' }, v(1)),
    ];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual(
      answers.map(() => [404, 'request/not-found']),
    );
    const names = (await admin.ask('get', '/users')).body.items.map((user: User) => user.email);
    expect(names).not.toContain('stranger@harbor.test');
  });

  it('come page by page, each once', async () => {
    const all = (await admin.ask('get', '/colleagues')).body.items as { id: string }[];
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const page = (await admin.ask('get', `/colleagues?limit=4${cursor}`)).body;
      paged.push(...page.items.map((item: { id: string }) => item.id));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(paged).toEqual(all.map((item) => item.id));
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('show colleagues no more than their names and roles', async () => {
    const { browser } = await app.signedIn(['physician']);
    const [someone] = (await browser.ask('get', '/colleagues')).body.items;
    expect(Object.keys(someone).sort()).toEqual(['id', 'initials', 'isActive', 'name', 'roles']);
  });
});

describe('the last administrator', () => {
  let app: IdentityApp;
  beforeAll(async () => {
    app = await identityApp();
  });
  afterAll(() => app.close());

  it('stays, even when two administrators remove each other at the same moment', async () => {
    const one = await app.signedIn(['admin', 'lead']);
    const two = await app.signedIn(['admin']);
    const answers = await Promise.all([
      one.browser.ask('patch', `/users/${two.user.id}`, { state: 'disabled' }, v(1)),
      two.browser.ask('patch', `/users/${one.user.id}`, { roles: ['lead'] }, v(1)),
    ]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const left = answers[0]?.status === 200 ? one : two;
    const own = await left.browser.ask('patch', `/users/${left.user.id}`, { state: 'disabled' }, v(1));
    expect(own.body.code).toBe('identity/last-admin');
  });
});
