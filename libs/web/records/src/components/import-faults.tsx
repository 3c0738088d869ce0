import type { ImportJob } from '@caseboard/contracts';
import { FaultList, formatCount } from '@caseboard/web/ui';
import { csvOf, effectOf, errorCountOf, faultsOf, placeOf, restOf, sentenceOf } from '../import-faults.rules.ts';

/** Everything that is wrong with a file as a table, to read here or to send on as CSV. */
export function ImportFaults({ job }: { job: ImportJob }) {
  const faults = faultsOf(job);
  if (faults.length === 0) return null;
  const errors = errorCountOf(job);
  return (
    <FaultList
      title={errors > 0 ? 'Errors' : 'Warnings'}
      aside={restOf(job) ?? `${formatCount(faults.length)} in this file`}
      onDownload={() => download(`${job.fileName}.errors.csv`, csvOf(job))}
      faults={faults.map((fault, at) => ({
        id: String(at),
        severity: fault.severity,
        message: sentenceOf(fault.message),
        line: fault.line,
        place: placeOf(fault),
        effect: effectOf(fault, job),
      }))}
    />
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
