import { runSql } from '@caseboard/testing';
import { identityApp, PASSWORD } from '../test/identity-app.ts';
import type { IdentityApp } from '../test/identity-app.ts';

describe('signing in', () => {
  let app: IdentityApp;
  beforeAll(async () => {
    app = await identityApp();
  });
  afterAll(() => app.close());

  it('opens a session that says who one is and what one may do', async () => {
    const user = await app.aUser(['biller'], { name: 'Ana Ortiz' });
    const browser = app.browser();
    const answer = await browser.signIn(user.email);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ user: { id: user.id, name: 'Ana Ortiz', initials: 'AO' }, roles: ['biller'] });
    expect(answer.body.permissions).toContain('records.import.create');
    expect(answer.body.organisation).toEqual({
      id: app.lakeside.id,
      name: 'Clinic lakeside',
      timeZone: 'America/Chicago',
    });
    const again = await browser.ask('get', '/session');
    expect(again.body).toEqual(answer.body);
  });

  it('gives a cookie that scripts and other sites never see', async () => {
    const user = await app.aUser(['biller']);
    const answer = await app.browser().signIn(user.email);
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^caseboard=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('reads an email however it is typed', async () => {
    const user = await app.aUser(['coder']);
    const answer = await app.browser().signIn(` ${user.email.toUpperCase()} `);
    expect(answer.status).toBe(200);
  });

  it('refuses a wrong password and an unknown email in the same words', async () => {
    const user = await app.aUser(['coder']);
    const wrong = await app.browser('192.0.2.2').signIn(user.email, 'not the password');
    const unknown = await app.browser('192.0.2.2').signIn('nobody@lakeside.test', 'not the password');
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('identity/wrong-credentials');
    expect({ ...unknown.body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('takes a new secret each time and ends the session the browser had', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    const first = browser.cookie;
    await browser.signIn(user.email);
    expect(browser.cookie).not.toBe(first);
    const old = app.browser();
    old.cookie = first;
    expect((await old.ask('get', '/session')).status).toBe(401);
    expect((await browser.ask('get', '/session')).status).toBe(200);
  });

  it('leaves sessions of other browsers alone', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    await app.browser().signIn(user.email);
    expect((await browser.ask('get', '/session')).status).toBe(200);
  });

  it('finds the right organisation when two know the same email', async () => {
    const email = 'both@clinics.test';
    await app.aUser(['coder'], { email });
    await app.users.create(app.harbor.id, { email, name: 'Both', roles: ['biller'], password: 'other words entirely' });
    const here = await app.browser().signIn(email, PASSWORD);
    const there = await app.browser().signIn(email, 'other words entirely');
    expect([here.body.organisation.id, there.body.organisation.id]).toEqual([app.lakeside.id, app.harbor.id]);
  });

  it('ends at once when one signs out', async () => {
    const { browser } = await app.signedIn(['coder']);
    const left = browser.cookie;
    const answer = await browser.ask('delete', '/session');
    expect(answer.status).toBe(204);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    browser.cookie = left;
    expect((await browser.ask('get', '/session')).body.code).toBe('access/no-session');
  });

  it('keeps only a hash of the secret', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    const rows = await app.uow.peek(app.lakeside.id, (tx) =>
      tx.query<{ row: string }>('SELECT s::text AS row FROM identity.session s WHERE org_id = $1 AND user_id = $2', [
        tx.orgId,
        user.id,
      ]),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(browser.cookie?.split('=')[1]);
  });

  it('leaves an audit entry for every attempt, good or bad', async () => {
    const user = await app.aUser(['coder']);
    await app.browser().signIn(user.email, 'not the password');
    await app.browser().signIn(user.email);
    const audit = `SELECT actor, result, subject_kind FROM audit.entry WHERE action = 'identity.session.create' ORDER BY at DESC, id DESC LIMIT 2`;
    expect(await runSql(app.database.backupUrl, audit)).toEqual([
      { actor: `user:${user.id}`, result: 'done', subject_kind: 'session' },
      { actor: 'rule:sign-in', result: 'identity/wrong-credentials', subject_kind: 'user' },
    ]);
  });

  it('refuses fields it does not know', async () => {
    const answer = await app
      .browser()
      .ask('post', '/session', { email: 'a@b.test', password: 'x', orgId: app.harbor.id });
    expect(answer.body).toMatchObject({ code: 'request/invalid', errors: [{ pointer: '/orgId' }] });
  });
});
