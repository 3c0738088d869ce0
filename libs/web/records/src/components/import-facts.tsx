import type { ImportJob } from '@caseboard/contracts';
import { useColleagues, useGo, useMoments } from '@caseboard/web/kernel';
import { AppLink, Facts } from '@caseboard/web/ui';
import type { ReactNode } from 'react';
import { holdsOf } from '../import-counts.rules.ts';
import { sizeWords } from '../import-words.rules.ts';

/** Who sent which file when, what is in it, and by which hash it is kept. */
export function ImportFacts({ job }: { job: ImportJob }) {
  const { byId } = useColleagues();
  const { words } = useMoments();
  const go = useGo();
  const who = job.byUserId === null ? 'the command line' : (byId.get(job.byUserId)?.name ?? 'somebody');
  const holds = holdsOf(job);
  const earlier = job.duplicateOf;
  const facts: { term: string; value: ReactNode }[] = [
    ...(earlier === undefined
      ? []
      : [
          {
            term: 'Came before',
            value: (
              <AppLink href={`/imports?import=${earlier}`} onNavigate={go}>
                Open the earlier import
              </AppLink>
            ),
          },
        ]),
    { term: 'Sent by', value: `${who}, ${words(job.createdAt)}` },
    ...(job.finishedAt === null ? [] : [{ term: 'Finished', value: words(job.finishedAt) }]),
    ...(holds.length === 0 ? [] : [{ term: 'Holds', value: holds.join(', ') }]),
    {
      term: 'File kept',
      value: (
        <span title={job.sha256}>
          {sizeWords(job.bytes)},{' '}
          <code>
            sha256 {job.sha256.slice(0, 4)}…{job.sha256.slice(-4)}
          </code>
        </span>
      ),
    },
  ];
  return <Facts facts={facts} />;
}
