import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectX12, read999, readClaimStatus } from './index.ts';
import { allOf } from './remittance-file.factory.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const CORPUS = process.env['CASEBOARD_CORPUS'] || resolve(ROOT, '../shared/data');
const isPresent = existsSync(join(CORPUS, 'MANIFEST.md'));

const filesOf = (folder: string): string[] => (isPresent ? readdirSync(join(CORPUS, 'edi', folder)) : []);
const bytesOf = (folder: string, name: string): Uint8Array => readFileSync(join(CORPUS, 'edi', folder, name));

/** `STC n` in the row of the manifest. */
function statusesSaid(name: string): number {
  const rows = readFileSync(join(CORPUS, 'MANIFEST.md'), 'utf8').split('\n');
  return Number(/\bSTC (\d+)/.exec(rows.find((row) => row.startsWith(`| ${name} |`)) ?? '')?.[1] ?? Number.NaN);
}

if (isPresent) describe('public acknowledgements', stories);
else
  describe.skip(`public acknowledgements (none at ${CORPUS})`, () => {
    it('are read as their manifest says', () => expect(isPresent).toBe(true));
  });

function stories(): void {
  const answers = [
    ...filesOf('ack-999-997-ta1').map((name) => ['ack-999-997-ta1', name]),
    ...filesOf('expected-acks').map((name) => ['expected-acks', name]),
  ] as [string, string][];
  const statuses = ['277ca', '276-277'].flatMap((folder) => filesOf(folder).map((name) => [folder, name])) as [
    string,
    string,
  ][];

  it('are all there', () => {
    expect([answers.length, statuses.length]).toEqual([9, 22]);
  });

  it.each(answers)('%s %s answers to every set its AK9 counts', async (folder, name) => {
    const items = await allOf(read999([bytesOf(folder, name)]));
    const groups = items.flatMap((item) => (item.type === 'group' ? [item.group] : []));
    const sets = items.flatMap((item) => (item.type === 'set' ? [item.set] : []));
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) expect(group.sets).toBe(group.received);
    expect(sets.filter(({ code }) => ['A', 'E'].includes(code)).length).toBe(
      groups.reduce((sum, { accepted }) => sum + accepted, 0),
    );
  });

  it.each(statuses)('%s %s has the statuses that the manifest counts', async (folder, name) => {
    const bytes = bytesOf(folder, name);
    const items = await allOf(readClaimStatus([bytes]));
    const found = items.reduce((sum, item) => {
      if (item.type === 'level') return sum + item.level.statuses.length;
      if (item.type !== 'claim') return sum;
      return sum + item.claim.lines.reduce((lines, line) => lines + line.statuses.length, item.claim.statuses.length);
    }, 0);
    expect(found).toBe(statusesSaid(name));
    const kinds = folder === '277ca' ? ['277ca'] : ['276', '277'];
    // One file has text before its ISA: the manifest says so, and then it is no X12.
    const said =
      name === 'stupidedi__X212_case_1.edi'
        ? { code: 'x12/not-x12' }
        : { kind: expect.stringMatching(kinds.join('|')) as unknown };
    expect(detectX12(bytes)).toMatchObject(said);
  });
}
