import type { WorkItem } from '@caseboard/contracts';
import { dueOf } from '@caseboard/web/kernel';
import { CodeChip, DueChip, FaceStack, Money, OwnerFace, queueIcons, ScorePopover } from '@caseboard/web/ui';
import type { GridColumn, Person, PresentPerson } from '@caseboard/web/ui';
import { IconInbox } from '@tabler/icons-react';
import { ItemState } from './item-state.tsx';
import type { RowMood } from './item-state.tsx';

/** What the cells know beside the item itself. */
export interface ItemContext {
  today: string;
  zone: string;
  personOf(id: string): Person;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  moodOf(item: WorkItem): RowMood;
  /** Queues hold everybody's items: then the owner is said. */
  showsOwner: boolean;
}

const partNames = { deadline: 'Deadline', dollars: 'Dollars', age: 'Age' };

/** The row as a sentence: why now, which, whose, from whom, what it needs, how much, by when, where it stands, who is on it. */
export function itemColumns(context: ItemContext): GridColumn<WorkItem>[] {
  return [
    { id: 'score', header: 'Score', width: 60, hideBelow: 480, isSortable: true, cell: scoreCell },
    { id: 'item', header: 'Item', width: 108, isIdentity: true, cell: itemCell },
    {
      id: 'patient',
      header: 'Patient',
      width: 74,
      hideBelow: 900,
      cell: ({ patient }) => <code className="cb-soft">{patient}</code>,
    },
    {
      id: 'payer',
      header: 'Payer',
      width: 140,
      hideBelow: 1040,
      cell: ({ payer }) => <span className="cb-cut">{payer}</span>,
    },
    { id: 'needs', header: 'What it needs', width: 'flex', cell: needsCell },
    {
      id: 'amount',
      header: 'Amount',
      width: 84,
      align: 'end',
      hideBelow: 480,
      isSortable: true,
      cell: ({ amountCents }) => <Money cents={amountCents} />,
    },
    {
      id: 'due',
      header: 'Due',
      width: 104,
      isSortable: true,
      cell: (item) => <DueChip {...dueOf({ ...item, ...context })} />,
    },
    {
      id: 'state',
      header: 'State',
      width: 112,
      hideBelow: 620,
      cell: (item) => <ItemState item={item} mood={context.moodOf(item)} />,
    },
    ...(context.showsOwner ? [ownerColumn(context)] : []),
    {
      id: 'here',
      header: 'Here',
      width: 60,
      hideBelow: 620,
      cell: ({ id }) => <FaceStack people={context.here.get(id) ?? []} most={3} />,
    },
  ];
}

const ownerColumn = ({ personOf }: ItemContext): GridColumn<WorkItem> => ({
  id: 'owner',
  header: 'Owner',
  width: 112,
  hideBelow: 760,
  cell: ({ ownerId }) => <OwnerFace owner={ownerId === null ? null : personOf(ownerId)} withName={ownerId !== null} />,
});

const scoreCell = ({ number, priority, priorityParts }: WorkItem) => (
  <ScorePopover
    score={priority}
    itemNumber={number}
    parts={priorityParts.map(({ name, points, because }) => ({ name: partNames[name], detail: because, points }))}
    rule="Deadline, dollars and age"
  />
);

function itemCell({ number, queueKey }: WorkItem) {
  const Icon = queueIcons[queueKey] ?? IconInbox;
  return (
    <>
      <Icon size={15} />
      <code>{number}</code>
    </>
  );
}

const needsCell = ({ code, needs }: WorkItem) => (
  <>
    <CodeChip>{code}</CodeChip>
    <span className="cb-cut">{needs}</span>
  </>
);
