import type { Chance } from './chance.ts';

/** One way a payer denies: what stands in CAS and LQ. Categories as in the denial taxonomy (docs/architecture.md). */
export interface DenialPattern {
  category: string;
  group: 'CO' | 'PI' | 'OA';
  carc: string;
  rarc?: string;
  weight: number;
  /** Whole claim or single lines. */
  at: 'claim' | 'line';
}

/** Every category occurs; the mix leans to information, authorization, eligibility and medical necessity. */
export const DENIAL_PATTERNS: readonly DenialPattern[] = [
  { category: 'information', group: 'CO', carc: '16', rarc: 'M76', weight: 12, at: 'line' },
  { category: 'information', group: 'CO', carc: '252', rarc: 'M127', weight: 9, at: 'line' },
  { category: 'information', group: 'CO', carc: '226', rarc: 'N706', weight: 4, at: 'claim' },
  { category: 'eligibility', group: 'OA', carc: '22', rarc: 'MA04', weight: 8, at: 'claim' },
  { category: 'eligibility', group: 'CO', carc: '27', weight: 7, at: 'claim' },
  { category: 'eligibility', group: 'CO', carc: '109', rarc: 'N418', weight: 4, at: 'claim' },
  { category: 'authorization', group: 'CO', carc: '197', rarc: 'M62', weight: 15, at: 'line' },
  { category: 'authorization', group: 'CO', carc: '198', rarc: 'N54', weight: 4, at: 'line' },
  { category: 'coding', group: 'CO', carc: '97', rarc: 'M15', weight: 9, at: 'line' },
  { category: 'coding', group: 'CO', carc: '4', rarc: 'N519', weight: 6, at: 'line' },
  { category: 'coding', group: 'CO', carc: '236', weight: 3, at: 'line' },
  { category: 'coding', group: 'CO', carc: '11', weight: 4, at: 'line' },
  { category: 'medical-necessity', group: 'CO', carc: '50', rarc: 'N115', weight: 10, at: 'line' },
  { category: 'medical-necessity', group: 'CO', carc: '50', rarc: 'N386', weight: 4, at: 'line' },
  { category: 'non-covered', group: 'CO', carc: '96', rarc: 'N130', weight: 7, at: 'line' },
  { category: 'non-covered', group: 'CO', carc: '119', rarc: 'N435', weight: 3, at: 'line' },
  { category: 'timely-filing', group: 'CO', carc: '29', weight: 5, at: 'claim' },
  { category: 'duplicate', group: 'CO', carc: '18', rarc: 'N522', weight: 5, at: 'claim' },
  { category: 'clinical-validation', group: 'CO', carc: 'A8', weight: 2, at: 'claim' },
  { category: 'contract', group: 'CO', carc: '144', weight: 1, at: 'line' },
];

/** Gives every pattern once before chance decides, so that even a small week shows each category. */
export class DenialMix {
  private readonly unseen = [...DENIAL_PATTERNS];

  pick(chance: Chance): DenialPattern {
    return (chance.is(0.6) ? this.unseen.shift() : undefined) ?? chance.weighted(DENIAL_PATTERNS);
  }
}
