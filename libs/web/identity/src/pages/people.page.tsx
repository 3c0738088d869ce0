import { useConnection, useLiveList, useMay, usePageTitle, wordsOf } from '@caseboard/web/kernel';
import { EmptyState, ListStates, NotYours, PageHeader, useKeymap } from '@caseboard/web/ui';
import { Button, TextInput } from '@mantine/core';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { DirectoryFooter } from '../components/directory-footer.tsx';
import { PeopleTable } from '../components/people-table.tsx';
import { PersonAct } from '../components/person-act.tsx';
import { PersonDrawer } from '../components/person-drawer.tsx';
import { PersonMenu } from '../components/person-menu.tsx';
import { byName, facilitiesSource, teamsSource, usersSource } from '../directory.sources.ts';
import { answersTo, peopleLine, type UserAct } from '../user-words.rules.ts';

/** Who is open in the drawer (nobody: an invitation), or which act is asked about. */
type Doing =
  | { kind: 'form'; key: number; userId: string | undefined }
  | { kind: 'act'; key: number; userId: string; what: UserAct };

/** The people of the organisation: inviting, changing, disabling. */
export function PeoplePage() {
  usePageTitle('People');
  return useMay()('identity.user.read') ? <People /> : <NotYours noun="people" />;
}

function People() {
  const canManage = useMay()('identity.user.manage');
  const isOffline = useConnection().state === 'offline';
  const users = useLiveList(usersSource);
  const teams = useLiveList(teamsSource);
  const facilities = useLiveList(facilitiesSource);
  const [typed, setTyped] = useState('');
  const [doing, setDoing] = useState<Doing>();
  const find = useRef<HTMLInputElement>(null);
  const openForm = (userId: string | undefined) => setDoing({ kind: 'form', key: Date.now(), userId });
  useKeymap([
    { keys: '/', run: () => find.current?.focus() },
    { keys: 'n', run: () => openForm(undefined), isOff: !canManage },
  ]);
  const found = byName(users.rows).filter((user) => answersTo(user, typed));
  const chosen = doing?.userId === undefined ? undefined : users.byId.get(doing.userId);
  const manage = canManage && {
    onOpen: ({ id }: { id: string }) => openForm(id),
    rowActions: (user: (typeof found)[number]) => (
      <PersonMenu
        user={user}
        isOff={isOffline}
        onEdit={() => openForm(user.id)}
        onAct={(what) => setDoing({ kind: 'act', key: Date.now(), userId: user.id, what })}
      />
    ),
  };
  return (
    <>
      <PageHeader
        title="People"
        truth={users.state.status === 'ready' ? peopleLine(users.rows) : undefined}
        actions={
          <>
            <TextInput
              ref={find}
              size="xs"
              aria-label="Find a person"
              placeholder="Find a person  /"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {canManage && (
              <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => openForm(undefined)}>
                Invite person
              </Button>
            )}
          </>
        }
      />
      <div className="cb-list-page">
        <ListStates
          status={users.state.status}
          failure={users.state.status === 'failed' ? wordsOf(users.state.error) : undefined}
          onRetry={users.reload}
          noun="people"
          columns="minmax(120px, 1fr) minmax(160px, 1.4fr) minmax(120px, 1fr) 120px 120px 80px 90px"
        >
          {found.length === 0 ? (
            <EmptyState
              icon={IconFilter}
              title={`No person answers to “${typed}”`}
              action={<Button onClick={() => setTyped('')}>Show everybody</Button>}
            />
          ) : (
            <PeopleTable users={found} teams={teams.byId} facilities={facilities.byId} {...(manage || {})} />
          )}
          {users.state.hasMore && (
            <Button className="cb-more" onClick={users.loadMore}>
              Show more
            </Button>
          )}
        </ListStates>
      </div>
      {doing?.kind === 'form' && (
        <PersonDrawer
          key={doing.key}
          user={chosen}
          teams={teams.byId}
          facilities={facilities.byId}
          onGone={() => setDoing(undefined)}
        />
      )}
      {doing?.kind === 'act' && chosen && (
        <PersonAct key={doing.key} user={chosen} what={doing.what} onGone={() => setDoing(undefined)} />
      )}
      <DirectoryFooter state={users.state}>
        {found.length === users.rows.length ? peopleLine(users.rows) : `${found.length} of ${peopleLine(users.rows)}`}
      </DirectoryFooter>
    </>
  );
}
