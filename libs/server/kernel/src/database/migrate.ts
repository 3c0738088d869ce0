import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { installJobs } from '../jobs/install-jobs.ts';
import { applyGrants, DEFAULT_ROLES } from './grants.ts';
import type { DatabaseRoles } from './grants.ts';
import { MIGRATIONS } from './migrations/index.ts';

const ONE_MIGRATOR = 727_001;

/**
 * Brings a database to this version as its owner: migrations, the job queue's schema, grants.
 * Safe to run from several nodes at once and while the previous version serves.
 */
export async function migrate(ownerUrl: string, roles: DatabaseRoles = DEFAULT_ROLES): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ONE_MIGRATOR]);
    const ran = await runMigrations(ownerUrl);
    const hasJobs = await client.query("SELECT to_regclass('pgboss.version') IS NOT NULL AS present");
    if (ran > 0 || !hasJobs.rows[0].present) {
      await installJobs(ownerUrl);
      await applyGrants(client, roles);
    }
  } finally {
    await client.end();
  }
}

async function runMigrations(ownerUrl: string): Promise<number> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'caseboard_migration',
    migrationsTransactionMode: 'each',
    logging: false,
    poolSize: 1,
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).length;
  } finally {
    await source.destroy();
  }
}
