import { setTimeout as sleep } from 'node:timers/promises';
import { Turnstile } from './turnstile.ts';

describe('the turnstile', () => {
  it('lets only so many in at a time, and everybody in the end', async () => {
    const turnstile = new Turnstile(2, 100);
    let inside = 0;
    let most = 0;
    const visits = Array.from({ length: 10 }, () =>
      turnstile.run(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await sleep(2);
        inside -= 1;
      }),
    );
    await Promise.all(visits);
    expect(most).toBe(2);
  });

  it('turns away who would wait too long, and only them', async () => {
    const turnstile = new Turnstile(1, 1);
    const first = turnstile.run(() => sleep(5));
    const second = turnstile.run(async () => 'in');
    await expect(turnstile.run(async () => 'in')).rejects.toMatchObject({ code: 'request/busy' });
    await first;
    await expect(second).resolves.toBe('in');
  });

  it('frees the place of work that failed', async () => {
    const turnstile = new Turnstile(1, 0);
    await expect(turnstile.run(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(turnstile.run(async () => 'in')).resolves.toBe('in');
  });
});
