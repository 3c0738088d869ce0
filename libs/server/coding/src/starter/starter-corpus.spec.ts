import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { STARTER } from './starter-set.ts';

const ROOT = process.env.CASEBOARD_CORPUS ?? join(import.meta.dirname, '../../../../../../shared/data');
const FILES = {
  cm: 'icd10cm_order_2026.txt.gz',
  pcs: 'icd10pcs_order_2026.txt.gz',
  hcpcs: 'hcpcs_level2_2024-07.csv.gz',
  mue: 'ncci_mue_2024q3.csv.gz',
  fees: 'pfs_rvu_2024-07.csv.gz',
};
const pathOf = (name: string) => join(ROOT, 'codesets', name);
const textOf = (name: string) => gunzipSync(readFileSync(pathOf(name))).toString('latin1');
const isThere = Object.values(FILES).every((name) => existsSync(pathOf(name)));

/** Codes of an order file with whether each may be billed (columns 7 to 13 and 15 of the CMS layout). */
const orderOf = (name: string): Map<string, boolean> =>
  new Map(
    textOf(name)
      .split('\n')
      .map((line) => [line.slice(6, 14).trim(), line[14] === '1'] as const),
  );

/** Every word of the first columns of a table: enough to say that a code is a code. */
const wordsOf = (name: string): Set<string> =>
  new Set(
    textOf(name)
      .split('\n')
      .flatMap((line) => line.split(',').slice(0, 3))
      .map((word) => word.replaceAll('"', '').trim()),
  );

const codesOf = (system: string) => STARTER.codes.filter((one) => one.system === system);

if (!isThere) it.skip(`the official code files are not at ${ROOT}: set CASEBOARD_CORPUS`, () => undefined);
else
  describe('the starter set beside the official files', () => {
    it.each([
      ['icd-10-cm', FILES.cm],
      ['icd-10-pcs', FILES.pcs],
    ])('holds codes of %s only, and knows which may be billed', (system, file) => {
      const official = orderOf(file);
      const wrong = codesOf(system).filter(({ code, isBillable }) => official.get(code) !== isBillable);
      expect(wrong).toEqual([]);
      expect(codesOf(system).length).toBeGreaterThan(15);
    });

    it('holds CPT and HCPCS numbers that are priced or limited somewhere', () => {
      const known = new Set([FILES.hcpcs, FILES.mue, FILES.fees].flatMap((name) => [...wordsOf(name)]));
      const services = [...codesOf('cpt'), ...codesOf('hcpcs')];
      expect(services.filter(({ code }) => !known.has(code))).toEqual([]);
      expect(services.length).toBeGreaterThan(50);
    });
  });
