import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { asyncApi } from '@caseboard/server/realtime';
import { apiDocument } from '../../apps/api/src/docs/api-document.ts';
import { eventList } from '../../apps/api/src/docs/event-list.ts';
import { offlineApp } from '../../apps/api/src/docs/offline-app.ts';
import { brokenLinks, isThere, pathsIn, ROOT, settings, tableBelow, textOf, writtenPages } from './pages.ts';

const pages = writtenPages();
const known = settings();

describe('the pages', () => {
  it('name only paths that exist', () => {
    const missing = (path: string) =>
      path.includes('*') ? globSync(path, { cwd: ROOT }).length === 0 : !isThere(path);
    const named = pages.flatMap((page) => pathsIn(page).map((path) => ({ page, path })));
    expect(named.filter(({ path }) => missing(path))).toEqual([]);
    expect(named.length).toBeGreaterThan(60);
  });

  it('link only to what is there', () => {
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]));
    expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
    const plain = ['start', 'test'];
    expect(Object.keys(scripts).filter((name) => !plain.includes(name) && !named.includes(name))).toEqual([]);
  });

  it('say nothing of the machine they were written on or of how they came about', () => {
    const strange = /\/work\/|\/tmp\/|\/root\/|localhost:\d|\bAI\b|\bagents?\b|\bassistant\b|issue #|\bTODO\b/;
    const found = pages.flatMap((page) =>
      textOf(page)
        .split('\n')
        .filter((line) => strange.test(line)),
    );
    expect(found).toEqual([]);
  });
});

describe('the settings', () => {
  it('are in the README each, with their defaults, and no others', () => {
    const rows = [...tableBelow('README.md', '## Settings')].map(([name, [value]]) => [
      name.replaceAll('`', ''),
      value,
    ]);
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries([...known].map(([name, value]) => [name, value ?? ''])),
    );
    expect(known.size).toBeGreaterThan(10);
  });

  it('are in .env.example each, with their defaults, and no others', () => {
    const lines = textOf('.env.example')
      .split('\n')
      .filter((line) => /^\w/.test(line));
    expect(lines.sort()).toEqual([...known].map(([name, value]) => `${name}=${value ?? ''}`).sort());
  });
});

describe('the commands of the README', () => {
  const rows = [...tableBelow('README.md', '## Commands')];

  it('are those of the command line', async () => {
    const named = rows.flatMap(([first]) => /`npm run caseboard -- ([a-z ]*[a-z])/.exec(first)?.[1] ?? []);
    expect(named.sort()).toEqual((await commandLine()).sort());
  });

  it('name every bench', () => {
    const benches = [...textOf('test/load/bench.mjs').matchAll(/^ {2}(\w+): \(\) => import/gm)].map(
      (match) => match[1],
    );
    const row = rows.find(([first]) => first.startsWith('`npm run bench'));
    expect(benches.length).toBeGreaterThan(2);
    for (const bench of benches) expect(row?.join(' ')).toContain(`\`${bench}\``);
  });
});

/** Every command there is, as typed: `user add`. Each file of the folder adds its own. */
async function commandLine(): Promise<string[]> {
  const program = new Command();
  const folder = join(ROOT, 'apps/api/src/cli');
  for (const file of readdirSync(folder)) {
    const parts = (await import(join(folder, file))) as Record<string, (program: Command) => void>;
    for (const [name, add] of Object.entries(parts)) if (/^add\w+Commands?$/.test(name)) add(program);
  }
  const leaves = (command: Command, path: string[]): string[] =>
    command.commands.length === 0
      ? [path.join(' ')]
      : command.commands.flatMap((child) => leaves(child, [...path, child.name()]));
  return leaves(program, []);
}

describe('the gotchas', () => {
  const lines = textOf('docs/gotchas.md')
    .split('\n')
    .filter((line) => line.startsWith('- '));

  it('each name the test that holds them', () => {
    const held = lines.map((line) => ({ line, test: /`([^`]+\.ts)` “(.+)”$/.exec(line) }));
    const loose = held.filter(
      ({ test }) => !test || !isThere(test[1] ?? '') || !textOf(test[1] ?? '').includes(test[2] ?? ''),
    );
    expect(loose.map(({ line }) => line)).toEqual([]);
    expect(lines.length).toBeGreaterThan(20);
  });
});

describe('the decisions', () => {
  it('are numbered without a hole and listed', () => {
    const files = readdirSync(join(ROOT, 'docs/decisions'))
      .filter((name) => name !== 'README.md')
      .sort();
    files.forEach((name, at) => expect(name.slice(0, 5)).toBe(`${String(at + 1).padStart(4, '0')}-`));
    for (const name of files) expect(textOf('docs/decisions/README.md')).toContain(`](${name})`);
  });

  it('say the context, the choice and what would change our mind', () => {
    for (const page of pages.filter((path) => /\/\d{4}-/.test(path))) {
      const headings = [...textOf(page).matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      expect(headings).toEqual(['Context', 'Choice', 'What would change our mind']);
    }
  });
});

describe('the generated documents', () => {
  it('are what `npm run openapi` writes', async () => {
    const written = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
    expect(JSON.parse(textOf('docs/api/openapi.json'))).toEqual(written(apiDocument(await offlineApp())));
    expect(JSON.parse(textOf('docs/api/asyncapi.json'))).toEqual(written(asyncApi('1')));
    expect(textOf('docs/events.md')).toBe(eventList());
  });
});
