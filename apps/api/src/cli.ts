import 'reflect-metadata';
import { Command } from 'commander';
import { addAuditCommands } from './cli/audit.ts';
import { addImportCommand } from './cli/import.ts';
import { addMigrateCommand } from './cli/migrate.ts';
import { addSeedCommand } from './cli/seed.ts';
import { addUserCommands } from './cli/user.ts';

/** `npm run caseboard -- COMMAND`: exit 0 done, 1 failed, 2 used wrongly. Prints no patient data. */
const program = new Command('caseboard').description('Runs Caseboard’s chores from the command line.').exitOverride();
for (const add of [addMigrateCommand, addImportCommand, addSeedCommand, addUserCommands, addAuditCommands])
  add(program);

try {
  await program.parseAsync();
  process.exit(0);
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  const isUsage = code?.startsWith('commander.') ?? false;
  const isAnswer = code === 'commander.helpDisplayed' || code === 'commander.help' || code === 'commander.version';
  if (!isUsage) console.error(`caseboard: ${message}`);
  process.exit(isAnswer ? 0 : isUsage ? 2 : 1);
}
