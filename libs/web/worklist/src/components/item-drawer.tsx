import type { WorkItem } from '@caseboard/contracts';
import { dueOf, plainDateWords, useMoments, useToday } from '@caseboard/web/kernel';
import {
  CaseDrawer,
  CaseSection,
  DeadlineLedger,
  Facts,
  NextStepBar,
  StateMark,
  type Person,
  type PresentPerson,
} from '@caseboard/web/ui';
import type { ReactNode } from 'react';

/** Props of `ItemDrawer`. */
export type ItemDrawerProps = {
  item: WorkItem;
  owner: Person | null;
  here: readonly PresentPerson[];
  actions: ReactNode;
  onClose: () => void;
};

/** What an item says of itself, for kinds of cases whose own page comes later. */
export function ItemDrawer({ item, owner, here, actions, onClose }: ItemDrawerProps) {
  const { today, zone } = useToday();
  const moments = useMoments();
  const due = dueOf({ ...item, today, zone });
  return (
    <CaseDrawer
      isOpen
      onClose={onClose}
      title={{
        number: item.number,
        patient: item.patient || item.payer,
        about: item.patient === '' ? `opened ${moments.words(item.openedAt)}` : item.payer,
        code: item.code,
        cents: item.amountCents,
        due,
        stage: <StateMark state={item.state}>{item.state === 'waiting' ? 'Waiting' : 'To do'}</StateMark>,
        owner,
        here,
      }}
      banner={<NextStepBar next={item.needs} />}
      footer={actions}
    >
      {item.dueOn !== null && (
        <CaseSection title="Deadline">
          <DeadlineLedger
            deadlines={[
              {
                id: 'due',
                clock: 'Due',
                date: `${plainDateWords(item.dueOn)}, ${zone}`,
                rule: item.dueRule ?? 'Set by hand',
                source: '',
                due,
              },
            ]}
          />
        </CaseSection>
      )}
      <CaseSection title="Why it stands where it does" aside={`${item.priority} points`}>
        <Facts
          facts={item.priorityParts.map(({ name, points, because }) => ({
            term: name,
            value: `${points}, ${because}`,
          }))}
        />
      </CaseSection>
    </CaseDrawer>
  );
}
