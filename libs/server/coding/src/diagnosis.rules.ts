import type { CodingFinding } from '@caseboard/contracts';
import { diagnosesOf, finding, keyOf } from './finding.types.ts';
import type { CodedChart, RuleHead } from './finding.types.ts';

const MCE = 'CMS Medicare Code Editor';
const GUIDELINES = 'ICD-10-CM Official Guidelines';

const NO_PRINCIPAL: RuleHead = { ruleId: 'DX-01', severity: 'critical', source: `${GUIDELINES}, Sections II and IV.G` };
const NOT_BILLABLE: RuleHead = { ruleId: 'DX-02', severity: 'error', source: `${GUIDELINES}, Section I.B.2` };
const EXTERNAL_FIRST: RuleHead = { ruleId: 'DX-03', severity: 'error', source: `${MCE}, E-code as principal` };
const MANIFESTATION_FIRST: RuleHead = { ruleId: 'DX-04', severity: 'error', source: `${MCE}, manifestation` };
const TWICE: RuleHead = { ruleId: 'DX-05', severity: 'error', source: `${GUIDELINES}, Section I.B.12` };
const AS_LINE: RuleHead = { ruleId: 'DX-06', severity: 'warning', source: 'ASC X12 837, HI segment' };

/** External causes are chapter 20, V00 to Y99. */
const EXTERNAL_CAUSE = /^[V-Y]/;

/** A chart has a principal (inpatient) or first-listed diagnosis. */
export function principalIsSet(chart: CodedChart): CodingFinding[] {
  if (diagnosesOf(chart).length > 0) return [];
  const name = chart.class === 'inpatient' ? 'principal' : 'first-listed';
  return [finding(NO_PRINCIPAL, `No ${name} diagnosis is set.`, 'Enter the diagnosis mainly responsible first.')];
}

/** Every code is billable: it has all the characters its category asks for. */
export function codesAreBillable({ codes, known }: CodedChart): CodingFinding[] {
  return codes
    .filter((code) => known.get(keyOf(code))?.isBillable === false)
    .map(({ code, ordinal }) =>
      finding(NOT_BILLABLE, `${code} is a heading, not a billable code.`, 'Choose one of the codes below it.', ordinal),
    );
}

/** An external cause is never first (V00–Y99). */
export function principalIsNoExternalCause(chart: CodedChart): CodingFinding[] {
  const [first] = diagnosesOf(chart);
  if (!first || !EXTERNAL_CAUSE.test(first.code)) return [];
  const text = `${first.code} is an external cause and cannot be first.`;
  return [finding(EXTERNAL_FIRST, text, 'Put the injury or condition before it.', first.ordinal)];
}

/** A manifestation is never first: what caused it is. */
export function principalIsNoManifestation(chart: CodedChart): CodingFinding[] {
  const [first] = diagnosesOf(chart);
  if (!first || !chart.known.get(keyOf(first))?.isManifestation) return [];
  const text = `${first.code} names a manifestation and cannot be first.`;
  return [finding(MANIFESTATION_FIRST, text, 'Put the disease that causes it before it.', first.ordinal)];
}

/** A diagnosis stands once. */
export function diagnosesStandOnce(chart: CodedChart): CodingFinding[] {
  const seen = new Set<string>();
  return diagnosesOf(chart).flatMap(({ code, ordinal }) => {
    const isAgain = seen.has(code);
    seen.add(code);
    return isAgain ? [finding(TWICE, `${code} is there twice.`, 'Take one of the two away.', ordinal)] : [];
  });
}

/** Units, modifiers and pointers belong to procedures. */
export function diagnosesAreNoLines(chart: CodedChart): CodingFinding[] {
  return diagnosesOf(chart)
    .filter(({ units, modifiers, pointers }) => units !== 1 || modifiers.length > 0 || pointers.length > 0)
    .map(({ code, ordinal }) =>
      finding(AS_LINE, `${code} is a diagnosis but has units, modifiers or pointers.`, 'They are left out.', ordinal),
    );
}
