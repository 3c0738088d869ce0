import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { HARBOR, hospitalWeek, LAKESIDE, SAMPLE_SIZES } from '@caseboard/samples';
import type { SampleSize } from '@caseboard/samples';

/** `npm run samples`: writes the invented week as files, to look at or to import by hand. */
const wholeNumber = (text: string) => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number, without sign or dot.');
  return Number(text);
};

const command = new Command('samples')
  .requiredOption('--out <folder>', 'where the files go; made when missing')
  .option('--seed <number>', 'same seed, same files', wholeNumber, 1)
  .addOption(new Option('--size <size>', 'how much').choices(Object.keys(SAMPLE_SIZES)).default('week'))
  .option('--as-of <date>', 'last day of the week, YYYY-MM-DD', new Date().toISOString().slice(0, 10))
  .action(async (options: { out: string; seed: number; size: SampleSize; asOf: string }) => {
    for (const hospital of [LAKESIDE, HARBOR]) {
      const folder = join(options.out, hospital.key);
      await mkdir(folder, { recursive: true });
      const files = hospitalWeek(hospital, { seed: options.seed, size: options.size, asOf: options.asOf });
      for (const file of files) await pipeline(Readable.from(file.parts()), createWriteStream(join(folder, file.name)));
      console.log(`${folder}: ${files.length} files`);
    }
  });

await command.parseAsync();
