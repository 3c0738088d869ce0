import type { ImportJob, RemittanceSummary } from '@caseboard/contracts';
import { useColleagues, useMoments } from '@caseboard/web/kernel';
import { ImportTable, type ImportLine } from '@caseboard/web/ui';
import { countsOf, detailOf, isRunning, kindWord, stateOf, stateWords } from '../import-words.rules.ts';

/** Props of `ImportsList`. */
export interface ImportsListProps {
  jobs: readonly ImportJob[];
  posted: ReadonlyMap<string, readonly RemittanceSummary[]>;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
  onHandChange: (isIn: boolean) => void;
}

/** Imports with their progress and results. */
export function ImportsList({ jobs, posted, chosenId, onChoose, onHandChange }: ImportsListProps) {
  const { byId } = useColleagues();
  const { words } = useMoments();
  const lines = jobs.map((job): ImportLine => {
    const paid = posted.get(job.id) ?? [];
    const who = job.byUserId === null ? 'Command line' : (byId.get(job.byUserId)?.name ?? 'Somebody');
    const trace = paid.length === 1 && paid[0] ? `, trace ${paid[0].trace}` : '';
    return {
      id: job.id,
      fileName: job.fileName,
      about: `${who}, ${words(job.createdAt)}${trace}`,
      kind: kindWord(job.kind),
      state: stateOf(job),
      stateWords: stateWords(job),
      detail: detailOf(job, paid),
      ...(isRunning(job) ? { progress: job.progress * 100 } : {}),
      ...countsOf(job, paid),
    };
  });
  return (
    <div
      onPointerEnter={() => onHandChange(true)}
      onPointerLeave={() => onHandChange(false)}
      onFocus={() => onHandChange(true)}
      onBlur={() => onHandChange(false)}
    >
      <ImportTable lines={lines} chosenId={chosenId ?? null} onChoose={onChoose} />
    </div>
  );
}
