import { AppLink, EmptyState, type Navigate } from '@caseboard/web/ui';
import { IconMapPinOff } from '@tabler/icons-react';

/** What an address without a page shows. It looks the same for what does not exist and for what may not be seen. */
export function NotFound({ onNavigate }: { onNavigate: Navigate }) {
  return (
    <EmptyState
      icon={IconMapPinOff}
      title="There is nothing at this address"
      action={
        <AppLink href="/my-work" onNavigate={onNavigate}>
          Go to My work
        </AppLink>
      }
    >
      The link may be old, or the item may not be yours to see.
    </EmptyState>
  );
}
