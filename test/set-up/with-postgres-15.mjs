import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { serverAccount } from '../../libs/server/kernel/src/embedded-postgres/account.ts';
import { freePort } from '../../libs/server/kernel/src/embedded-postgres/free-port.ts';
import { DATABASE_ROLES, prepareDatabase } from '../../libs/server/kernel/src/embedded-postgres/prepare-database.ts';
import { databaseSecrets } from '../../libs/server/kernel/src/embedded-postgres/secrets.ts';
import { SERVER_ENVIRONMENT, serverArguments } from '../../libs/server/kernel/src/embedded-postgres/settings.ts';
import { startUnderWatchdog } from '../../libs/server/kernel/src/embedded-postgres/watchdog.ts';
import { eventually } from '../../libs/testing/src/eventually.ts';
import { runSql } from '../../libs/testing/src/run-sql.ts';

/**
 * Runs a command against a fresh PostgreSQL installed on this machine, by default Debian's 15
 * (another through POSTGRES_BIN), with the database URLs in its environment:
 *
 *   npx node test/set-up/with-postgres-15.mjs npx jest --selectProjects=stories
 *
 * Without a command it runs that one. The exit code is the command's.
 */
const bin = process.env.POSTGRES_BIN || '/usr/lib/postgresql/15/bin';
const [program, ...args] =
  process.argv.length > 2 ? process.argv.slice(2) : ['npx', 'jest', '--selectProjects=stories'];

const account = await serverAccount(console.log);
const dataDir = await mkdtemp(path.join(tmpdir(), 'caseboard-postgres-'));
const cluster = path.join(dataDir, 'postgres');
if (account) await chown(dataDir, account.uid, account.gid);

const { admin } = await databaseSecrets(dataDir);
await createCluster();
const port = await freePort();
const logFile = await open(path.join(dataDir, 'postgres.log'), 'a');
const watchdog = startUnderWatchdog(path.join(bin, 'postgres'), serverArguments(cluster, port), account, logFile.fd);
const adminUrl = `postgres://postgres:${admin}@127.0.0.1:${port}/postgres`;
try {
  const [server] = await eventually(() => runSql(adminUrl, 'SHOW server_version'), { within: 20_000 });
  console.log(`PostgreSQL ${server.server_version} on port ${port}`);
  process.exitCode = await runCommand(await prepareForTests());
} finally {
  watchdog.ref();
  watchdog.stdin.end();
  await once(watchdog, 'exit');
  await rm(dataDir, { recursive: true });
}

async function createCluster() {
  const passwordFile = path.join(dataDir, 'password');
  await writeFile(passwordFile, admin, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const options = { ...account, cwd: '/', env: SERVER_ENVIRONMENT };
  await promisify(execFile)(
    path.join(bin, 'initdb'),
    ['-D', cluster, ...access, '--encoding=UTF8', '--locale=C'],
    options,
  );
}

/** The tests copy and drop databases as the owner, which in real use may do neither. */
async function prepareForTests() {
  const urls = await prepareDatabase(adminUrl, { database: 'caseboard', dataDir });
  const { owner } = DATABASE_ROLES;
  await runSql(adminUrl, `ALTER ROLE ${owner} CREATEDB`, `GRANT pg_signal_backend TO ${owner}`);
  return { DATABASE_URL: urls.url, DATABASE_OWNER_URL: urls.ownerUrl, DATABASE_BACKUP_URL: urls.backupUrl };
}

async function runCommand(urls) {
  const options = ['--experimental-vm-modules', process.env.NODE_OPTIONS].filter(Boolean).join(' ');
  const command = spawn(program, args, { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: options, ...urls } });
  const [code] = await once(command, 'exit');
  return code ?? 1;
}
