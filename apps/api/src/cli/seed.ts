import type { Command } from 'commander';
import { Organisations } from '@caseboard/server/identity';
import { runWorker } from '../boot/run-worker.ts';
import { loadSamples } from '../seed/load-samples.ts';
import { withApp } from './with-app.ts';

/** `seed`: loads the samples of SAMPLES into an empty database, as the first start does. */
export function addSeedCommand(program: Command): void {
  program
    .command('seed')
    .description('load samples into an empty database')
    .action(async () => {
      await withApp(async (app, { config, log, database }) => {
        if (config.samples === 'off') throw new Error('SAMPLES=off: say which samples to load.');
        if ((await app.get(Organisations).all()).length > 0)
          throw new Error('This database has organizations already.');
        const worker = await runWorker(config, log, database);
        const lines = await loadSamples(app, config);
        await worker.close();
        for (const line of lines) console.log(line);
      });
    });
}
