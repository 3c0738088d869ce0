import pg from 'pg';
import { databaseSecrets, type DatabaseSecrets } from './secrets.ts';

/** The login roles of a Caseboard database and what each is for. */
export const DATABASE_ROLES = {
  /** Owns schemas and tables; runs migrations. */
  owner: 'caseboard_owner',
  /** What the application runs as: owns nothing, row-level security binds it. */
  runtime: 'caseboard_app',
  /** Reads everything of every organisation, for backups only. */
  backup: 'caseboard_backup',
  /** Cannot log in; the owner takes it on to link the audit chain. */
  chainer: 'caseboard_chainer',
} as const;

/** Connection URLs of one database, one per role. */
export interface DatabaseUrls {
  /** Runtime role (`DATABASE_URL`). */
  readonly url: string;
  /** Owner (`DATABASE_OWNER_URL`). */
  readonly ownerUrl: string;
  /** Backup role (`DATABASE_BACKUP_URL`). */
  readonly backupUrl: string;
}

/** `dataDir` is where the generated passwords are kept. */
export interface PrepareDatabaseOptions {
  readonly database: string;
  readonly dataDir: string;
}

/**
 * Creates the roles and the database, or brings them to what they should be. May be called at each start;
 * needs a superuser's URL. Works on PostgreSQL 15 and newer.
 */
export async function prepareDatabase(adminUrl: string, options: PrepareDatabaseOptions): Promise<DatabaseUrls> {
  const secrets = await databaseSecrets(options.dataDir);
  await withClient(adminUrl, async (client) => {
    await prepareRoles(client, secrets);
    await createDatabase(client, options.database);
  });
  return urlsFor(adminUrl, options.database, secrets);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function prepareRoles(client: pg.Client, secrets: DatabaseSecrets): Promise<void> {
  const { owner, runtime, backup, chainer } = DATABASE_ROLES;
  const plain = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION';
  await bringRole(client, owner, `LOGIN NOBYPASSRLS ${plain} PASSWORD '${secrets.owner}'`);
  await bringRole(client, runtime, `LOGIN NOBYPASSRLS ${plain} PASSWORD '${secrets.runtime}'`);
  await bringRole(client, backup, `LOGIN BYPASSRLS ${plain} PASSWORD '${secrets.backup}'`);
  await bringRole(client, chainer, `NOLOGIN NOBYPASSRLS ${plain}`);
  await client.query(`GRANT pg_read_all_data TO ${backup}`);
  await client.query(`GRANT ${chainer} TO ${owner}`);
}

/** Attributes cannot be parameters; passwords are our own hexadecimal, so nothing needs quoting. */
async function bringRole(client: pg.Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${name} ${attributes}`);
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  const { owner, runtime, backup } = DATABASE_ROLES;
  const name = pg.escapeIdentifier(database);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (!rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${owner} ENCODING 'UTF8' TEMPLATE template0`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${runtime}, ${backup}`);
}

function urlsFor(adminUrl: string, database: string, secrets: DatabaseSecrets): DatabaseUrls {
  const at = (role: string, password: string): string => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = password;
    url.pathname = `/${database}`;
    return url.href;
  };
  return {
    url: at(DATABASE_ROLES.runtime, secrets.runtime),
    ownerUrl: at(DATABASE_ROLES.owner, secrets.owner),
    backupUrl: at(DATABASE_ROLES.backup, secrets.backup),
  };
}
