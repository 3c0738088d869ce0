import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits for a cookie or a link; only its hash is ever stored. */
export const newToken = () => randomBytes(32).toString('base64url');

/** Has the form of one of our tokens; anything else is not worth a query. */
export const isToken = (value: string) => /^[\w-]{43}$/.test(value);

/** What the database keeps of a token. Plain SHA-256: nobody can guess 256 bits. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');
