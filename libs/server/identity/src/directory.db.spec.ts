import { identityApp } from '../test/identity-app.ts';
import type { Browser, IdentityApp } from '../test/identity-app.ts';

const v = (version: number) => ({ 'If-Match': `"v${version}"` });

describe.each(['teams', 'facilities'])('%s', (list) => {
  let app: IdentityApp;
  let admin: Browser;
  beforeAll(async () => {
    app = await identityApp();
    admin = (await app.signedIn(['admin'])).browser;
  });
  afterAll(() => app.close());

  const make = (name: string) => admin.ask('post', `/${list}`, { name });

  it('are made and renamed', async () => {
    const made = await make('North');
    expect(made.status).toBe(201);
    const renamed = await admin.ask('patch', `/${list}/${made.body.id}`, { name: 'Far North' }, v(1));
    expect(renamed.body).toEqual({ ...made.body, name: 'Far North', version: 2 });
    const names = (await admin.ask('get', `/${list}`)).body.items.map((item: { name: string }) => item.name);
    expect(names).toContain('Far North');
  });

  it('are not renamed over a newer version', async () => {
    const { body } = await make('South');
    await admin.ask('patch', `/${list}/${body.id}`, { name: 'Far South' }, v(1));
    const late = await admin.ask('patch', `/${list}/${body.id}`, { name: 'Near South' }, v(1));
    expect(late.status).toBe(412);
    expect(late.body.current).toEqual({ ...body, name: 'Far South', version: 2 });
  });

  it('have different names, whatever the capitals', async () => {
    await make('East');
    expect((await make('eAST')).body.code).toBe('identity/name-taken');
    const { body } = await make('West');
    expect((await admin.ask('patch', `/${list}/${body.id}`, { name: 'East' }, v(1))).body.code).toBe(
      'identity/name-taken',
    );
  });

  it('may be called as another organisation calls its own', async () => {
    const other = await app.aUser(['admin'], { orgId: app.harbor.id, email: `admin@harbor.test` });
    const theirs = app.browser();
    await theirs.signIn(other.email);
    await make('Shared');
    expect((await theirs.ask('post', `/${list}`, { name: 'Shared' })).status).toBe(201);
  });

  it('are made once however often the same request comes', async () => {
    const key = { 'Idempotency-Key': `same-${list}` };
    const first = await admin.ask('post', `/${list}`, { name: 'Once' }, key);
    const second = await admin.ask('post', `/${list}`, { name: 'Once' }, key);
    expect(second.body).toEqual(first.body);
  });
});

describe('a facility', () => {
  let app: IdentityApp;
  let admin: Browser;
  beforeAll(async () => {
    app = await identityApp();
    admin = (await app.signedIn(['admin'])).browser;
  });
  afterAll(() => app.close());

  it('keeps what a patch does not name and loses what it empties', async () => {
    const { body } = await admin.ask('post', '/facilities', { name: 'North', npi: '1234567893', isGated: true });
    const renamed = await admin.ask('patch', `/facilities/${body.id}`, { name: 'Far North' }, v(1));
    expect(renamed.body).toMatchObject({ npi: '1234567893', isGated: true });
    const emptied = await admin.ask('patch', `/facilities/${body.id}`, { npi: null }, v(2));
    expect(emptied.body).toMatchObject({ name: 'Far North', npi: null, isGated: true, version: 3 });
  });
});
