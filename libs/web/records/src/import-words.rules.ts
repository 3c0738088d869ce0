import type { ImportFault, ImportJob, ImportKind, RemittanceSummary } from '@caseboard/contracts';
import { formatCount, formatMoney, type ImportState } from '@caseboard/web/ui';
import { counted, mainWords } from './import-counts.rules.ts';
import { errorCountOf, faultsOf } from './import-faults.rules.ts';

const KIND_WORDS: Record<ImportKind, string> = {
  '835': '835',
  '837p': '837P',
  '837i': '837I',
  '999': '999',
  '277ca': '277CA',
  '277': '277',
  '276': '276',
  fhir: 'FHIR',
  unknown: '?',
};

/** A kind as its standard is called. */
export const kindWord = (kind: ImportKind): string => KIND_WORDS[kind];

/** What became of the claims in the file: a remittance is posted, claims are imported. */
export const verbOf = ({ kind }: Pick<ImportJob, 'kind'>): 'posted' | 'imported' =>
  kind === '835' ? 'posted' : 'imported';

/** Where an import stands; one that was applied before is a repeat. */
export const stateOf = ({ state, duplicateOf }: Pick<ImportJob, 'state' | 'duplicateOf'>): ImportState =>
  state === 'done' && duplicateOf !== undefined ? 'repeat' : state;

/** The state in words; while it runs, what the server says it is doing. */
export function stateWords(job: Pick<ImportJob, 'state' | 'duplicateOf' | 'kind' | 'progressText'>): string {
  const words: Partial<Record<ImportState, string>> = {
    done: 'Done',
    repeat: `Already ${verbOf(job)}`,
    rejected: `Rejected, nothing ${verbOf(job)}`,
    failed: 'Stopped, can go on',
  };
  return words[stateOf(job)] ?? job.progressText;
}

export const isRunning = ({ state }: Pick<ImportJob, 'state'>): boolean => state === 'checking' || state === 'applying';

/**
 * The fault that the others follow from: what is not X12, cut off or unreadable comes first, because sums over it
 * prove nothing; then the first equation that does not hold.
 */
export function causeOf(job: Pick<ImportJob, 'errors'>): ImportFault | undefined {
  const errors = faultsOf(job).filter(({ severity }) => severity === 'error');
  return (
    errors.find(({ code }) => code === 'x12/truncated') ??
    errors.find(({ code }) => code.startsWith('x12/')) ??
    errors[0]
  );
}

/** A remittance of which some payments did not add up: they posted nothing, the others did. */
export const isPartly = (job: Pick<ImportJob, 'kind' | 'state' | 'duplicateOf' | 'errors'>): boolean =>
  job.kind === '835' && stateOf(job) === 'done' && errorCountOf(job) > 0;

/** The quiet second line of the state: what was posted, or by how much it is out. */
export function detailOf(job: ImportJob, posted: readonly RemittanceSummary[]): string {
  const state = stateOf(job);
  if (state === 'repeat') return 'came before, no change';
  if (state === 'queued') return 'waits for its turn';
  if (state === 'failed') return 'nothing is half done';
  if (state === 'rejected') return rejectionOf(job);
  const left = isPartly(job) ? ', part left out' : '';
  if (posted.length > 0)
    return `${formatMoney(
      posted.reduce((sum, { paidCents }) => sum + paidCents, 0),
      'dollars',
    )} posted${left}`;
  return isPartly(job) ? 'part posted, part left out' : `${mainWords(job)} ${verbOf(job)}`;
}

function rejectionOf(job: ImportJob): string {
  const cause = causeOf(job);
  if (cause?.code === 'x12/truncated') return 'cut off before its end';
  const cents = cause?.balance?.differenceCents;
  if (cents !== undefined) return `out of balance by ${formatMoney(Math.abs(cents), 'dollars')}`;
  return job.kind === 'unknown' ? 'not a file we take' : counted(errorCountOf(job), 'error');
}

/** The counts of a row. A file that did not post all of it says so: `0 of 214`. */
export function countsOf(
  job: ImportJob,
  posted: readonly RemittanceSummary[],
): { claims: number | string | undefined; denials: number | undefined; errors: number } {
  const { claims, denials } = job.counts;
  const errors = errorCountOf(job);
  const state = stateOf(job);
  if (state === 'repeat')
    return { claims: claims === undefined ? undefined : 0, denials: job.kind === '835' ? 0 : undefined, errors };
  if (state === 'rejected')
    return {
      claims: claims === undefined ? undefined : `0 of ${formatCount(claims)}`,
      denials: claims === undefined || job.kind !== '835' ? undefined : 0,
      errors,
    };
  const isShort = isPartly(job) && posted.length > 0 && claims !== undefined;
  const shown = isShort
    ? `${formatCount(posted.reduce((sum, payment) => sum + payment.claims, 0))} of ${formatCount(claims)}`
    : claims;
  return { claims: shown, denials: job.kind === '835' ? denials : undefined, errors };
}

/** The line of truth: `Today: 9 files. 5 done, 1 repeat, 2 running, 1 rejected`. */
export function dayLine(today: readonly Pick<ImportJob, 'state' | 'duplicateOf'>[]): string {
  if (today.length === 0) return 'Today: no file yet';
  const count = (...states: ImportState[]) => today.filter((job) => states.includes(stateOf(job))).length;
  const repeats = count('repeat');
  const parts: [number, string][] = [
    [count('done'), 'done'],
    [repeats, repeats === 1 ? 'repeat' : 'repeats'],
    [count('queued', 'checking', 'applying'), 'running'],
    [count('rejected'), 'rejected'],
    [count('failed'), 'stopped'],
  ];
  const said = parts.filter(([many]) => many > 0).map(([many, word]) => `${formatCount(many)} ${word}`);
  return `Today: ${counted(today.length, 'file')}. ${said.join(', ')}`;
}

/** A file's size as people say it; 1 KB is 1,024 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${formatCount(Math.round(kilo))} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
