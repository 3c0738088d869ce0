import { parseDollars } from '@caseboard/web/kernel';

/** What the form holds while a case is being closed. */
export interface ClosingDraft {
  rootCause: string;
  /** Undefined until answered. */
  isPreventable: boolean | undefined;
  recovered: string;
}

/** What closing tells the server (domain 2.3, close guard). */
export interface Closing {
  rootCause: string;
  isPreventable: boolean;
  recoveredCents: number;
}

/** Common reasons behind denials, offered while typing; anything else may be written. */
export const ROOT_CAUSES = [
  'Authorization not obtained',
  'Authorization not linked to the claim',
  'Registration or eligibility error',
  'Documentation missing or incomplete',
  'Coding error',
  'Filed late',
  'Duplicate submission',
  'Medical policy not checked',
  'Payer error',
] as const;

const MOST_WORDS = 300;

/** The draft as the server takes it, or the one thing that is still missing. */
export function closingOf(draft: ClosingDraft): { closing: Closing } | { missing: string } {
  const rootCause = draft.rootCause.trim();
  const recoveredCents = parseDollars(draft.recovered);
  if (rootCause === '') return { missing: 'Say the root cause' };
  if (rootCause.length > MOST_WORDS) return { missing: `Say the root cause in ${MOST_WORDS} characters` };
  if (draft.isPreventable === undefined) return { missing: 'Say whether it was preventable' };
  if (recoveredCents === undefined) return { missing: 'Write the dollars recovered, 0 for none' };
  return { closing: { rootCause, isPreventable: draft.isPreventable, recoveredCents } };
}
