import { EmptyState } from '@caseboard/web/ui';
import { ClearFilters } from '@caseboard/web/worklist';
import { IconFilter } from '@tabler/icons-react';

/** Why there is no case here: none is open, or filters hide them. */
export function NoDenials({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered)
    return <EmptyState title="No open denials">New ones appear here as soon as a remittance is posted.</EmptyState>;
  return (
    <EmptyState icon={IconFilter} title="Filters hide every denial" action={<ClearFilters onClear={onClear} />}>
      Nothing here fits them.
    </EmptyState>
  );
}
