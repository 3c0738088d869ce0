import { createHash, randomBytes } from 'node:crypto';

const SESSION_BYTES = 32;
const LINK_BYTES = 24;

/** A new secret for a session's cookie: 256 random bits. Only hashes of secrets are ever stored. */
export const newSessionToken = () => randomBytes(SESSION_BYTES).toString('base64url');

/** A new secret for a link: 192 random bits, so that the address fits one line of a mail unbroken (RFC 2045, 6.7). */
export const newLinkToken = () => randomBytes(LINK_BYTES).toString('base64url');

/** Has the form of a session's secret; anything else is not worth a query. */
export const isSessionToken = (value: string) => /^[\w-]{43}$/.test(value);

/** Has the form of a link's secret. */
export const isLinkToken = (value: string) => /^[\w-]{32}$/.test(value);

/** What the database keeps of a secret. Plain SHA-256: nobody can guess that many bits. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');
