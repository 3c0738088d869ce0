import { setTimeout as sleep } from 'node:timers/promises';
import { Lane } from './lane.ts';
import { Wakeable } from './wakeable.ts';

describe('a lane', () => {
  it('runs one after the other, also after a failure', async () => {
    const lane = new Lane();
    const done: string[] = [];
    const slow = lane.run(async () => {
      await sleep(20);
      done.push('slow');
    });
    const failing = lane.run(async () => {
      done.push('failing');
      throw new Error('no');
    });
    const last = lane.run(async () => void done.push('last'));
    await expect(failing).rejects.toThrow('no');
    await Promise.all([slow, last]);
    expect(done).toEqual(['slow', 'failing', 'last']);
  });
});

describe('a sleeper', () => {
  it('wakes at a ring and takes many rings for one', async () => {
    const bell = new Wakeable();
    const woken = bell.wait(5000);
    bell.ring();
    bell.ring();
    expect(await woken).toBe(true);
    expect(await bell.wait(10)).toBe(false);
  });

  it('does not oversleep a ring from before', async () => {
    const bell = new Wakeable();
    bell.ring();
    expect(await bell.wait(5000)).toBe(true);
  });
});
