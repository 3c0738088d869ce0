import { stringify } from 'csv-stringify/sync';
import type { Options } from 'csv-stringify/sync';
import type { ExportColumn } from './export-registry.ts';

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}';

/**
 * A spreadsheet runs a cell that begins like a formula (CWE-1236), and names in our lists come from files of others:
 * such text gets an apostrophe in front. Numbers are written by us, so a negative amount stays a number.
 */
const SAFE: Options = {
  escape_formulas: true,
  quoted_string: true,
  record_delimiter: '\r\n',
  cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
};

/** Records of text and numbers as lines of CSV. */
export const csvLines = (records: readonly (readonly (string | number | null)[])[]): string =>
  records.length === 0 ? '' : stringify([...records] as (string | number | null)[][], SAFE);

/** The rows of a list under its columns; cents as dollars with two decimals and no sign of currency. */
export function csvRows<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string {
  const money = new Set(columns.flatMap(({ isCents }, at) => (isCents ? [at] : [])));
  const records = rows.map((row) => columns.map((column) => column.value(row)));
  if (records.length === 0) return '';
  return stringify(records, {
    ...SAFE,
    cast: {
      ...SAFE.cast,
      number: (value, { index }) => (money.has(index) ? (value / 100).toFixed(2) : String(value)),
    },
  });
}

/** What a file says of itself before its rows, one cell a line: which list, which filters, as of when, who took it. */
export interface ExportTitle {
  name: string;
  filters: Readonly<Record<string, unknown>>;
  /** First and last state of the log that the pages were read at; the same unless something changed meanwhile. */
  from: number;
  to: number;
  at: Date;
  who: string;
  rows: number;
}

export function csvTitle({ name, filters, from, to, at, who, rows }: ExportTitle): string {
  const chosen = Object.entries(filters).filter(([, value]) => value !== undefined);
  return csvLines(
    [
      `# Caseboard: ${name}`,
      `# Filters: ${chosen.map(([field, value]) => `${field} = ${String(value)}`).join('; ') || 'none'}`,
      `# As of sequence ${from === to ? from : `${from} to ${to}`}, ${at.toISOString()}`,
      `# Taken by ${who}; ${rows} ${rows === 1 ? 'row' : 'rows'}`,
    ].map((line) => [line.replace(/\s+/g, ' ')]),
  );
}
