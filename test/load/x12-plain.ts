import { readdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const READER = fileURLToPath(new URL('../../libs/x12/src/', import.meta.url));

/**
 * Writes the X12 reader and `x12-largest` as plain JavaScript into a folder and gives the script's path. A process
 * that strips types itself holds the stripper in memory (about 20 MB), which no deployed reader does.
 */
export async function writePlainLargest(folder: string): Promise<string> {
  const sources = (await readdir(READER)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  for (const name of sources) await writePlain(join(READER, name), join(folder, name));
  await writePlain(join(HERE, 'x12-largest.ts'), join(folder, 'x12-largest.ts'));
  return join(folder, 'x12-largest.mjs');
}

async function writePlain(from: string, to: string): Promise<void> {
  const code = stripTypeScriptTypes(await readFile(from, 'utf8')).replaceAll('../../libs/x12/src/', './');
  await writeFile(to.replace(/\.ts$/, '.mjs'), code.replaceAll(".ts'", ".mjs'"));
}
