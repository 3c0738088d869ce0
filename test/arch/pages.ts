import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '../..');

/** Text of a file, by its path from the root. */
export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Whether something of that path is in the repository. */
export const isThere = (path: string): boolean => existsSync(join(ROOT, path));

/** README.md and everything below docs that people write, by path from the root. */
export function writtenPages(): string[] {
  const below = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = below.filter((path) => path.endsWith('.md') && path !== 'events.md').map((path) => join('docs', path));
  return ['README.md', ...pages.sort()];
}

const TOP = String.raw`(?:apps|libs|test|docs|docker|\.ci)/`;
const QUOTED = new RegExp(`\`(${TOP}[^\`\\s]*)\``, 'g');
const IN_COMMAND = new RegExp(String.raw`\s(${TOP}[\w./-]+\.(?:ts|mjs|sql|yaml|conf|example))\b`, 'g');

/** Paths of the repository that a page names, in code quotes or in a command; `*` stands for anything. */
export const pathsIn = (page: string): string[] =>
  [QUOTED, IN_COMMAND].flatMap((form) => [...textOf(page).matchAll(form)].map((match) => match[1] ?? ''));

/** Settings that `npm start` reads, with their defaults as written; none: undefined. */
export function settings(): Map<string, string | undefined> {
  const source = textOf('libs/server/kernel/src/config/config.ts');
  const lines = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): (z\..*),$/gm)];
  return new Map(lines.map(([, name = '', schema = '']) => [name, /, '?([^',]+)'?\)$/.exec(defaultIn(schema))?.[1]]));
}

const defaultIn = (schema: string) => (schema.startsWith('z._default(') ? schema : '');

/** First cells of the table below a heading of a page, and the cells after each. */
export function tableBelow(page: string, heading: string): Map<string, string[]> {
  const [, after = ''] = textOf(page).split(`\n${heading}\n`);
  const section = after.split(/\n#+ /)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(rows.map((row) => cellsOf(row)).map(([first = '', ...rest]) => [first, rest]));
}

const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Links of a page that do not resolve: files, and headings in them. */
export function brokenLinks(page: string): string[] {
  const links = [...textOf(page).matchAll(/(?:\]\(|src="|srcset=")([^)"]+)[)"]/g)].map((match) => match[1] ?? '');
  return links.filter((link) => !/^https?:/.test(link) && !resolves(page, link)).map((link) => `${page}: ${link}`);
}

function resolves(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
  if (!isThere(target)) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
