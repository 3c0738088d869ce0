import { ACCOUNT_STATES } from '@caseboard/contracts';
import type { AccountState, PatientAccountSummary } from '@caseboard/contracts';

/** Which accounts the page shows, as its address says it. */
export interface AccountFilters {
  state: AccountState | undefined;
  /** Words of the name, or the beginning of a number. */
  text: string | undefined;
}

/** Reads the filters from an address; what it does not know it leaves out. */
export const accountFiltersOf = (values: Readonly<Record<string, string>>): AccountFilters => ({
  state: ACCOUNT_STATES.find((state) => state === values.state),
  text: values.text?.trim() || undefined,
});

/** The same rule as the server's query, for accounts that arrive live. */
export const isInView = ({ state, text }: AccountFilters, account: PatientAccountSummary): boolean =>
  (state === undefined || account.state === state) && (text === undefined || fits(text, account));

function fits(text: string, { number, mrn, patientName }: PatientAccountSummary): boolean {
  const begins = (value: string | null) => value?.toLowerCase().startsWith(text.toLowerCase()) ?? false;
  const words = plain(text).split(' ').filter(Boolean);
  const name = plain(patientName);
  return begins(number) || begins(mrn) || (words.length > 0 && words.every((word) => name.includes(word)));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Accounts as the server pages them: those that owe most first. */
export const mostOwedFirst = (accounts: readonly PatientAccountSummary[]): PatientAccountSummary[] =>
  [...accounts].sort((a, b) => b.balanceCents - a.balanceCents || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
