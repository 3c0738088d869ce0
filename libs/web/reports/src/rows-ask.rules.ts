import type { AddressPatch } from '@caseboard/web/kernel';

/** Reports whose numbers open. */
const OPENING_REPORTS = ['ar-aging', 'denials', 'queries'] as const;
export type OpeningReport = (typeof OPENING_REPORTS)[number];

/** What one number is made of: the report, its filters, and the words over the list. */
export interface RowsAsk {
  report: OpeningReport;
  query: Readonly<Record<string, string>>;
  title: string;
}

/** Filters of the lists behind numbers; in the address so that a link opens the same list. */
const FILTERS: Record<OpeningReport, readonly string[]> = {
  'ar-aging': ['payer', 'bucket', 'balance'],
  denials: ['carc', 'payer', 'stage'],
  queries: ['age', 'recipient', 'state'],
};
const EVERY = [...new Set(Object.values(FILTERS).flat())];

/** The list an address opens; undefined while it opens none. */
export function rowsAskOf(values: Readonly<Record<string, string>>): RowsAsk | undefined {
  const report = OPENING_REPORTS.find((each) => each === values.rows);
  if (report === undefined) return undefined;
  const query = Object.fromEntries(
    FILTERS[report].flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  return { report, query, title: values.of ?? 'Rows' };
}

/** The change of an address that opens a number. */
export const openPatch = ({ report, query, title }: RowsAsk): AddressPatch => ({
  ...closePatch,
  ...query,
  rows: report,
  of: title,
});

/** The change of an address that shuts the list again. */
export const closePatch: AddressPatch = Object.fromEntries(['rows', 'of', ...EVERY].map((name) => [name, undefined]));

/** An address in this page that opens the number: for the link itself. */
export const hrefOfRows = ({ report, query, title }: RowsAsk): string =>
  `/reports?${new URLSearchParams({ ...query, rows: report, of: title })}`;
