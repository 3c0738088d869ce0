import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseOf, STARTER } from './starter-set.ts';

const SHAPES = {
  'icd-10-cm': /^[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}$/,
  'icd-10-pcs': /^[0-9A-HJ-NP-Z]{7}$/,
  cpt: /^[0-9]{5}$/,
  hcpcs: /^[A-V][0-9]{4}$/,
} as const;
const find = (code: string) => STARTER.codes.find((one) => one.code === code);

describe('the starter set', () => {
  it('has every code once, in the shape of its system', () => {
    expect(new Set(STARTER.codes.map(({ system, code }) => `${system} ${code}`)).size).toBe(STARTER.codes.length);
    const misshapen = STARTER.codes.filter(({ system, code }) => !SHAPES[system].test(code));
    expect(misshapen).toEqual([]);
  });

  it('is named by its content, not by its order', () => {
    expect(STARTER.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(releaseOf('Other name', [...STARTER.codes].reverse()).hash).toBe(STARTER.hash);
    expect(releaseOf('Starter set', STARTER.codes.slice(1)).hash).not.toBe(STARTER.hash);
  });

  it('knows every code the sample hospital bills or charts', async () => {
    const folder = join(process.cwd(), 'libs/samples/src');
    const services = await readFile(join(folder, 'services.ts'), 'utf8');
    const charts = await Promise.all(
      ['inpatient-scenarios.ts', 'outpatient-scenarios.ts'].map((name) => readFile(join(folder, name), 'utf8')),
    );
    const quoted = [...services.matchAll(/code: '(\w+)'|'([A-Z][0-9]\w{1,5})'/g)].map(([, a, b]) => a ?? b ?? '');
    const charted = charts.flatMap((text) =>
      [...text.matchAll(/\b(?:dx|cpt)\('(\w+)'|code: '(\w+)'/g)].map(([, a, b]) => a ?? b ?? ''),
    );
    expect(quoted.length + charted.length).toBeGreaterThan(60);
    expect([...new Set([...quoted, ...charted])].filter((code) => !find(code))).toEqual([]);
  });

  it('marks headings, manifestations and what is exempt from POA', () => {
    expect([find('M545')?.isBillable, find('M5450')?.isBillable]).toEqual([false, true]);
    expect([find('G63')?.isManifestation, find('G629')?.isManifestation]).toEqual([true, false]);
    expect(['I252', 'Z794', 'Y92009', 'S93401D', 'O80'].map((code) => find(code)?.isPoaExempt)).toEqual(
      Array(5).fill(true),
    );
    expect(['I10', 'W010XXA', 'S93401A', 'R6520'].map((code) => find(code)?.isPoaExempt)).toEqual(Array(4).fill(false));
  });
});
