import { createHash } from 'node:crypto';

/** What guesses are counted by: hashes, since an account may not exist and addresses are personal data. */
export const accountKey = (email: string) => hashed(`account:${email.trim().toLowerCase()}`);

/** One home or office has one IPv4 address, or one IPv6 /64. */
export const addressKey = (ip: string) => hashed(`address:${networkOf(ip)}`);

function networkOf(ip: string): string {
  const plain = (ip.split('%')[0] ?? '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const gap = plain.includes('::') ? 8 - before.length - after.length : 0;
  const groups = [...before, ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

const hashed = (value: string) => createHash('sha256').update(value).digest('hex');
