import type { CookieOptions } from 'express';

/** `__Host-` demands Secure; plain http on loopback cannot have it. */
export const cookieName = (isSecure: boolean) => (isSecure ? '__Host-caseboard' : 'caseboard');

/** HttpOnly, SameSite=Strict, whole site, this host only. */
export const cookieOptions = (isSecure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure: isSecure,
});

/** The session token in a Cookie header, under either name. */
export function sessionTokenOf(header: string | undefined): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [name, value] = part.trim().split('=', 2);
    if ((name === '__Host-caseboard' || name === 'caseboard') && value) return value;
  }
  return undefined;
}
