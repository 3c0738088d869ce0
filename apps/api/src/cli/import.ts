import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Organisations } from '@caseboard/server/identity';
import { JobRegistry } from '@caseboard/server/kernel';
import { Imports } from '@caseboard/server/records';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { report, withApp } from './with-app.ts';

/** `import FILE…`: the same import as the page's; waits until each file is done. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('import files')
    .argument('<file...>')
    .option('--organisation <key>', 'whose files they are', 'lakeside')
    .option('--json', 'answer as JSON, a line per file')
    .action(async (files: string[], options: { organisation: string; json?: boolean }) => {
      const refused = await withApp(async (app) => {
        const organisation = await app.get(Organisations).byKey(options.organisation);
        if (!organisation) throw new Error(`There is no organisation ${options.organisation}.`);
        let count = 0;
        for (const file of files) count += (await importOne(app, organisation.id, file, options.json)) ? 0 : 1;
        return count;
      });
      if (refused > 0) throw new Error(`${refused} of ${files.length} files were not imported.`);
    });
}

async function importOne(
  app: NestExpressApplication,
  orgId: string,
  file: string,
  isJson: boolean | undefined,
): Promise<boolean> {
  const imports = app.get(Imports);
  const id = await imports.importFile(orgId, 'rule:command-line', basename(file), createReadStream(file));
  await app.get(JobRegistry).all().get('imports')?.({ orgId, id }, new AbortController().signal);
  const job = await imports.waitFor(orgId, id);
  const first = job.errors.find(({ severity }) => severity === 'error');
  report(
    isJson,
    { file: basename(file), id, state: job.state, counts: job.counts, errors: job.errors },
    `${basename(file)}: ${job.state}${first ? `, ${first.message}` : ''}`,
  );
  return job.state === 'done';
}
