import { parseCents } from './cents.ts';
import { parseDateSpan } from './dates.ts';
import type { X12Segment } from './segment.ts';

/** What a diagnosis is to the claim. */
export type DiagnosisRole = 'principal' | 'other' | 'admitting' | 'reason-for-visit' | 'external-cause';

/** A diagnosis of an HI. */
export type Diagnosis = {
  role: DiagnosisRole;
  /** ICD-10 for the qualifiers that start with `A`, else ICD-9. */
  system: 'icd-10' | 'icd-9';
  code: string;
  /** Y, N, U, W, 1 or empty. */
  presentOnAdmission: string;
};

/** Any other code of an HI: `BR`/`BBR` procedure, `DR` DRG, `BG` condition, `BH` occurrence, `BE` value… */
export type ClaimCode = {
  qualifier: string;
  code: string;
  from: string | undefined;
  to: string | undefined;
  amountCents: number | undefined;
};

const ROLES: ReadonlyMap<string, DiagnosisRole> = new Map([
  ['BK', 'principal'],
  ['BF', 'other'],
  ['BJ', 'admitting'],
  ['PR', 'reason-for-visit'],
  ['BN', 'external-cause'],
]);

const POA_COMPONENT = 8;

/** Reads an HI (composite C022) into a claim's diagnoses and codes; up to twelve of them. */
export function readCodes(hi: X12Segment, diagnoses: Diagnosis[], codes: ClaimCode[]): void {
  for (let position = 1; position < hi.elements.length; position += 1) {
    const components = hi.components(position);
    const [qualifier = '', code = ''] = components;
    if (code === '') continue;
    const diagnosis = diagnosisOf(qualifier, code, components[POA_COMPONENT] ?? '');
    if (diagnosis === undefined) codes.push(codeOf(qualifier, code, components));
    else diagnoses.push(diagnosis);
  }
}

function diagnosisOf(qualifier: string, code: string, presentOnAdmission: string): Diagnosis | undefined {
  const isTenth = qualifier.length === 3 && qualifier.startsWith('A');
  const role = ROLES.get(isTenth ? qualifier.slice(1) : qualifier);
  return role && { role, system: isTenth ? 'icd-10' : 'icd-9', code, presentOnAdmission };
}

function codeOf(qualifier: string, code: string, components: readonly string[]): ClaimCode {
  const span = parseDateSpan(components[3] ?? '');
  return { qualifier, code, from: span?.from, to: span?.to, amountCents: parseCents(components[4] ?? '') };
}
