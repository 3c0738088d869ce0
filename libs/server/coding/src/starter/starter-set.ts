import { createHash } from 'node:crypto';
import type { CodeSystem } from '@caseboard/contracts';
import type { SetCode } from '../finding.types.ts';
import { MEDICAL_DIAGNOSES } from './diagnoses-medical.ts';
import { SURGICAL_DIAGNOSES } from './diagnoses-surgical.ts';
import { PROCEDURES } from './procedures.ts';
import { CPT_SERVICES, HCPCS_SERVICES } from './services.ts';

/** A release of codes: immutable, named by the hash of what is in it. */
export interface CodeRelease {
  hash: string;
  name: string;
  codes: readonly SetCode[];
}

/** Every code of the starter set is valid for services from this day on. */
export const STARTER_FROM = '2022-10-01';

/** The small set that ships; full sets are imported. Words are ours, so that nothing licensed is in it. */
export const STARTER: CodeRelease = releaseOf('Starter set', [
  ...parse('icd-10-cm', MEDICAL_DIAGNOSES),
  ...parse('icd-10-cm', SURGICAL_DIAGNOSES),
  ...parse('icd-10-pcs', PROCEDURES),
  ...parse('cpt', CPT_SERVICES),
  ...parse('hcpcs', HCPCS_SERVICES),
]);

/** Names a set of codes by its content: the same codes give the same hash in any order. */
export function releaseOf(name: string, codes: readonly SetCode[]): CodeRelease {
  const sorted = [...codes].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return { hash: createHash('sha256').update(JSON.stringify(sorted)).digest('hex'), name, codes: sorted };
}

function idOf({ system, code }: SetCode): string {
  return `${system} ${code}`;
}

/** Reads lines of `CODE` + marks + words; throws at a line that is none. */
function parse(system: CodeSystem, text: string): SetCode[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [, code, marks, words] = /^([0-9A-Z]+)([*=!]*) (.+)$/.exec(row) ?? [];
      if (code === undefined || marks === undefined || words === undefined)
        throw new Error(`The starter set has a line that is no code: ${row}`);
      return {
        system,
        code,
        words,
        isBillable: !marks.includes('*'),
        isPoaExempt: marks.includes('='),
        isManifestation: marks.includes('!'),
      };
    });
}
