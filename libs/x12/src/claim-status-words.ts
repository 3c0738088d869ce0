import type { StatusCode } from './claim-status.ts';

/** What a category means for the claim (domain 2.2); its group of codes, where the list has more than we name. */
export type StatusOutcome =
  | 'accepted'
  | 'payer-accepted'
  | 'rejected'
  | 'forwarded'
  | 'pending'
  | 'info-requested'
  | 'finalized'
  | 'not-found'
  | 'unreadable';

/**
 * Claim status categories in our own short words. A3 is a rejection (returned, never processed), although some
 * readers list it as accepted; so are A6, A7 and A8. A4 means that nobody has such a claim.
 */
const CATEGORIES: Record<string, readonly [outcome: StatusOutcome, words: string]> = {
  A0: ['forwarded', 'Passed on to another party'],
  A1: ['accepted', 'Received'],
  A2: ['payer-accepted', 'Accepted into processing'],
  A3: ['rejected', 'Returned, not processed'],
  A4: ['not-found', 'No such claim found'],
  A5: ['accepted', 'Split into several claims'],
  A6: ['rejected', 'Something is missing'],
  A7: ['rejected', 'Something is not valid'],
  A8: ['rejected', 'Two values do not fit each other'],
  P0: ['pending', 'In process'],
  P1: ['pending', 'In process'],
  P2: ['pending', 'Under review'],
  P3: ['info-requested', 'Waits for information they asked for'],
  P4: ['info-requested', 'Waits for information from the patient'],
  P5: ['pending', 'In process at the payer'],
  R0: ['info-requested', 'Asks for more information'],
  R1: ['info-requested', 'Asks for entity information'],
  F0: ['finalized', 'Decided'],
  F1: ['finalized', 'Decided: paid'],
  F2: ['finalized', 'Decided: denied'],
  F3: ['finalized', 'Decided: revised'],
  F3F: ['finalized', 'Decided: passed on'],
  F3N: ['finalized', 'Decided: not passed on'],
  F4: ['finalized', 'Decided: no payment'],
  E0: ['unreadable', 'They could not read the request'],
  E1: ['unreadable', 'Their system could not answer'],
  E2: ['unreadable', 'Their system is not available'],
  E3: ['unreadable', 'The request did not fit'],
  E4: ['unreadable', 'The partner agreement forbids it'],
  D0: ['not-found', 'Data search gave nothing'],
};

const GROUPS: Record<string, readonly [outcome: StatusOutcome, words: string]> = {
  P: ['pending', 'In process'],
  R: ['info-requested', 'Asks for more information'],
  F: ['finalized', 'Decided'],
  E: ['unreadable', 'They could not answer'],
};

/** Status codes most files use, in our own short words. */
const STATUSES: Record<string, string> = {
  '0': 'no details given',
  '1': 'see their letter or portal',
  '3': 'decided, see the remittance',
  '16': 'forwarded',
  '19': 'receipt confirmed',
  '20': 'accepted for processing',
  '21': 'missing or invalid information',
  '24': 'entity not approved as electronic submitter',
  '26': 'entity not found',
  '33': 'subscriber not found',
  '54': 'duplicate of another claim',
  '65': 'paid',
  '85': 'entity not primary',
  '88': 'not eligible for the dates of service',
  '90': 'not eligible for this benefit',
  '104': 'processed by plan rules',
  '107': 'processed by contract',
  '116': 'sent to the wrong payer',
  '123': 'more information is needed from the entity',
  '125': 'name of the entity',
  '126': 'address of the entity',
  '128': 'tax id of the entity',
  '132': 'Medicaid id of the entity',
  '145': 'taxonomy of the entity',
  '153': 'id of the entity',
  '158': 'birth date of the entity',
  '164': 'member id of the entity',
  '178': 'charges',
  '187': 'dates of service',
  '188': 'statement dates',
  '189': 'admission date',
  '218': 'NDC number',
  '228': 'type of bill',
  '247': 'line information',
  '249': 'place of service',
  '254': 'principal diagnosis',
  '255': 'diagnosis code',
  '256': 'DRG code',
  '317': 'medical record',
  '400': 'charges do not add up',
  '453': 'procedure modifier',
  '454': 'procedure code',
  '455': 'revenue code',
  '460': 'NUBC condition code',
  '476': 'units of service',
  '477': 'diagnosis pointer',
  '481': 'claim format',
  '496': 'submitter not approved for this provider',
  '500': 'postal code of the entity',
  '507': 'HCPCS code',
  '562': 'NPI of the entity',
  '666': 'surgical procedure code',
  '673': 'patient reason for visit',
  '684': 'rejected by their syntax check',
  '718': 'not sent in time',
  '732': 'not what their billing rules ask for',
  '745': 'identifier qualifier',
  '746': 'duplicate submission',
};

/** Entity codes most files use, in our own short words. */
const ENTITIES: Record<string, string> = {
  '1E': 'health plan',
  '1P': 'provider',
  '13': 'contracted provider',
  '36': 'employer',
  '45': 'drop-off location',
  '71': 'attending clinician',
  '72': 'operating clinician',
  '77': 'service location',
  '82': 'rendering provider',
  '85': 'billing provider',
  '87': 'pay-to provider',
  AY: 'clearinghouse',
  DN: 'referring provider',
  DQ: 'supervising clinician',
  FA: 'facility',
  GB: 'other insured',
  HK: 'subscriber',
  IL: 'insured',
  P3: 'primary care provider',
  PR: 'payer',
  PRP: 'primary payer',
  QC: 'patient',
  QD: 'responsible party',
  SEP: 'secondary payer',
  TTP: 'tertiary payer',
  ZZ: 'party they agreed on',
};

/** What a category means for the claim; a code we do not know says no more than its group. */
export const statusOutcome = (category: string): StatusOutcome =>
  (CATEGORIES[category] ?? GROUPS[category.slice(0, 1)])?.[0] ?? 'unreadable';

/** A status in short words: `Something is not valid: NPI of the entity (billing provider)`. Codes we have no words for are named. */
export function statusWords({ category, status, entity }: StatusCode): string {
  const what = (CATEGORIES[category] ?? GROUPS[category.slice(0, 1)])?.[1] ?? `Category ${category}`;
  const why = status === '' ? '' : `: ${STATUSES[status] ?? `status ${status}`}`;
  const who = entity === '' ? '' : ` (${ENTITIES[entity] ?? `entity ${entity}`})`;
  return `${what}${why}${who}`;
}

/** IK501, AK501: what became of a transaction set. */
export type SetOutcome = 'accepted' | 'accepted-with-errors' | 'rejected';

/** Only A, E and P let a set through; R, M, W and X keep it out, and so does a code nobody knows. */
export function setOutcome(code: string): SetOutcome {
  if (code === 'A') return 'accepted';
  return code === 'E' || code === 'P' ? 'accepted-with-errors' : 'rejected';
}

/** Error codes of IK502 to IK506 (AK502 to AK506) in our own short words. */
const SET_ERRORS: Record<string, string> = {
  '1': 'this kind of set is not taken',
  '2': 'the trailer is missing',
  '3': 'control numbers differ',
  '4': 'the segment count is wrong',
  '5': 'segments have errors',
  '6': 'the set id is not valid',
  '7': 'the set control number is not valid',
  '23': 'the control number is used twice',
  '24': 'the set is out of order',
  I5: 'the guide is not kept',
  I6: 'the guide version is not taken',
};

/** An error of a whole set in short words. */
export const setErrorWords = (code: string): string => SET_ERRORS[code] ?? `error ${code}`;
