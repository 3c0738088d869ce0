import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linkLibraries } from './binaries.ts';

describe('the library links of the PostgreSQL package', () => {
  it('are made when npm ran no install script, and left alone when they are there', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'caseboard-links-'));
    const lib = path.join(folder, 'native/lib');
    await mkdir(lib, { recursive: true });
    await writeFile(path.join(lib, 'libpq.so.5.18'), 'code');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(path.join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));

    await linkLibraries(folder);
    await linkLibraries(folder);

    expect(await readFile(path.join(lib, 'libpq.so.5'), 'utf8')).toBe('code');
    await rm(folder, { recursive: true });
  });
});
