import { fixedClock } from '@caseboard/testing';
import { identityApp, PASSWORD } from '../test/identity-app.ts';
import type { IdentityApp } from '../test/identity-app.ts';
import { forgetOldSessions } from './identity-chores.ts';
import { Organisations } from './organisations.service.ts';
import { People } from './people.service.ts';

const DAY_MS = 24 * 3_600_000;

describe('what other modules and command lines ask', () => {
  let app: IdentityApp;
  let people: People;
  let organisations: Organisations;
  const clock = fixedClock();
  beforeAll(async () => {
    app = await identityApp(clock);
    people = app.app.get(People);
    organisations = app.app.get(Organisations);
  });
  afterAll(() => app.close());

  const disabled = async () => {
    const admin = (await app.signedIn(['admin'])).browser;
    const user = await app.aUser(['coder'], { name: 'Gone Away' });
    await admin.ask('patch', `/users/${user.id}`, { state: 'disabled' }, { 'If-Match': '"v1"' });
    return user;
  };

  it('gives work to active people of this organisation only', async () => {
    const active = await app.aUser(['biller'], { name: 'Ana Ortiz' });
    const gone = await disabled();
    const require = (orgId: string, id: string) => app.uow.peek(orgId, (tx) => people.requireColleague(tx, id));
    const wanted = { id: active.id, name: 'Ana Ortiz', initials: 'AO', roles: ['biller'], isActive: true };
    expect(await require(app.lakeside.id, active.id)).toEqual(wanted);
    await expect(require(app.lakeside.id, gone.id)).rejects.toMatchObject({ code: 'work-item/unknown-person' });
    await expect(require(app.harbor.id, active.id)).rejects.toMatchObject({ code: 'work-item/unknown-person' });
  });

  it('still names who left', async () => {
    const gone = await disabled();
    const [known, all] = await app.uow.peek(app.lakeside.id, async (tx) => [
      await people.colleaguesById(tx, [gone.id, app.harbor.id]),
      await people.colleagues(tx),
    ]);
    expect([...known.values()]).toEqual([{ ...known.get(gone.id), name: 'Gone Away', isActive: false }]);
    expect(all).toContainEqual(known.get(gone.id));
  });

  it('makes an organisation once, in a time zone there is', async () => {
    const made = await organisations.create({ key: 'hill', name: 'Hill', timeZone: 'America/Denver', teams: ['One'] });
    expect(made.teams.get('One')).toMatchObject({ name: 'One', memberIds: [], version: 1 });
    expect(await organisations.byKey('hill')).toEqual({
      id: made.id,
      key: 'hill',
      name: 'Hill',
      timeZone: 'America/Denver',
    });
    await expect(organisations.create({ key: 'hill', name: 'Hill', timeZone: 'UTC' })).rejects.toThrow(/already/);
    await expect(organisations.create({ key: 'moon', name: 'Moon', timeZone: 'Moon/Base' })).rejects.toThrow(
      RangeError,
    );
    expect((await organisations.all()).map(({ key }) => key)).toEqual(['harbor', 'hill', 'lakeside']);
  });

  it('adds a person with a good password, or a sample with an easy one', async () => {
    const person = { email: 'Easy@Lakeside.test', name: 'Easy', roles: ['coder'] as const, password: 'caseboard' };
    await expect(app.users.create(app.lakeside.id, person)).rejects.toMatchObject({ code: 'identity/password-weak' });
    const added = await app.users.create(app.lakeside.id, { ...person, mayBeWeak: true });
    expect(added).toMatchObject({ email: 'easy@lakeside.test', state: 'active' });
    expect((await app.browser().signIn(added.email, 'caseboard')).status).toBe(200);
    const again = { ...person, email: 'easy@lakeside.test', password: PASSWORD };
    await expect(app.users.create(app.lakeside.id, again)).rejects.toMatchObject({ code: 'identity/email-taken' });
  });

  it('forgets sessions after a month, but not when somebody was last seen', async () => {
    const { user, browser } = await app.signedIn(['coder']);
    clock.advance(DAY_MS);
    await browser.signIn(user.email);
    const lastSeen = clock.now().toISOString();
    clock.advance(40 * DAY_MS);
    await forgetOldSessions(app.uow).run(app.lakeside.id);
    const sessions = await app.uow.peek(app.lakeside.id, (tx) =>
      tx.query('SELECT id FROM identity.session WHERE org_id = $1 AND user_id = $2', [tx.orgId, user.id]),
    );
    expect(sessions).toHaveLength(1);
    const admin = (await app.signedIn(['admin'])).browser;
    const users = (await admin.ask('get', '/users')).body.items as { id: string; lastSeenAt: string }[];
    expect(users.find(({ id }) => id === user.id)?.lastSeenAt).toBe(lastSeen);
  });

  it('finds a session by index, row-level security or not', async () => {
    const plan = await app.uow.across<{ 'QUERY PLAN': string }>(
      'session',
      "EXPLAIN SELECT * FROM identity.session WHERE token_hash = 'x'",
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Cond: \(token_hash = 'x'/);
  });
});
