import type { Command } from 'commander';
import { report, withDatabase } from './with-app.ts';

/** `migrate`: brings the database to this version; opening it as its owner does that. */
export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version')
    .option('--json', 'answer as JSON')
    .action(async (options: { json?: boolean }) => {
      await withDatabase(async ({ database }) => {
        if (!database.ownerUrl) throw new Error('DATABASE_OWNER_URL is missing: only the owner may migrate.');
        report(options.json, { migrated: true }, 'The database is at this version.');
      });
    });
}
