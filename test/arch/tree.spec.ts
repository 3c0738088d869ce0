import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const SKIPPED = new Set(['node_modules', 'dist', '.data', '.git', '.nx']);

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [`${path}/`, ...walk(path)] : [path];
  });
}

describe('the tree', () => {
  const all = walk(root).map((path) => relative(root, path));
  const sources = all.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
  const isTest = (path: string) => /\.(spec|e2e)\.tsx?$/.test(path) || path.startsWith('test/');

  it('has no folder for leftovers', () => {
    expect(all.filter((path) => /(^|\/)(common|shared|utils?|helpers?)(\/|$)/.test(path))).toEqual([]);
  });

  it('keeps every file short: none over 400 lines, 95 of 100 under 250', () => {
    const lengths = sources
      .filter((path) => !isTest(path))
      .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }));
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThan(250);
  });

  it('mutes no check and skips no test, but where the public corpus is absent', () => {
    const muted =
      /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|\bas any\b|\b(it|test|describe)\.(skip|only|todo)\b/;
    const own = join('test', 'arch', 'tree.spec.ts');
    expect(
      sources.filter(
        (path) =>
          path !== own &&
          !/\/([a-z]+-)?corpus(\.db)?\.spec\.ts$/.test(path) &&
          muted.test(readFileSync(join(root, path), 'utf8')),
      ),
    ).toEqual([]);
  });
});
