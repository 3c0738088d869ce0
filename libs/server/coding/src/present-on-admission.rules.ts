import type { CodingFinding, EncounterCode } from '@caseboard/contracts';
import { diagnosesOf, finding, keyOf } from './finding.types.ts';
import type { CodedChart, RuleHead } from './finding.types.ts';

const SOURCE = 'UB-04 FL 67 eighth digit; ICD-10-CM Official Guidelines, Appendix I';
const MISSING: RuleHead = { ruleId: 'POA-01', severity: 'error', source: SOURCE };
const EXEMPT: RuleHead = { ruleId: 'POA-02', severity: 'warning', source: SOURCE };
const NOT_EXEMPT: RuleHead = { ruleId: 'POA-03', severity: 'error', source: SOURCE };
const OUTPATIENT: RuleHead = { ruleId: 'POA-04', severity: 'info', source: SOURCE };

/** Every inpatient diagnosis says whether it was present on admission, unless its code is exempt. */
export function presenceIsSaid(chart: CodedChart): CodingFinding[] {
  const check = chart.class === 'inpatient' ? inpatient : outpatient;
  return diagnosesOf(chart).flatMap((one) => check(one, chart.known.get(keyOf(one))?.isPoaExempt ?? false));
}

function inpatient({ code, poa, ordinal }: EncounterCode, isExempt: boolean): CodingFinding[] {
  if (isExempt && poa !== null && poa !== '1')
    return [finding(EXEMPT, `${code} is exempt from POA.`, 'Leave POA empty.', ordinal)];
  if (isExempt) return [];
  if (poa === null) return [finding(MISSING, `${code} has no POA.`, 'Say Y, N, U or W.', ordinal)];
  return poa === '1' ? [finding(NOT_EXEMPT, `${code} is not exempt from POA.`, 'Say Y, N, U or W.', ordinal)] : [];
}

function outpatient({ code, poa, ordinal }: EncounterCode): CodingFinding[] {
  if (poa === null) return [];
  return [finding(OUTPATIENT, `${code} has POA, which only inpatient claims carry.`, 'It is left out.', ordinal)];
}
