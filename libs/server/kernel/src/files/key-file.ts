import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a 32-byte key from its own file, or makes it on first use (0600). Processes that start at once agree. */
export async function keyFile(folder: string, name: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.key`);
  const held = await readFile(path, 'utf8').catch(unless('ENOENT'));
  return Buffer.from(held ?? (await makeKey(path)), 'base64');
}

/** Written aside and linked into place whole: whoever links first wins, and nobody reads half a key. */
async function makeKey(path: string): Promise<string> {
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  await link(aside, path).catch(unless('EEXIST'));
  await rm(aside);
  return readFile(path, 'utf8');
}

/** Passes over the one failure that is expected. */
const unless = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error;
};
