import type { Facility, Team, User } from '@caseboard/contracts';
import { useMoments } from '@caseboard/web/kernel';
import { AdminTable, Face, Tag, type AdminColumn } from '@caseboard/web/ui';
import type { ReactNode } from 'react';
import { rolesLine } from '../role-words.rules.ts';
import { namesOf, STATE_WORDS } from '../user-words.rules.ts';

/** Props of `PeopleTable`. */
export interface PeopleTableProps {
  users: readonly User[];
  teams: ReadonlyMap<string, Team>;
  facilities: ReadonlyMap<string, Facility>;
  /** Left out for who may only look. */
  onOpen?: ((user: User) => void) | undefined;
  rowActions?: (user: User) => ReactNode;
}

/** Everybody with what they may do and when they were last here. */
export function PeopleTable({ users, teams, facilities, onOpen, rowActions }: PeopleTableProps) {
  const { words } = useMoments();
  const columns: AdminColumn<User>[] = [
    { id: 'name', header: 'Name', cell: (user) => <Named user={user} /> },
    { id: 'email', header: 'Email', cell: ({ email }) => email },
    { id: 'roles', header: 'Roles', cell: ({ roles }) => rolesLine(roles) },
    { id: 'teams', header: 'Teams', cell: ({ teamIds }) => namesOf(teamIds, teams) },
    { id: 'facilities', header: 'Facilities', cell: ({ facilityIds }) => namesOf(facilityIds, facilities) },
    {
      id: 'state',
      header: 'State',
      cell: ({ state }) => <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Tag>,
    },
    {
      id: 'seen',
      header: 'Last seen',
      align: 'end',
      cell: ({ lastSeenAt }) => (lastSeenAt ? words(lastSeenAt) : 'never'),
    },
  ];
  return (
    <AdminTable
      label="People"
      columns={columns}
      rows={users}
      getRowId={({ id }) => id}
      onOpen={onOpen}
      {...(rowActions ? { rowActions } : {})}
    />
  );
}

const Named = ({ user }: { user: User }) => (
  <span className="cb-line">
    <span aria-hidden="true">
      <Face person={user} size="sm" />
    </span>
    {user.name}
  </span>
);
