import type { ImportJob, RemittanceSummary } from '@caseboard/contracts';
import { ApiError, wordsOf } from '@caseboard/web/kernel';
import { BalanceChecks, CaseSection, EmptyState, ErrorStrip, PaneHeader, ProgressLine } from '@caseboard/web/ui';
import { IconFileOff } from '@tabler/icons-react';
import { checksOf } from '../balance.rules.ts';
import { adviceOf, verdictOf } from '../import-verdict.rules.ts';
import { isRunning } from '../import-words.rules.ts';
import { useImport } from '../use-imports.ts';
import { ImportActs } from './import-acts.tsx';
import { ImportFacts } from './import-facts.tsx';
import { ImportFaults } from './import-faults.tsx';
import { PostedPayments } from './posted-payments.tsx';

/** Props of `ImportReport`. */
export interface ImportReportProps {
  id: string;
  /** The import as the list has it, shown until its own page is here. */
  listed: ImportJob | undefined;
  posted: readonly RemittanceSummary[];
  onClose: () => void;
}

/** What became of one import: verdict, checks, where it is wrong, what to do, and the file's facts. */
export function ImportReport({ id, listed, posted, onClose }: ImportReportProps) {
  const { byId, state, reload } = useImport(id);
  const job = byId.get(id) ?? listed;
  if (job) return <Report job={job} posted={posted} onClose={onClose} />;
  if (state.status === 'loading') return <PaneHeader title="Import" onClose={onClose} />;
  const failure = wordsOf(state.error);
  return (
    <>
      <PaneHeader title="Import" onClose={onClose} />
      {state.status === 'closed' || isMissing(state.error) ? (
        <EmptyState icon={IconFileOff} title="There is no such import">
          The link may be old, or the import is not yours to see.
        </EmptyState>
      ) : (
        <ErrorStrip title="This import could not be read." traceId={failure.traceId} onRetry={reload}>
          {failure.text}
        </ErrorStrip>
      )}
    </>
  );
}

function Report({
  job,
  posted,
  onClose,
}: {
  job: ImportJob;
  posted: readonly RemittanceSummary[];
  onClose: () => void;
}) {
  const { before, strong, after } = verdictOf(job);
  const checks = checksOf(job);
  const advice = adviceOf(job);
  return (
    <>
      <PaneHeader title={job.fileName} onClose={onClose}>
        {before}
        {strong !== undefined && <b className="cb-bad">{strong}</b>}
        {after}
      </PaneHeader>
      {isRunning(job) && (
        <div role="status">
          <span className="cb-small cb-accent">{job.progressText}</span>
          <ProgressLine percent={job.progress * 100} label={job.progressText} />
        </div>
      )}
      {checks && <BalanceChecks checks={checks} />}
      {advice.length > 0 && (
        <CaseSection title="What to do">
          <ol className="cb-steps">
            {advice.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </CaseSection>
      )}
      <ImportFaults job={job} />
      <PostedPayments remittances={posted} />
      <ImportFacts job={job} />
      <ImportActs job={job} />
    </>
  );
}

const isMissing = (error: unknown): boolean => error instanceof ApiError && error.status === 404;
