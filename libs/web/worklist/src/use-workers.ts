import { permissionsOf } from '@caseboard/contracts';
import { useColleagues } from '@caseboard/web/kernel';
import type { Person } from '@caseboard/web/ui';
import { useCallback, useMemo } from 'react';

/** Who can be given work, and anybody by id for faces. */
export function useWorkers(): { workers: readonly Person[]; personOf(id: string): Person } {
  const { active, byId } = useColleagues();
  const workers = useMemo(() => active.filter(({ roles }) => permissionsOf(roles).has('worklist.item.take')), [active]);
  const personOf = useCallback((id: string) => ({ id, name: byId.get(id)?.name ?? 'Somebody' }), [byId]);
  return { workers, personOf };
}
