import { CLAIM_STATES } from '@caseboard/contracts';
import type { ClaimSummary } from '@caseboard/contracts';

/** Which claims the page shows, as its address says it. */
export interface ClaimFilters {
  state: ClaimSummary['state'] | undefined;
  payer: string | undefined;
  /** The beginning of our number or of the control number. */
  text: string | undefined;
}

/** Reads the filters from an address; what it does not know it leaves out. */
export const claimFiltersOf = (values: Readonly<Record<string, string>>): ClaimFilters => ({
  state: CLAIM_STATES.find((state) => state === values.state),
  payer: values.payer,
  text: values.text?.trim() || undefined,
});

/** The same rule as the server's query, for claims that arrive live. */
export const isInView = ({ state, payer, text }: ClaimFilters, claim: ClaimSummary): boolean =>
  (state === undefined || claim.state === state) &&
  (payer === undefined || claim.payerId === payer) &&
  (text === undefined || [claim.number, claim.controlNumber].some((number) => beginsWith(number, text)));

const beginsWith = (number: string, text: string): boolean => number.toLowerCase().startsWith(text.toLowerCase());

/** Claims by number, newest first, as the server pages them. */
export const newestFirst = (claims: readonly ClaimSummary[]): ClaimSummary[] =>
  [...claims].sort((a, b) => (a.number > b.number ? -1 : a.number < b.number ? 1 : 0));
