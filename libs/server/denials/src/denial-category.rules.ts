import type { DenialCategory } from '@caseboard/contracts';

/** What a category is read from. */
export interface DenialCodes {
  carc: string;
  rarcs: readonly string[];
}

/** A CARC belongs to a category from a day on, until the next entry for the same CARC takes over. */
export interface CategoryEntry {
  category: DenialCategory;
  carcs: string;
  /** First day it holds for a decision (`YYYY-MM-DD`); absent: always did. */
  from?: string;
}

/** The starting mapping (domain 4): typical CARCs of each category. A starting point, not payer truth. */
export const CATEGORY_MAPPING: readonly CategoryEntry[] = [
  { category: 'information', carcs: '16 17 125 129 140 148 163 164 206 207 208 226 227 250 251 252' },
  { category: 'eligibility', carcs: '22 24 26 27 31 32 33 34 109 177 200' },
  { category: 'authorization', carcs: '15 38 39 197 198 243 284 288 296' },
  { category: 'coding', carcs: '4 5 6 7 8 9 10 11 97 146 181 182 199 231 234 236 B15' },
  { category: 'medical-necessity', carcs: '50 54 55 56 58 150 151 152 167 249' },
  { category: 'non-covered', carcs: '35 49 96 119 149 204 272 273' },
  { category: 'timely-filing', carcs: '29' },
  { category: 'duplicate', carcs: '18' },
  { category: 'clinical-validation', carcs: 'A8 186' },
  { category: 'contract', carcs: '45 131 144' },
];

/** N386: a national coverage decision; N115: a local one (domain 4). */
const COVERAGE_REMARKS = ['N386', 'N115'];
/** MA130: the claim was unprocessable. There is no appeal right; it has to be sent again (domain 2.4). */
const UNPROCESSABLE = 'MA130';

/** Whether the payer says the claim could not be processed: resubmit, no appeal. */
export const isUnprocessable = (rarcs: readonly string[]): boolean => rarcs.includes(UNPROCESSABLE);

/**
 * The category of one denial on the day it was decided. Remarks go before the CARC: unprocessable claims lack
 * information, coverage decisions are about medical necessity. 150 on an inpatient claim, which domain 4 lists
 * twice, is medical necessity here: an 835 does not say inpatient.
 */
export function categoryOf(
  codes: DenialCodes,
  on: string,
  mapping: readonly CategoryEntry[] = CATEGORY_MAPPING,
): DenialCategory {
  if (isUnprocessable(codes.rarcs)) return 'information';
  if (codes.rarcs.some((rarc) => COVERAGE_REMARKS.includes(rarc))) return 'medical-necessity';
  const inForce = mapping.filter((entry) => (entry.from ?? '') <= on && entry.carcs.split(' ').includes(codes.carc));
  return inForce.reduce<CategoryEntry | undefined>(newer, undefined)?.category ?? 'other';
}

const newer = (held: CategoryEntry | undefined, entry: CategoryEntry): CategoryEntry =>
  held && (held.from ?? '') > (entry.from ?? '') ? held : entry;

/** The denial with the most dollars speaks for its case; the first of equals. */
export function headlineOf<Denial extends { amountCents: number }>(denials: readonly Denial[]): Denial {
  const [first, ...rest] = denials;
  if (!first) throw new Error('A case has at least one denial.');
  return rest.reduce((held, denial) => (denial.amountCents > held.amountCents ? denial : held), first);
}
