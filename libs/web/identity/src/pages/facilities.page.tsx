import type { Facility } from '@caseboard/contracts';
import { useLiveList, useMay, usePageTitle, wordsOf } from '@caseboard/web/kernel';
import {
  AdminTable,
  EmptyState,
  ListStates,
  NotYours,
  PageHeader,
  Tag,
  useKeymap,
  type AdminColumn,
} from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconBuildingHospital, IconLock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { DirectoryFooter } from '../components/directory-footer.tsx';
import { FacilityDrawer } from '../components/facility-drawer.tsx';
import { byName, facilitiesSource, usersSource } from '../directory.sources.ts';
import { seenBy } from '../facility-form.rules.ts';

/** Facilities, open and gated. */
export function FacilitiesPage() {
  usePageTitle('Facilities');
  return useMay()('identity.user.read') ? <Facilities /> : <NotYours noun="facilities" />;
}

function Facilities() {
  const canManage = useMay()('identity.facility.manage');
  const { rows, byId, state, reload } = useLiveList(facilitiesSource);
  const users = useLiveList(usersSource);
  const [doing, setDoing] = useState<{ key: number; facilityId: string | undefined }>();
  const open = (facilityId?: string) => setDoing({ key: Date.now(), facilityId });
  useKeymap([{ keys: 'n', run: () => open(), isOff: !canManage }]);
  const columns: AdminColumn<Facility>[] = [
    { id: 'name', header: 'Name', cell: ({ name }) => name },
    { id: 'npi', header: 'NPI', cell: ({ npi }) => (npi ? <code>{npi}</code> : <span className="cb-dim">none</span>) },
    {
      id: 'gate',
      header: 'Gate',
      cell: ({ isGated }) =>
        isGated ? (
          <Tag tone="warn" icon={<IconLock size={12} aria-hidden="true" />}>
            Gated
          </Tag>
        ) : (
          <span className="cb-dim">open</span>
        ),
    },
    { id: 'seen', header: 'Cases are seen by', cell: (facility) => seenBy(facility, users.rows) },
  ];
  const gated = rows.filter(({ isGated }) => isGated).length;
  return (
    <>
      <PageHeader
        title="Facilities"
        truth={
          state.status === 'ready'
            ? `${rows.length} ${rows.length === 1 ? 'facility' : 'facilities'}, ${gated} gated`
            : undefined
        }
        actions={
          canManage && (
            <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => open()}>
              Add facility
            </Button>
          )
        }
      />
      <div className="cb-list-page">
        <ListStates
          status={state.status}
          failure={state.status === 'failed' ? wordsOf(state.error) : undefined}
          onRetry={reload}
          noun="facilities"
          columns="minmax(160px, 1fr) 120px 80px minmax(200px, 2fr)"
        >
          <AdminTable
            label="Facilities"
            columns={columns}
            rows={byName(rows)}
            getRowId={({ id }) => id}
            onOpen={canManage ? ({ id }) => open(id) : undefined}
            empty={
              <EmptyState icon={IconBuildingHospital} title="No facility yet">
                Claims and remittances find their facility by its NPI.{' '}
                {canManage ? 'Add the first one above.' : 'An administrator adds them.'}
              </EmptyState>
            }
          />
        </ListStates>
      </div>
      {doing && (
        <FacilityDrawer
          key={doing.key}
          facility={doing.facilityId === undefined ? undefined : byId.get(doing.facilityId)}
          onGone={() => setDoing(undefined)}
        />
      )}
      <DirectoryFooter state={state}>Gated: cases are seen only by people assigned to the facility</DirectoryFooter>
    </>
  );
}
