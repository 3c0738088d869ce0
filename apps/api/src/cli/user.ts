import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { role } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import { CodeSets } from '@caseboard/server/coding';
import { isWeakPassword, Organisations, Users } from '@caseboard/server/identity';
import { UnitOfWork } from '@caseboard/server/kernel';
import { ensureQueues } from '@caseboard/server/worklist';
import * as z from 'zod/mini';
import { report, withApp } from './with-app.ts';

interface UserAddOptions {
  email: string;
  name: string;
  roles: string;
  organisation: string;
  organisationName?: string;
  timeZone: string;
  json?: boolean;
}

/** `user add`: the first administrator of a new installation, and their organisation when it is new. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('people');
  user
    .command('add')
    .description('add a person; reads the password from standard input')
    .requiredOption('--email <email>')
    .requiredOption('--name <name>')
    .requiredOption('--roles <roles>', 'comma separated: lead, coder, physician, biller, accounts, auditor, admin')
    .requiredOption('--organisation <key>', 'lower-case key; made when missing')
    .option('--organisation-name <name>', 'its name, when it is new')
    .option('--time-zone <zone>', 'its time zone, when it is new', 'America/Chicago')
    .option('--json', 'answer as JSON')
    .action(addUser);
}

async function addUser(options: UserAddOptions): Promise<void> {
  const roles = z.parse(
    z.array(role),
    options.roles.split(',').map((name) => name.trim()),
  );
  const password = await readPassword();
  if (isWeakPassword(password, options.email))
    throw new Error('The password needs at least 12 characters that are not a common password.');
  await withApp(async (app) => {
    const organisations = app.get(Organisations);
    const { key, name, timeZone } = {
      key: options.organisation,
      name: options.organisationName ?? options.organisation,
      timeZone: options.timeZone,
    };
    const organisation = (await organisations.byKey(key)) ?? (await organisations.create({ key, name, timeZone }));
    const audit = { action: 'rule.user-add', kind: 'queue' };
    await app.get(UnitOfWork).actAs(organisation.id, 'rule:user-add', audit, async (tx) => {
      await ensureQueues(tx);
      await app.get(CodeSets).ensureStarter(tx);
    });
    const { id } = await app
      .get(Users)
      .create(organisation.id, { email: options.email, name: options.name, roles: roles as Role[], password });
    report(options.json, { id, organisation: key }, `Added ${options.email} to ${key}.`);
  });
}

async function readPassword(): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stderr : undefined });
  const password = process.stdin.isTTY
    ? await reader.question('Password: ')
    : ((await reader[Symbol.asyncIterator]().next()).value as string | undefined);
  reader.close();
  return password ?? '';
}
