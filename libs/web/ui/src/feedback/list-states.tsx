import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state.tsx';
import { ErrorStrip } from './error-strip.tsx';
import { SkeletonRows } from './skeleton-rows.tsx';

/** Props of `ListStates`. */
export type ListStatesProps = {
  status: 'loading' | 'ready' | 'failed' | 'closed';
  /** Why loading failed. */
  failure?: { text: string; traceId?: string } | undefined;
  onRetry: () => void;
  /** What the list holds, in the plural: `payers`. */
  noun: string;
  /** Column widths of the skeleton. */
  columns: string;
  rowHeight?: number;
  /** The list, once it is here. */
  children: ReactNode;
};

/** A list in one of its states: skeleton, why it is not here, not yours to see, or the list. */
export function ListStates({ status, failure, onRetry, noun, columns, rowHeight, children }: ListStatesProps) {
  if (status === 'loading')
    return <SkeletonRows columns={columns} {...(rowHeight === undefined ? {} : { rowHeight })} />;
  if (status === 'closed') return <NotYours noun={noun} />;
  if (status === 'ready') return children;
  return (
    <div className="cb-list-failure">
      <ErrorStrip title={`The ${noun} could not be read.`} traceId={failure?.traceId} onRetry={onRetry}>
        {failure?.text} Nothing was changed.
      </ErrorStrip>
    </div>
  );
}

/** What stands in place of a list the person's roles do not open. */
export function NotYours({ noun }: { noun: string }) {
  return (
    <EmptyState icon={IconLock} title={`You cannot see the ${noun}`}>
      Your roles do not open this list. An administrator can change that.
    </EmptyState>
  );
}
