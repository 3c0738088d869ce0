/** CAS01 as stored: what an 835 may say, and `OA` for anything else so that no dollar is lost. */
export const ADJUSTMENT_GROUPS = ['CO', 'PR', 'OA', 'PI', 'CR'] as const;
export type AdjustmentGroup = (typeof ADJUSTMENT_GROUPS)[number];

/** What an adjustment does to the money: who carries the amount from now on. */
export type AdjustmentEffect = 'patient' | 'prior-payer' | 'contractual' | 'denial';

/** What a prior payer paid or adjusted: coordination of benefits only (domain 4 and 5: OA-23). */
const PRIOR_PAYER = new Set(['23']);

/** Deductible, coinsurance, copay: the patient's even where a reversal says CR (domain 4: PR-1, 2, 3). */
const PATIENT_SHARE = new Set(['1', '2', '3']);

/**
 * Prices, not refusals. Named by domain 4: 45, 104, 131, 253. The others are what payers send in their place or
 * beside them: 42 and A2 (retired, now 45), 94 (paid above the charge), 144 (incentive, domain 4 "contract"),
 * 44, 59, 101, 102, 103, 105, 118, 121, 122, 130, 132, 137, 139, 143, 161, 172, 187, 223, 225, 232, 235, 237, 245 (discounts,
 * withholds, taxes, program and pricing adjustments) and 66, 69, 70, 74 to 76, 78, 85, 89 to 91, 134, A5 (parts of a rate).
 */
const CONTRACTUAL = new Set(
  (
    '45 104 131 253 42 A2 94 144 44 59 101 102 103 105 118 121 122 130 132 137 139 143 161 172 187 223 225 232 235 237 245 ' +
    '66 69 70 74 75 76 78 85 89 90 91 134 A5'
  ).split(' '),
);

/** Brings CAS01 to the five groups there are (X12 835, CAS01; CR is from before 5010). */
export function groupOf(code: string): AdjustmentGroup {
  return ADJUSTMENT_GROUPS.find((group) => group === code) ?? 'OA';
}

/**
 * What an adjustment of a group and CARC means (domain 4 "not denial by default", domain 5 "effects"): PR is the
 * patient's whatever the CARC, 23 the prior payer's, prices are contractual, everything else was refused.
 */
export function effectOfAdjustment(group: string, carc: string): AdjustmentEffect {
  if (group === 'PR') return 'patient';
  if (group === 'CR' && PATIENT_SHARE.has(carc)) return 'patient';
  if (PRIOR_PAYER.has(carc)) return 'prior-payer';
  return CONTRACTUAL.has(carc) || PATIENT_SHARE.has(carc) ? 'contractual' : 'denial';
}

/** Whether a group code and CARC deny by default (domain 4). The amount and the claim's status decide too: see `deniesClaim`. */
export const isDenial = (group: string, carc: string): boolean => effectOfAdjustment(group, carc) === 'denial';

/** CLP02 22: takes an earlier decision back (X12 835, CLP02). */
export const isReversalStatus = (status: string): boolean => status === '22';

/** CLP02 25: says what would be paid; nothing was billed and nothing is owed. */
export const isPredeterminationStatus = (status: string): boolean => status === '25';

/** CLP02 2, 3, 20, 21: decided after another payer. A later payer's denial (4) or reversal (22) does not say so. */
export const isAfterAnotherPayer = (status: string): boolean => ['2', '3', '20', '21'].includes(status);

/** Whether adjustments of a claim with this CLP02 can be denials: not when it takes back or only predicts. */
export const mayDeny = (status: string): boolean => !isReversalStatus(status) && !isPredeterminationStatus(status);

/** Whether one (line or claim, group, CARC) of a claim is a denial: a refused amount above zero. */
export const deniesClaim = (status: string, group: string, carc: string, cents: number): boolean =>
  cents > 0 && mayDeny(status) && isDenial(group, carc);
