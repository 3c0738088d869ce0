import { useGo } from '@caseboard/web/kernel';
import { AppLink, EmptyState } from '@caseboard/web/ui';
import { IconMapPinOff } from '@tabler/icons-react';

/** What an address without a page shows. It looks the same for what does not exist and for what may not be seen. */
export function NotFound() {
  const go = useGo();
  return (
    <EmptyState
      icon={IconMapPinOff}
      title="There is nothing at this address"
      action={
        <AppLink href="/my-work" onNavigate={go}>
          Go to My work
        </AppLink>
      }
    >
      The link may be old, or the item may not be yours to see.
    </EmptyState>
  );
}
