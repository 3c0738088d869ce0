import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFile } from './key-file.ts';

describe('a key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'keys-')), 'keys');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, and everybody who starts at the same moment reads the same whole key', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => keyFile(folder, 'files')));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(await readdir(folder)).toEqual(['files.key']);
  });

  it('is read by nobody else', async () => {
    await keyFile(folder, 'files');
    expect((await stat(join(folder, 'files.key'))).mode & 0o077).toBe(0);
  });
});
