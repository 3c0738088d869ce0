import { statSync } from 'node:fs';
import { fixedClock } from '@caseboard/testing';
import { identityApp, PASSWORD, tokenIn } from '../test/identity-app.ts';
import type { Browser, IdentityApp } from '../test/identity-app.ts';
import { Mailer } from './mailer.service.ts';

const HOUR_MS = 3_600_000;
const NEW = 'slow boats in winter';

describe('links that come by mail', () => {
  let app: IdentityApp;
  let admin: Browser;
  const clock = fixedClock();
  beforeAll(async () => {
    app = await identityApp(clock);
    admin = (await app.signedIn(['admin'])).browser;
  });
  afterAll(() => app.close());

  const invite = async (email: string) =>
    (await admin.ask('post', '/users', { email, name: 'Noor Haddad', roles: ['coder'] })).body as { id: string };
  const set = (token: string, password = NEW) => app.browser().ask('post', '/passwords', { token, password });
  const lastMail = async () => (await app.mails()).at(-1);
  const reset = (email: string) => app.browser().ask('post', '/password-resets', { email });

  it('invite a person, who sets a password, signs in, and only then is active', async () => {
    const invited = await invite('noor@lakeside.test');
    expect(invited).toMatchObject({ state: 'invited', initials: 'NH', version: 1, lastSeenAt: null });
    expect((await app.browser().signIn('noor@lakeside.test', NEW)).status).toBe(401);
    const mail = await lastMail();
    expect(mail).toContain('To: noor@lakeside.test');
    expect(mail).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-password#token=[\w-]{32}$/m);
    const answer = await set(tokenIn(mail));
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await app.browser().signIn('noor@lakeside.test', NEW)).body.user.id).toBe(invited.id);
    const users = (await admin.ask('get', '/users')).body.items as { id: string; state: string }[];
    expect(users.find((user) => user.id === invited.id)?.state).toBe('active');
  });

  it('work once', async () => {
    await invite('once@lakeside.test');
    const token = tokenIn(await lastMail());
    const answers = await Promise.all([set(token), set(token), set(token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 410, 410]);
    expect((await set(token)).body.code).toBe('identity/link-expired');
  });

  it('are replaced by the next one', async () => {
    const { id } = await invite('again@lakeside.test');
    const first = tokenIn(await lastMail());
    expect((await admin.ask('post', `/users/${id}/invitations`)).status).toBe(204);
    const second = tokenIn(await lastMail());
    expect((await set(first)).status).toBe(410);
    expect((await set(second)).status).toBe(204);
    expect((await admin.ask('post', `/users/${id}/invitations`)).body.errors).toEqual([
      { pointer: '/state', message: 'This person is not waiting for an invitation.' },
    ]);
  });

  it('give an invitation a day and a reset an hour', async () => {
    const user = await app.aUser(['coder']);
    await invite('late@lakeside.test');
    const invitation = tokenIn(await lastMail());
    await reset(user.email);
    const resetToken = tokenIn(await lastMail());
    clock.advance(HOUR_MS + 1);
    expect((await set(resetToken)).status).toBe(410);
    clock.advance(22 * HOUR_MS);
    expect((await set(invitation, 'too short')).body.code).toBe('identity/password-weak');
    clock.advance(HOUR_MS);
    expect((await set(invitation)).status).toBe(410);
    admin = (await app.signedIn(['admin'])).browser;
  });

  it('reset a password: the old one and every session are gone', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    expect((await reset(user.email)).status).toBe(204);
    const token = tokenIn(await lastMail());
    expect((await browser.ask('get', '/session')).status).toBe(200);
    expect((await set(token)).status).toBe(204);
    expect((await browser.ask('get', '/session')).status).toBe(401);
    expect((await app.browser().signIn(user.email, PASSWORD)).status).toBe(401);
    expect((await app.browser().signIn(user.email, NEW)).status).toBe(200);
  });

  it('answer alike whoever asks, and mail only who is active', async () => {
    const before = (await app.mails()).length;
    const disabled = await app.aUser(['coder']);
    await admin.ask('patch', `/users/${disabled.id}`, { state: 'disabled' }, { 'If-Match': '"v1"' });
    await invite('waiting@lakeside.test');
    const answers = [
      await reset('nobody@lakeside.test'),
      await reset(disabled.email),
      await reset('waiting@lakeside.test'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204]);
    expect(await app.mails()).toHaveLength(before + 1);
  });

  it('flood nobody', async () => {
    const user = await app.aUser(['coder']);
    const before = (await app.mails()).length;
    for (let n = 0; n < 5; n += 1) await reset(user.email);
    const sixth = await reset(user.email);
    expect(sixth.body.code).toBe('identity/too-many-attempts');
    expect(await app.mails()).toHaveLength(before + 5);
  });

  it('stay good when the password is weak', async () => {
    const user = await app.aUser(['coder']);
    await app.browser('192.0.2.99').ask('post', '/password-resets', { email: user.email });
    const token = tokenIn(await lastMail());
    expect((await set(token, 'Password123!')).body.code).toBe('identity/password-weak');
    expect((await set(token, `mine is ${user.email}`)).status).toBe(422);
    expect((await set(token)).status).toBe(204);
  });

  it('keep nothing when the mail cannot be sent', async () => {
    const mailer = app.app.get(Mailer);
    const send = mailer.send;
    mailer.send = async () => Promise.reject(new Error('no route'));
    const answer = await admin.ask('post', '/users', { email: 'lost@lakeside.test', name: 'Lost', roles: ['coder'] });
    mailer.send = send;
    expect(answer.status).toBe(500);
    const users = (await admin.ask('get', '/users')).body.items as { email: string }[];
    expect(users.map((user) => user.email)).not.toContain('lost@lakeside.test');
    expect(await invite('lost@lakeside.test')).toMatchObject({ state: 'invited' });
  });

  it('lie in files that only the server may read', async () => {
    await invite('file@lakeside.test');
    const [newest] = (await app.mailFiles()).slice(-1);
    expect(statSync(newest ?? '').mode & 0o077).toBe(0);
    expect(newest).not.toContain('lakeside');
  });
});
