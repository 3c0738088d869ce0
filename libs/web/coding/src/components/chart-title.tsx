import type { CodingCaseDetail, Encounter } from '@caseboard/contracts';
import { dueOf, plainDateWords, useGo, useMay, useSession, useToday } from '@caseboard/web/kernel';
import { AppLink, DueChip, Kbd, OwnerFace, StateMark } from '@caseboard/web/ui';
import { OwnerButtons, useWorkers } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { isFinal, standingOf, stayWords } from '../case-words.rules.ts';
import type { CaseActs } from '../use-case-acts.ts';

/** Props of `ChartTitle`. */
export type ChartTitleProps = {
  opened: CodingCaseDetail;
  visit: Encounter | undefined;
  acts: CaseActs;
  /** Why it cannot be finalized now; undefined when it can. */
  offReason: string | undefined;
  onAsk: () => void;
  onPend: () => void;
  onReopen: () => void;
};

/** Who, which stay, where the chart stands, by when, who has it; and what can be done with it. */
export function ChartTitle({ opened, visit, acts, offReason, onAsk, onPend, onReopen }: ChartTitleProps) {
  const { user } = useSession();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const may = useMay();
  const go = useGo();
  const standing = standingOf(opened);
  const isOwn = opened.ownerId === user.id;
  const mayEdit = may('coding.case.edit');
  return (
    <header className="cb-chart-title">
      <AppLink href="/queues/coding" onNavigate={go} aria-label="Back to the queue" className="cb-plain">
        <IconChevronLeft size={18} />
      </AppLink>
      <h1>{opened.patientName}</h1>
      <span className="cb-soft">
        {stayWords(opened, plainDateWords)}
        {visit?.attendingName && `, ${visit.attendingName}`}
      </span>
      <StateMark state={standing.mark}>{standing.word}</StateMark>
      {!isFinal(opened) && <DueChip {...dueOf({ dueOn: opened.dueOn, dueRule: 'bill hold ends', today, zone })} />}
      <OwnerFace owner={opened.ownerId === null ? null : personOf(opened.ownerId)} withName />
      <span className="cb-chart-acts">
        {!isFinal(opened) && (
          <OwnerButtons
            ownerId={opened.ownerId}
            me={user.id}
            canTake={mayEdit && may('worklist.item.take')}
            canAssign={false}
            onTake={acts.take}
            onRelease={acts.release}
            onAssign={() => undefined}
          />
        )}
        {mayEdit && !isFinal(opened) && (
          <>
            <Button onClick={onPend} disabled={!isOwn} title={isOwn ? undefined : 'Take the chart first'}>
              Pend
            </Button>
            <Button onClick={onAsk} aria-keyshortcuts="Shift+Q" rightSection={<Kbd>⇧Q</Kbd>}>
              Ask physician
            </Button>
          </>
        )}
        {isFinal(opened) && may('coding.case.reopen') && <Button onClick={onReopen}>Reopen</Button>}
        {isFinal(opened) && may('worklist.item.next') && (
          <Button variant="filled" onClick={acts.next} aria-keyshortcuts="N" rightSection={<Kbd>N</Kbd>}>
            Next chart
          </Button>
        )}
        {!isFinal(opened) && may('coding.case.finalize') && (
          <Button
            variant="filled"
            onClick={() => acts.finalize()}
            loading={acts.isBusy}
            disabled={offReason !== undefined}
            title={offReason}
            aria-describedby={offReason === undefined ? undefined : 'barriers'}
            aria-keyshortcuts="E"
            rightSection={<Kbd>E</Kbd>}
          >
            Finalize
          </Button>
        )}
      </span>
    </header>
  );
}
