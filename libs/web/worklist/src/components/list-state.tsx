import { ApiError, wordsOf, type LiveState } from '@caseboard/web/kernel';
import { EmptyState, ErrorStrip } from '@caseboard/web/ui';
import { IconLock } from '@tabler/icons-react';

/** Whether a list is not this person's to see, or no longer. */
export const isShutOut = ({ status, error }: LiveState): boolean =>
  status === 'closed' || (error instanceof ApiError && (error.status === 403 || error.status === 404));

/** What stands in place of a list that may not be seen. */
export function ShutOut({ what }: { what: string }) {
  return (
    <EmptyState icon={IconLock} title={`You cannot see ${what}`}>
      Ask your team lead for access.
    </EmptyState>
  );
}

/** The strip over a list that could not be loaded, or not anew; what was there stays. */
export function ListError({ state, onRetry }: { state: LiveState; onRetry: () => void }) {
  if (state.error === undefined || isShutOut(state)) return null;
  const { text, traceId } = wordsOf(state.error);
  return (
    <ErrorStrip boxed={false} title="The list could not be loaded." traceId={traceId} onRetry={onRetry}>
      {text}
    </ErrorStrip>
  );
}
