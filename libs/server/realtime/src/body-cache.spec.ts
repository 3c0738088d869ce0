import { BodyCache } from './body-cache.ts';

const body = (asOf: number, bytes = 10) => ({ asOf, body: {}, bytes });

describe('the cache of bodies', () => {
  it('gives a body only for the moment it was read at', () => {
    const cache = new BodyCache();
    cache.set('a', body(5));
    expect(cache.get('a', 5)).toEqual(body(5));
    expect(cache.get('a', 6)).toBeUndefined();
  });

  it('stays within its bytes and drops what was used longest ago', () => {
    const cache = new BodyCache(33);
    cache.set('a', body(1));
    cache.set('b', body(1));
    cache.set('c', body(1));
    cache.get('a', 1);
    cache.set('d', body(1));
    expect(cache.bytes).toBeLessThanOrEqual(33);
    expect(cache.get('a', 1)).toBeDefined();
    expect(cache.get('b', 1)).toBeUndefined();
  });

  it('counts a body that is set again once', () => {
    const cache = new BodyCache();
    cache.set('a', body(1, 10));
    cache.set('a', body(2, 20));
    expect(cache.bytes).toBe(21);
  });
});
