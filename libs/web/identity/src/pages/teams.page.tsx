import type { Team } from '@caseboard/contracts';
import { useColleagues, useLiveList, useMay, usePageTitle, wordsOf } from '@caseboard/web/kernel';
import {
  AdminTable,
  EmptyState,
  Face,
  ListStates,
  NotYours,
  PageHeader,
  useKeymap,
  type AdminColumn,
} from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { DirectoryFooter } from '../components/directory-footer.tsx';
import { TeamDrawer } from '../components/team-drawer.tsx';
import { byName, teamsSource } from '../directory.sources.ts';

const COLUMNS: AdminColumn<Team>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name },
  { id: 'members', header: 'Members', cell: ({ memberIds }) => <Members ids={memberIds} /> },
  { id: 'count', header: 'People', align: 'end', cell: ({ memberIds }) => memberIds.length },
];

/** Teams and who is in them. */
export function TeamsPage() {
  usePageTitle('Teams');
  return useMay()('identity.user.read') ? <Teams /> : <NotYours noun="teams" />;
}

function Teams() {
  const canManage = useMay()('identity.team.manage');
  const { rows, byId, state, reload } = useLiveList(teamsSource);
  const [doing, setDoing] = useState<{ key: number; teamId: string | undefined }>();
  const open = (teamId?: string) => setDoing({ key: Date.now(), teamId });
  useKeymap([{ keys: 'n', run: () => open(), isOff: !canManage }]);
  const add = canManage && (
    <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => open()}>
      Add team
    </Button>
  );
  const truth = `${rows.length} ${rows.length === 1 ? 'team' : 'teams'}`;
  return (
    <>
      <PageHeader title="Teams" truth={state.status === 'ready' ? truth : undefined} actions={add} />
      <div className="cb-list-page">
        <ListStates
          status={state.status}
          failure={state.status === 'failed' ? wordsOf(state.error) : undefined}
          onRetry={reload}
          noun="teams"
          columns="minmax(160px, 1fr) minmax(200px, 3fr) 60px"
        >
          <AdminTable
            label="Teams"
            columns={COLUMNS}
            rows={byName(rows)}
            getRowId={({ id }) => id}
            onOpen={canManage ? ({ id }) => open(id) : undefined}
            empty={
              <EmptyState icon={IconUsersGroup} title="No team yet">
                Work can be given to a team instead of a person.{' '}
                {canManage ? 'Add the first one above.' : 'An administrator adds them.'}
              </EmptyState>
            }
          />
        </ListStates>
      </div>
      {doing && (
        <TeamDrawer
          key={doing.key}
          team={doing.teamId === undefined ? undefined : byId.get(doing.teamId)}
          onGone={() => setDoing(undefined)}
        />
      )}
      <DirectoryFooter state={state}>People join and leave a team on the page People</DirectoryFooter>
    </>
  );
}

function Members({ ids }: { ids: readonly string[] }) {
  const { byId } = useColleagues();
  const people = byName(ids.flatMap((id) => byId.get(id) ?? []));
  if (people.length === 0) return <span className="cb-dim">nobody yet</span>;
  return (
    <span className="cb-members">
      {people.map((person) => (
        <span key={person.id} className="cb-member">
          <span aria-hidden="true">
            <Face person={person} size="sm" />
          </span>
          {person.name}
        </span>
      ))}
    </span>
  );
}
