import type { AccountVisit } from '@caseboard/contracts';
import { carcWords } from '@caseboard/server/billing';
import type { PatientPartPosted } from '@caseboard/server/billing';

type Part = AccountVisit['parts'][number];

/** CARCs that say a plan does not cover it (domain 4 "non-covered"). */
const NOT_COVERED = new Set(['35', '49', '96', '119', '149', '204', '273']);

const KIND_OF: Record<string, Part['kind']> = { '1': 'deductible', '2': 'coinsurance', '3': 'copayment' };

const WORDS: Partial<Record<Part['kind'], string>> = {
  deductible: 'Yearly deductible',
  coinsurance: 'Share of the cost (coinsurance)',
  copayment: 'Copay for the visit',
  'not-covered': 'Not covered by the plan',
};

/** One cause of what a patient owes, in plain words: who decided it, by which remittance, on which day (domain 9). */
export function patientPartOf(part: PatientPartPosted): Part {
  const kind = KIND_OF[part.carc] ?? (NOT_COVERED.has(part.carc) ? 'not-covered' : 'other');
  return {
    kind,
    words: part.cents < 0 ? `Taken back: ${wordsOf(kind, part.carc).toLowerCase()}` : wordsOf(kind, part.carc),
    cents: part.cents,
    from: part.payerName,
    remittanceNumber: part.remittanceNumber,
    on: part.decidedOn,
  };
}

const wordsOf = (kind: Part['kind'], carc: string): string => WORDS[kind] ?? carcWords(carc);
