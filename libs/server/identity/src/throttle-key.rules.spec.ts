import { accountKey, addressKey } from './throttle-key.rules.ts';

describe('what guesses are counted by', () => {
  it('is one key for one account, however it is written', () => {
    expect(accountKey(' Ana@Lakeside.test')).toBe(accountKey('ana@lakeside.test'));
    expect(accountKey('ana@lakeside.test')).not.toBe(accountKey('ana@harbor.test'));
  });

  it.each([
    ['192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1:bbbb:cccc:dddd:eeee'],
    ['2001:db8::1', '2001:0db8:0000:0000:ffff::'],
    ['::1', '0:0:0:0:0:0:0:1'],
  ])('is the same network for %s and %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ['192.0.2.7', '192.0.2.8'],
    ['2001:db8:0:1::1', '2001:db8:0:2::1'],
  ])('differs between %s and %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it('names neither account nor address', () => {
    expect(accountKey('ana@lakeside.test')).toMatch(/^[0-9a-f]{64}$/);
  });
});
