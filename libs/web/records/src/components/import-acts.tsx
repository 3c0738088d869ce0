import type { ImportJob } from '@caseboard/contracts';
import { useConnection, useGo, useMay, wordsOf } from '@caseboard/web/kernel';
import { ErrorStrip } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { isPartly } from '../import-words.rules.ts';
import { resumeImport } from '../use-imports.ts';

/** The next acts for an import: let it go on, open what it left for people, open the denials it found. */
export function ImportActs({ job }: { job: ImportJob }) {
  const may = useMay();
  const go = useGo();
  const isOffline = useConnection().state === 'offline';
  const [refusal, setRefusal] = useState<ReturnType<typeof wordsOf>>();
  const hasExceptions = isPartly(job) || (job.state === 'rejected' && (job.counts.workItems ?? 0) > 0);
  const hasDenials = job.state === 'done' && job.duplicateOf === undefined && (job.counts.denials ?? 0) > 0;
  const resume = () => {
    setRefusal(undefined);
    resumeImport(job.id).catch((error: unknown) => setRefusal(wordsOf(error)));
  };
  return (
    <>
      {refusal && (
        <ErrorStrip title="It does not go on." traceId={refusal.traceId}>
          {refusal.text}
        </ErrorStrip>
      )}
      <div className="cb-import-acts">
        {job.state === 'failed' && (
          <Button variant="filled" disabled={isOffline || !may('records.import.create')} onClick={resume}>
            Let it go on
          </Button>
        )}
        {hasExceptions && may('worklist.item.read') && (
          <Button variant="outline" onClick={() => go('/queues/posting-exceptions')}>
            Open posting exceptions
          </Button>
        )}
        {hasDenials && may('denials.denial.read') && (
          <Button variant="outline" onClick={() => go('/denials')}>
            Open denials
          </Button>
        )}
      </div>
    </>
  );
}
