import { migrate } from '../../server/kernel/src/database/migrate.ts';
import { DATABASE_ROLES } from '../../server/kernel/src/embedded-postgres/prepare-database.ts';
import { type DatabaseHandover, TEMPLATE, withDatabase } from './database-handover.ts';
import { runSql } from './run-sql.ts';

/**
 * Makes the template anew and migrates it as its owner. Afterwards nobody can connect to it: PostgreSQL
 * copies a database only while it has no connections.
 */
export async function makeTemplate(handover: DatabaseHandover): Promise<void> {
  const role = (url: string): string => decodeURIComponent(new URL(url).username);
  const owner = `"${role(handover.ownerUrl)}"`;
  await runSql(
    handover.adminUrl,
    `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`,
    `CREATE DATABASE ${TEMPLATE} OWNER ${owner} ENCODING 'UTF8' TEMPLATE template0`,
  );
  await migrate(withDatabase(handover.ownerUrl, TEMPLATE), {
    runtime: role(handover.url),
    backup: role(handover.backupUrl),
    chainer: DATABASE_ROLES.chainer,
  });
  await runSql(handover.adminUrl, `ALTER DATABASE ${TEMPLATE} WITH ALLOW_CONNECTIONS false`);
}
