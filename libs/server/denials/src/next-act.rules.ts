import type { DenialCategory, DenialStage, PayerRuleKind } from '@caseboard/contracts';
import { isUnprocessable } from './denial-category.rules.ts';

/** What the next act depends on. */
export interface CaseCodes {
  category: DenialCategory;
  carc: string;
  rarcs: readonly string[];
}

/** 226, 227, 252: the payer asks for something; M127, N29, N706 and N479 name what (domain 4: "252/226 → records"). */
const ASKS_FOR_RECORDS = ['226', '227', '252'];
const RECORDS_REMARKS = ['M127', 'N29', 'N706', 'N479'];

/** Default next act by category, at most 45 characters (domain 4, "default action"). */
const ACTS: Record<DenialCategory, string> = {
  information: 'Fix the missing data, send a corrected claim',
  eligibility: 'Verify coverage, bill the right payer',
  authorization: 'Ask for a retro-authorization or appeal',
  coding: 'Code review, then corrected claim or appeal',
  'medical-necessity': 'Appeal with the records',
  'non-covered': 'Look for a signed notice or waiver',
  'timely-filing': 'Appeal with proof of timely filing',
  duplicate: 'Find the original claim, close or correct',
  'clinical-validation': 'Clinical appeal with the physician advisor',
  contract: 'Compare with the contract, dispute',
  other: 'Read the remarks, decide the next act',
};

/** Which payer rule sets the deadline, by category (domain 4, "clock"). */
const CLOCKS: Record<DenialCategory, PayerRuleKind> = {
  information: 'corrected-claim',
  eligibility: 'corrected-claim',
  authorization: 'appeal',
  coding: 'corrected-claim',
  'medical-necessity': 'appeal',
  'non-covered': 'appeal',
  'timely-filing': 'appeal',
  duplicate: 'corrected-claim',
  'clinical-validation': 'appeal',
  contract: 'appeal',
  other: 'appeal',
};

/** The kind of payer rule a case's deadline comes from. An unprocessable claim has no appeal to be late for. */
export function clockOf(codes: CaseCodes): PayerRuleKind {
  if (isUnprocessable(codes.rarcs)) return 'corrected-claim';
  return asksForRecords(codes) ? 'records' : CLOCKS[codes.category];
}

/** What has to happen next, for the list: at most 45 characters. */
export function nextActOf(codes: CaseCodes, stage: DenialStage): string {
  if (stage === 'decided') return 'Send out what was decided';
  if (stage === 'submitted') return 'Watch for the payer’s answer';
  if (isUnprocessable(codes.rarcs)) return 'Send again as a new claim; no appeal right';
  if (codes.rarcs.includes('N115')) return 'Check the local coverage rule, appeal';
  if (codes.rarcs.includes('N386')) return 'Check the national coverage rule, appeal';
  return asksForRecords(codes) ? 'Send the records the payer asked for' : ACTS[codes.category];
}

const asksForRecords = ({ category, carc, rarcs }: CaseCodes): boolean =>
  category === 'information' &&
  (ASKS_FOR_RECORDS.includes(carc) || rarcs.some((rarc) => RECORDS_REMARKS.includes(rarc)));

/** The code a list shows: group, CARC and the first remark, `CO-197 N54`. */
export const shownCode = ({ group, carc, rarcs }: { group: string; carc: string; rarcs: readonly string[] }): string =>
  [`${group}-${carc}`, ...rarcs.slice(0, 1)].join(' ');
