import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Banner } from './banner.tsx';

/** Props of `ErrorStrip`. */
export type ErrorStripProps = {
  /** What did not happen: `Not saved.` */
  title: string;
  /** What is safe: `Your text is kept.` */
  children?: ReactNode;
  traceId?: string | undefined;
  onRetry?: (() => void) | undefined;
  boxed?: boolean;
};

/** An error where it happened: what failed, what is safe, the trace id, try again. It stays until it is resolved. */
export function ErrorStrip({ title, children, traceId, onRetry, boxed = true }: ErrorStripProps) {
  const retry =
    onRetry === undefined ? undefined : (
      <button type="button" className="cb-text-button" onClick={onRetry}>
        Try again
      </button>
    );
  return (
    <Banner
      tone="bad"
      role="alert"
      boxed={boxed}
      icon={<IconAlertOctagon size={16} aria-hidden="true" />}
      action={retry}
    >
      <b>{title}</b> {children}
      {traceId !== undefined && (
        <>
          {' '}
          Trace <span className="cb-trace">{traceId}</span>
        </>
      )}
    </Banner>
  );
}
