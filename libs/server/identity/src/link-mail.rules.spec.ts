import { linkMail, passwordAddress } from './link-mail.rules.ts';

const config = { publicUrl: undefined, host: '127.0.0.1', port: 3000 };

describe('the link in a mail', () => {
  it('keeps the token where no server sees it', () => {
    const address = new URL(passwordAddress(config, 'secret'));
    expect(address.hash).toBe('#token=secret');
    expect(address.pathname + address.search).toBe('/set-password');
  });

  it('leads to the public address where there is one', () => {
    const address = passwordAddress({ ...config, publicUrl: 'https://caseboard.example.org' }, 'secret');
    expect(address).toBe('https://caseboard.example.org/set-password#token=secret');
  });

  it('is an address also for a host of IPv6', () => {
    expect(new URL(passwordAddress({ ...config, host: '::1' }, 'secret')).host).toBe('[::1]:3000');
  });

  it.each(['invitation', 'reset'] as const)('comes in short lines (%s)', (kind) => {
    const address = passwordAddress({ ...config, port: 65_535 }, 'x'.repeat(32));
    const { text } = linkMail(kind, 'ana@lakeside.test', 'Lakeside Regional Medical Center', address);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('stands on a line of its own', () => {
    expect(linkMail('reset', 'ana@lakeside.test', 'Lakeside', 'http://x/').text.split('\n')).toContain('http://x/');
  });
});
