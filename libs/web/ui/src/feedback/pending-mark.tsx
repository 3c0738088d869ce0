import { IconAlertOctagon, IconRefresh } from '@tabler/icons-react';
import { useLate } from './skeleton-rows.tsx';

/** Where an own change stands: on its way, waiting for the connection, or refused with a reason. */
export type PendingState = { kind: 'saving' } | { kind: 'not-sent' } | { kind: 'refused'; reason: string };

/** The small word beside a value that is not confirmed yet; "saving" appears only after 400 ms. */
export function PendingMark({ state }: { state: PendingState }) {
  const isLate = useLate(400);
  if (state.kind === 'refused') {
    return (
      <span className="cb-pending cb-bad">
        <IconAlertOctagon size={12} aria-hidden="true" />
        {state.reason}
      </span>
    );
  }
  if (state.kind === 'saving' && !isLate) return null;
  return (
    <span className="cb-pending cb-dim">
      <IconRefresh size={12} aria-hidden="true" />
      {state.kind === 'saving' ? 'saving' : 'not sent yet'}
    </span>
  );
}
