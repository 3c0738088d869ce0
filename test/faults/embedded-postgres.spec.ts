import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { eventually, runSql } from '@caseboard/testing';
import {
  type DatabaseHolder,
  holdDatabase,
  isAlive,
  killHolder,
  processesOf,
  startAndKill,
} from './database-holder.ts';

// Each story starts real servers, some of them several times over.
jest.setTimeout(60_000);

describe('the embedded database', () => {
  let root: string;
  let dataDir: string;
  let holders: DatabaseHolder[];
  const hold = async (): Promise<DatabaseHolder> => {
    const holder = await holdDatabase(dataDir);
    holders.push(holder);
    return holder;
  };

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'caseboard-faults-'));
    dataDir = path.join(root, 'data');
    holders = [];
  });
  afterEach(async () => {
    const servers = await processesOf(dataDir).catch(() => undefined);
    await Promise.all(holders.map(killHolder));
    await eventually(async () => expect(servers && (await isAlive(servers.server))).toBeFalsy());
    await rm(root, { recursive: true, force: true });
  });

  it('keeps what was acknowledged when its process is killed, and stops within a second', async () => {
    const first = await hold();
    await runSql(first.adminUrl, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1), (2)');
    const { server } = await processesOf(dataDir);
    await killHolder(first);
    await eventually(async () => expect(await isAlive(server)).toBe(false), { within: 1000 });

    const second = await hold();
    expect(await runSql(second.adminUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
  });

  it('comes back on the same address when only the server is killed', async () => {
    const holder = await hold();
    await runSql(holder.adminUrl, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (1)');
    const { server } = await processesOf(dataDir);
    process.kill(server, 'SIGKILL');
    const rows = await eventually(() => runSql(holder.adminUrl, 'SELECT n FROM kept'), { within: 10_000 });
    expect(rows).toEqual([{ n: 1 }]);
    expect((await processesOf(dataDir)).server).not.toBe(server);
  });

  it('stops a server left behind before starting its own', async () => {
    const first = await hold();
    await runSql(first.adminUrl, 'CREATE TABLE kept (n int)');
    const { server, watchdog } = await processesOf(dataDir);
    process.kill(watchdog, 'SIGKILL');
    await killHolder(first);
    expect(await isAlive(server)).toBe(true);

    const second = await hold();
    expect(second.log.join()).toContain(`process ${server}`);
    expect(await isAlive(server)).toBe(false);
    expect(await runSql(second.adminUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  });

  it('is not held up by a stale process file that names somebody else', async () => {
    await killHolder(await hold());
    const file = path.join(dataDir, 'postgres/postmaster.pid');
    await eventually(() => expect(readFile(file)).rejects.toThrow('ENOENT'));
    // PostgreSQL itself takes another account's process for no server, so the bystander runs as its own.
    const { uid, gid } = await stat(path.join(dataDir, 'postgres'));
    const bystander = spawn('sleep', ['20'], { cwd: '/', uid, gid });
    await writeFile(file, `${bystander.pid}\n${dataDir}/postgres\n0\n5432\n\n127.0.0.1\n\nready\n`);

    const again = await hold();
    expect(await runSql(again.adminUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    expect(await isAlive(bystander.pid!)).toBe(true);
    bystander.kill();
  });

  it('refuses a second process on the same folder, says who has it and leaves the first alone', async () => {
    const first = await hold();
    const second = await hold();
    expect(second.code).toBe('database/folder-in-use');
    expect(second.message).toContain(`process ${first.process.pid}`);
    expect(second.message).toContain('DATA_DIR');
    expect(await runSql(first.adminUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  });

  it('lets exactly one of several processes that start together have the folder', async () => {
    const started = await Promise.all([hold(), hold(), hold()]);
    expect(started.filter((holder) => holder.port > 0)).toHaveLength(1);
    expect(started.filter((holder) => holder.code === 'database/folder-in-use')).toHaveLength(2);
  });

  it('starts clean after a first start that was killed half-way', async () => {
    await mkdir(path.join(dataDir, 'postgres.new', 'base'), { recursive: true });
    await writeFile(path.join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    const holder = await hold();
    expect(await runSql(holder.adminUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
  });

  it('starts clean however early its first starts were killed', async () => {
    for (const moment of [100, 200, 250, 300, 350, 400, 500, 600, 700, 800]) await startAndKill(dataDir, moment);
    const holder = await hold();
    expect(await runSql(holder.adminUrl, 'SELECT 1 AS up')).toEqual([{ up: 1 }]);
    expect((await readdir(dataDir)).filter((name) => name.includes('.new'))).toEqual([]);
  });

  it('refuses files of another PostgreSQL version', async () => {
    await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
    await writeFile(path.join(dataDir, 'database-secrets.json'), '{}');
    await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    expect((await hold()).code).toBe('database/version-mismatch');
  });

  it('says which file is missing when the passwords are gone', async () => {
    await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
    await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
    const { code, message } = await hold();
    expect(code).toBe('database/secrets-missing');
    expect(message).toContain('database-secrets.json');
  });

  it('loses nothing on a power cut, whatever the configuration file says', async () => {
    const first = await hold();
    const off = ['fsync', 'full_page_writes', 'synchronous_commit'].map((name) => `ALTER SYSTEM SET ${name} = off`);
    for (const statement of off) await runSql(first.adminUrl, statement);
    await killHolder(first);
    const { adminUrl } = await hold();
    const settings = await runSql(
      adminUrl,
      "SELECT DISTINCT setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')",
    );
    expect(settings).toEqual([{ setting: 'on' }]);
  });

  it('listens on loopback only and never without the password', async () => {
    const { adminUrl } = await hold();
    const listening = await runSql(adminUrl, "SELECT current_setting('listen_addresses') AS at");
    expect(listening).toEqual([{ at: '127.0.0.1' }]);
    const methods = await runSql(adminUrl, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
    expect(methods).toEqual([{ auth_method: 'scram-sha-256' }]);
    const guess = new URL(adminUrl);
    guess.password = 'postgres';
    await expect(runSql(guess.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('keeps its files to itself', async () => {
    await hold();
    const mode = async (name: string): Promise<number> => (await stat(path.join(dataDir, name))).mode & 0o777;
    expect(await mode('postgres')).toBe(0o700);
    expect(await mode('database-secrets.json')).toBe(0o600);
    expect(await mode('postgres.log')).toBe(0o600);
  });

  it('starts below a folder that only its owner may enter', async () => {
    await chmod(root, 0o700);
    const holder = await hold();
    expect(holder.message).toBeUndefined();
    expect((await stat(root)).mode & 0o007).toBe(0);
  });

  it('writes no value of a failing statement to its log', async () => {
    const { adminUrl } = await hold();
    await runSql(
      adminUrl,
      'CREATE TABLE patient (name text PRIMARY KEY, born date)',
      "INSERT INTO patient VALUES ('CANARY')",
    );
    await expect(runSql(adminUrl, "INSERT INTO patient VALUES ('CANARY')")).rejects.toThrow(/duplicate key/);
    await expect(runSql(adminUrl, "INSERT INTO patient VALUES ('x', 'CANARY')")).rejects.toThrow(/invalid input/);
    expect(await readFile(path.join(dataDir, 'postgres.log'), 'utf8')).not.toContain('CANARY');
  });
});
