import { join } from 'node:path';
import type { Command } from 'commander';
import {
  chain,
  chainerClient,
  keyFile,
  keysFolder,
  organisationsToChain,
  readCheckpoints,
  verifyAudit,
} from '@caseboard/server/kernel';
import { report, withDatabase } from './with-app.ts';

/** `audit verify`: walks every chain and compares it with the signed checkpoints outside the database. */
export function addAuditCommands(program: Command): void {
  program
    .command('audit')
    .description('the audit trail')
    .command('verify')
    .description('check that no entry was changed, removed or added')
    .option('--json', 'answer as JSON')
    .action(async (options: { json?: boolean }) => {
      await withDatabase(async ({ config, database }) => {
        if (!database.ownerUrl)
          throw new Error('DATABASE_OWNER_URL is missing: only the owner may become the chainer.');
        const client = await chainerClient(database.ownerUrl);
        try {
          for (const orgId of await organisationsToChain(client)) await chain(client, orgId);
          const checkpoints = await readCheckpoints(
            join(config.dataDir, 'audit'),
            await keyFile(keysFolder(config), 'audit'),
          );
          const verdicts = await verifyAudit(client, checkpoints);
          const bad = verdicts.filter(({ fault }) => fault !== undefined);
          report(
            options.json,
            { verdicts },
            verdicts.map(({ orgId, links, fault }) => `${orgId}: ${links} links, ${fault ?? 'whole'}`).join('\n'),
          );
          if (bad.length > 0) throw new Error('The audit trail does not hold.');
        } finally {
          await client.end();
        }
      });
    });
}
