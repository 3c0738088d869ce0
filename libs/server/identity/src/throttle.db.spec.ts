import { jest } from '@jest/globals';
import { identityApp, PASSWORD } from '../test/identity-app.ts';
import type { IdentityApp } from '../test/identity-app.ts';
import { SignIn } from './sign-in.service.ts';

// A thousand attempts take their time on a busy machine.
jest.setTimeout(30_000);

type Guess = { email: string; password: string; ip: string };

describe('guessing passwords', () => {
  let app: IdentityApp;
  beforeAll(async () => {
    app = await identityApp();
  });
  afterAll(() => app.close());

  const guess = ({ email, password, ip }: Guess) =>
    app.app
      .get(SignIn)
      .signIn({ email, password }, { ip, traceId: 'test' })
      .then(
        () => 'in',
        (refusal: { code: string }) => refusal.code,
      );
  const count = (answers: string[], wanted: string) => answers.filter((answer) => answer === wanted).length;

  it('of one account is checked ten times in a thousand, all at once from many addresses', async () => {
    const { email } = await app.aUser(['coder']);
    const guesses = Array.from({ length: 1000 }, (_, n) =>
      guess({ email, password: `guess ${n}`, ip: `198.51.100.${n % 250}` }),
    );
    const answers = await Promise.all(guesses);
    expect(count(answers, 'identity/wrong-credentials')).toBe(10);
    expect(count(answers, 'identity/too-many-attempts')).toBe(990);
    expect(await guess({ email, password: PASSWORD, ip: '198.51.100.251' })).toBe('identity/too-many-attempts');
  });

  it('of a thousand accounts from one address is checked ninety times', async () => {
    const ip = '203.0.113.9';
    const guesses = Array.from({ length: 1000 }, (_, n) =>
      guess({ email: `who${n}@lakeside.test`, password: 'x', ip }),
    );
    const answers = await Promise.all(guesses);
    expect(count(answers, 'identity/wrong-credentials')).toBe(90);
    const { email } = await app.aUser(['coder']);
    expect(await guess({ email, password: PASSWORD, ip })).toBe('identity/too-many-attempts');
    expect(await guess({ email, password: PASSWORD, ip: '203.0.113.10' })).toBe('in');
  });

  it('of one account closes it, not the address', async () => {
    const ip = '203.0.113.20';
    const { email } = await app.aUser(['coder']);
    await Promise.all(Array.from({ length: 200 }, () => guess({ email, password: 'x', ip })));
    const colleague = await app.aUser(['coder']);
    expect(await guess({ email: colleague.email, password: PASSWORD, ip })).toBe('in');
  });

  it('from a closed address closes no account', async () => {
    const ip = '203.0.113.25';
    await Promise.all(
      Array.from({ length: 91 }, (_, n) => guess({ email: `any${n}@lakeside.test`, password: 'x', ip })),
    );
    const { email } = await app.aUser(['coder']);
    await Promise.all(Array.from({ length: 20 }, () => guess({ email, password: 'x', ip })));
    expect(await guess({ email, password: PASSWORD, ip: '203.0.113.26' })).toBe('in');
  });

  it('is forgiven by the right password', async () => {
    const ip = '203.0.113.30';
    const { email } = await app.aUser(['coder']);
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 9 }, () => guess({ email, password: 'x', ip })));
      expect(await guess({ email, password: PASSWORD, ip })).toBe('in');
    }
  });

  it('says when to come back', async () => {
    const browser = app.browser('203.0.113.40');
    await Promise.all(Array.from({ length: 10 }, () => browser.signIn('some@lakeside.test', 'x')));
    const answer = await browser.signIn('some@lakeside.test', 'x');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(900);
  });

  it('takes as long for an email that nobody has', async () => {
    const known = await app.aUser(['coder']);
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let n = 0; n < 7; n += 1) {
      times['known']?.push(await timeOf(guess({ email: known.email, password: 'x', ip: '203.0.113.50' })));
      times['unknown']?.push(await timeOf(guess({ email: 'no@lakeside.test', password: 'x', ip: '203.0.113.50' })));
    }
    const [known50, unknown50] = [median(times['known'] ?? []), median(times['unknown'] ?? [])];
    expect(Math.abs(known50 - unknown50) / known50).toBeLessThan(0.1);
  });
});

const timeOf = async (work: Promise<unknown>) => {
  const started = performance.now();
  await work;
  return performance.now() - started;
};
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
