import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

const flagless = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value.trim());
const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535));

const environment = z.object({
  PORT: z._default(port, 3000),
  HOST: z._default(z.string(), '127.0.0.1'),
  DATA_DIR: z._default(z.string(), '.data'),
  DATABASE_URL: z.optional(z.url()),
  DATABASE_OWNER_URL: z.optional(z.url()),
  DATABASE_BACKUP_URL: z.optional(z.url()),
  REDIS_URL: z.optional(z.url()),
  APP_ROLE: z._default(z.enum(['all', 'web', 'worker']), 'all'),
  SAMPLES: z._default(z.enum(['week', 'small', 'users', 'off']), 'week'),
  SAMPLES_PASSWORD: z.optional(z.string().check(z.minLength(8))),
  /** Public address when a proxy ends TLS in front: `https://caseboard.example.org`. */
  PUBLIC_URL: z.optional(z.url()),
  /** Where mail goes: an SMTP URL, else files in DATA_DIR/mail. */
  SMTP_URL: z.optional(z.url()),
  MAIL_FROM: z._default(z.string(), 'caseboard@localhost'),
  MAX_UPLOAD_MB: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 256),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

/** Settings of this process, read once from the environment. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Set when PostgreSQL is somebody else's; otherwise the embedded one runs. */
  database: { url: string; ownerUrl: string | undefined; backupUrl: string | undefined } | undefined;
  redisUrl: string | undefined;
  role: 'all' | 'web' | 'worker';
  samples: 'week' | 'small' | 'users' | 'off';
  samplesPassword: string | undefined;
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  maxUploadBytes: number;
  logLevel: string;
}

/** A setting that cannot be used; the message names the variable and what to do. */
export class ConfigError extends Error {}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the environment; an empty value counts as unset. Throws ConfigError on a bad value, on a
 * database given by half, and on a public HOST without TLS in front of it.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(
    Object.fromEntries(Object.entries(env).map(([key, value]) => [key, flagless(value)])),
  );
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}. See "Settings" in the README.`);
  }
  const value = parsed.data;
  if (!LOOPBACK.has(value.HOST) && !value.PUBLIC_URL?.startsWith('https://')) {
    throw new ConfigError(
      `HOST=${value.HOST} would serve patient data without TLS. Keep HOST on loopback, or put a TLS proxy in front and set PUBLIC_URL=https://…`,
    );
  }
  if ((value.DATABASE_OWNER_URL || value.DATABASE_BACKUP_URL) && !value.DATABASE_URL) {
    throw new ConfigError('DATABASE_URL is missing: an external database needs the runtime role’s address too.');
  }
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: resolve(value.DATA_DIR),
    database: value.DATABASE_URL
      ? { url: value.DATABASE_URL, ownerUrl: value.DATABASE_OWNER_URL, backupUrl: value.DATABASE_BACKUP_URL }
      : undefined,
    redisUrl: value.REDIS_URL,
    role: value.APP_ROLE,
    samples: value.SAMPLES,
    samplesPassword: value.SAMPLES_PASSWORD,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    maxUploadBytes: value.MAX_UPLOAD_MB * 1024 * 1024,
    logLevel: value.LOG_LEVEL,
  };
}

/** Where keys that must outlive the database live: beside it, never in it. */
export const keysFolder = (config: Config) => join(config.dataDir, 'keys');
