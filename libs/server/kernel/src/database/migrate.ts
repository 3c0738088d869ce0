import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { installJobs } from '../jobs/install-jobs.ts';
import { JOB_QUEUES } from '../jobs/job-queues.ts';
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
    if (ran > 0 || !(await isFurnished(client, roles))) {
      await installJobs(ownerUrl);
      // All or nothing: a start that is killed here must not look finished to the next one.
      await client.query('BEGIN');
      await applyGrants(client, roles);
      await client.query('COMMIT');
    }
  } finally {
    await client.end();
  }
}

/** Whether the job queues are there and the grants, which come last and together, were given. */
async function isFurnished(client: Client, roles: DatabaseRoles): Promise<boolean> {
  const { rows: installed } = await client.query("SELECT to_regclass('pgboss.queue') IS NOT NULL AS present");
  if (!installed[0].present) return false;
  const { rows } = await client.query(
    `SELECT has_schema_privilege($1, 'pgboss', 'USAGE') AND has_table_privilege($1, 'pgboss.queue', 'SELECT')
       AND (SELECT count(*) FROM pgboss.queue WHERE name = ANY($2)) = cardinality($2::text[]) AS whole`,
    [roles.runtime, [...JOB_QUEUES]],
  );
  return rows[0].whole as boolean;
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
