import type { Client } from 'pg';
import { DATABASE_ROLES } from '../embedded-postgres/prepare-database.ts';

/** Database roles by what they may do. The owner runs migrations and owns everything. */
export interface DatabaseRoles {
  runtime: string;
  backup: string;
  chainer: string;
}

export const DEFAULT_ROLES: DatabaseRoles = DATABASE_ROLES;

/** The roles of an external database, by the users of its URLs. */
export const rolesOf = (urls: { url: string; backupUrl?: string | undefined }): DatabaseRoles => ({
  runtime: decodeURIComponent(new URL(urls.url).username),
  backup: urls.backupUrl ? decodeURIComponent(new URL(urls.backupUrl).username) : DATABASE_ROLES.backup,
  chainer: DATABASE_ROLES.chainer,
});

const SCHEMAS = [
  'kernel',
  'events',
  'audit',
  'identity',
  'records',
  'worklist',
  'billing',
  'denials',
  'threads',
  'coding',
  'patient_accounts',
  'reporting',
  'pgboss',
];

/** Tables whose rows, once written, the runtime role may not change: least privilege beside row-level security. */
const APPEND_ONLY = [
  'billing.ledger_entry',
  'threads.message',
  'coding.release',
  'coding.code',
  'coding.code_token',
  'patient_accounts.patient_payment',
  'patient_accounts.payment_reversal',
  'patient_accounts.payment_application',
  'patient_accounts.statement',
];

/**
 * Grants each role exactly what it needs on everything there is. Run after every migration; idempotent.
 * Role names come from connection URLs, so they are quoted as identifiers.
 */
export async function applyGrants(client: Client, roles: DatabaseRoles): Promise<void> {
  const runtime = client.escapeIdentifier(roles.runtime);
  const backup = client.escapeIdentifier(roles.backup);
  const chainer = client.escapeIdentifier(roles.chainer);
  for (const schema of await presentSchemas(client)) {
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${runtime}, ${backup};
      GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${backup};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${runtime};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${runtime};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${runtime}`);
  }
  await client.query(`
    REVOKE ALL ON ALL TABLES IN SCHEMA audit FROM ${runtime};
    GRANT INSERT ON audit.entry, audit.unlinked TO ${runtime};
    REVOKE UPDATE ON events.event, events.delivery FROM ${runtime};
    GRANT USAGE ON SCHEMA audit, kernel TO ${chainer};
    GRANT SELECT ON audit.entry TO ${chainer};
    GRANT SELECT, DELETE ON audit.unlinked TO ${chainer};
    GRANT SELECT, INSERT ON audit.link TO ${chainer}`);
  for (const table of APPEND_ONLY) {
    const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS present', [table]);
    if (rows[0].present) await client.query(`REVOKE UPDATE, DELETE ON ${table} FROM ${runtime}`);
  }
}

async function presentSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query('SELECT nspname FROM pg_namespace WHERE nspname = ANY($1)', [SCHEMAS]);
  return rows.map((row) => row.nspname as string);
}
