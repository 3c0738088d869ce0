import type { ImportFault } from '@caseboard/contracts';

/** Most faults kept of one import; of the rest only how many there were. */
export const MOST_FAULTS = 200;

/** What is kept of the faults of a file. */
export interface BoundedFaults {
  faults: ImportFault[];
  errorCount: number;
  warningCount: number;
}

/** Keeps the first 200, errors before warnings where there are more, in the order of the file. */
export function bounded(faults: readonly ImportFault[]): BoundedFaults {
  const errorCount = faults.filter((fault) => fault.severity === 'error').length;
  const kept = faults.length <= MOST_FAULTS ? faults : errorsFirst(faults).slice(0, MOST_FAULTS);
  return { faults: [...kept], errorCount, warningCount: faults.length - errorCount };
}

/** The first `most` faults as shown, closed by one that counts those left out. */
export function shown({ faults, errorCount, warningCount }: BoundedFaults, most: number): ImportFault[] {
  const total = errorCount + warningCount;
  if (total <= most && faults.length === total) return faults;
  const first = errorsFirst(faults).slice(0, most);
  const errors = first.filter((fault) => fault.severity === 'error').length;
  return [...first, leftOut(errorCount - errors, warningCount - (first.length - errors))];
}

function leftOut(errors: number, warnings: number): ImportFault {
  const count = (howMany: number, word: string) =>
    howMany === 0 ? [] : [`${howMany.toLocaleString('en-US')} more ${word}${howMany === 1 ? '' : 's'}`];
  const words = [...count(errors, 'error'), ...count(warnings, 'warning')].join(' and ');
  return { code: 'import/more-faults', message: `${words}, not shown.`, severity: errors > 0 ? 'error' : 'warning' };
}

const errorsFirst = (faults: readonly ImportFault[]) =>
  faults.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
