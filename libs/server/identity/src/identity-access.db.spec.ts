import { ROLES } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import { identityApp } from '../test/identity-app.ts';
import type { Browser, IdentityApp } from '../test/identity-app.ts';

type Method = 'get' | 'post' | 'patch' | 'delete';
const ID = '01900000-0000-7000-8000-000000000001';
const everybody = ROLES;
const readers: readonly Role[] = ['lead', 'auditor', 'admin'];
const admins: readonly Role[] = ['admin'];

/** Who may ask what; the body is wrong on purpose, so that an allowed request goes no further than its check. */
const ROUTES: [Method, string, readonly Role[]][] = [
  ['get', '/session', everybody],
  ['get', '/colleagues', everybody],
  ['get', '/users', readers],
  ['post', '/users', admins],
  ['patch', `/users/${ID}`, admins],
  ['post', `/users/${ID}/invitations`, admins],
  ['delete', `/users/${ID}/sessions`, admins],
  ['get', '/teams', readers],
  ['post', '/teams', admins],
  ['patch', `/teams/${ID}`, admins],
  ['get', '/facilities', readers],
  ['post', '/facilities', admins],
  ['patch', `/facilities/${ID}`, admins],
  ['delete', '/session', everybody],
];

describe('who may ask what', () => {
  let app: IdentityApp;
  const browsers = new Map<Role, Browser>();
  beforeAll(async () => {
    app = await identityApp();
    for (const role of ROLES) browsers.set(role, (await app.signedIn([role])).browser);
  });
  afterAll(() => app.close());

  const ask = (browser: Browser | undefined, method: Method, path: string) =>
    browser?.ask(method, path, method === 'get' ? undefined : { wrong: true }, { 'If-Match': '"v1"' });

  it.each(ROUTES)('%s %s', async (method, path, allowed) => {
    for (const role of ROLES) {
      const answer = await ask(browsers.get(role), method, path);
      expect([role, answer?.body.code === 'access/forbidden']).toEqual([role, !allowed.includes(role)]);
      expect(answer?.status).not.toBe(500);
    }
  });

  it.each(ROUTES)('%s %s asks who does not say who they are to sign in', async (method, path) => {
    const answer = await ask(app.browser(), method, path);
    expect([answer?.status, answer?.body.code]).toEqual([401, 'access/no-session']);
  });

  it.each(['/session', '/password-resets', '/passwords'])('post %s is open to everybody', async (path) => {
    const answer = await ask(app.browser(), 'post', path);
    expect(answer?.body.code).toBe('request/invalid');
  });
});
