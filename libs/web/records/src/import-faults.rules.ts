import type { ImportFault, ImportJob } from '@caseboard/contracts';
import { formatCount } from '@caseboard/web/ui';

const REST = 'import/more-faults';
const HIDDEN_ERRORS = /([\d,]+) more errors?/;

/** What is wrong, without the line that only counts what is not shown. */
export const faultsOf = ({ errors }: Pick<ImportJob, 'errors'>): ImportFault[] =>
  errors.filter(({ code }) => code !== REST);

/** How many faults are not shown, in the server's words. */
export const restOf = ({ errors }: Pick<ImportJob, 'errors'>): string | undefined =>
  errors.find(({ code }) => code === REST)?.message;

/** How many errors a file has in all: those shown, and those the server says it left out. */
export function errorCountOf(job: Pick<ImportJob, 'errors'>): number {
  const hidden = HIDDEN_ERRORS.exec(restOf(job) ?? '')?.[1] ?? '0';
  return faultsOf(job).filter(({ severity }) => severity === 'error').length + Number(hidden.replaceAll(',', ''));
}

/** A fault's words as a sentence: readers speak without a capital and a full stop. */
export function sentenceOf(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** Where a fault is, as the file counts: `segment 1,410, element 3`. */
export function placeOf({ segment, element }: Pick<ImportFault, 'segment' | 'element'>): string {
  if (segment === undefined) return 'whole file';
  return element === undefined
    ? `segment ${formatCount(segment)}`
    : `segment ${formatCount(segment)}, element ${element}`;
}

/** What happens because of a fault; nothing where the verdict on the whole file says it. */
export function effectOf(
  { code, severity }: Pick<ImportFault, 'code' | 'severity'>,
  job: Pick<ImportJob, 'state' | 'kind'>,
): string | undefined {
  if (job.state === 'rejected') return undefined;
  const what = job.kind === '835' ? 'posted' : 'imported';
  if (code === 'remittance/duplicate') return `not ${what} again`;
  if (code === 'import/failed') return 'can go on';
  if (severity === 'warning') return `${what} all the same`;
  return code === 'remittance/unbalanced' ? 'payment left out' : 'left out';
}

const quoted = (cell: string | number | undefined): string => `"${String(cell ?? '').replaceAll('"', '""')}"`;

/** The faults as CSV (RFC 4180) for whoever has to ask the sender. No patient data is in a fault. */
export function csvOf(job: Pick<ImportJob, 'errors' | 'state' | 'kind'>): string {
  const head = ['severity', 'code', 'line', 'segment', 'element', 'message', 'what happens'];
  const rows = faultsOf(job).map((fault) => [
    fault.severity,
    fault.code,
    fault.line,
    fault.segment,
    fault.element,
    fault.message,
    effectOf(fault, job),
  ]);
  return [head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
}
