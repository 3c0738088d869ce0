import type { FollowUpCase } from '@caseboard/contracts';
import { plainDateWords, useLiveList, useMay, useToday } from '@caseboard/web/kernel';
import {
  CaseDrawer,
  CaseSection,
  DeadlineLedger,
  Kbd,
  NextStepBar,
  useKeymap,
  type PresentPerson,
} from '@caseboard/web/ui';
import { CaseThread } from '@caseboard/web/threads';
import { CaseMove, CaseOwner, UnopenedDrawer, useWorkers, type BoardActs } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { askedWords, followUpDue, silenceWords } from '../follow-up-card.rules.ts';
import { FOLLOW_UP_KIND, followUpGlyph, followUpMark } from '../follow-up-kind.tsx';
import { openedFollowUp, type OpenedFollowUp } from '../follow-up.live.ts';
import { CallForm } from './call-form.tsx';
import { CallLog } from './call-log.tsx';
import { ClaimTimeline } from './claim-timeline.tsx';

/** Props of `FollowUpDrawer`. */
export type FollowUpDrawerProps = {
  caseId: string;
  /** The case with own changes on it, when the page's list has it. */
  card: FollowUpCase | undefined;
  acts: BoardActs<FollowUpCase>;
  here: readonly PresentPerson[];
};

/** A silent claim opened beside its board: who asked, what was promised, what the claim went through. */
export function FollowUpDrawer({ caseId, card, acts, here }: FollowUpDrawerProps) {
  const { rows, state, reload } = useLiveList(useMemo(() => openedFollowUp(caseId), [caseId]));
  const [opened] = rows;
  if (opened) return <OpenCase opened={{ ...opened, ...newer(card, opened) }} acts={acts} here={here} />;
  return <UnopenedDrawer what="case" state={state} onRetry={reload} onClose={acts.shut} />;
}

/** Own changes are on the list's card first; the opened case follows when it was read again. */
const newer = (card: FollowUpCase | undefined, opened: OpenedFollowUp): Partial<FollowUpCase> =>
  card && card.version >= opened.version && card.workItemVersion >= opened.workItemVersion ? card : {};

function OpenCase({ opened, acts, here }: { opened: OpenedFollowUp } & Omit<FollowUpDrawerProps, 'caseId' | 'card'>) {
  const may = useMay();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const [isLogging, setLogging] = useState(false);
  const canLog = may('billing.call.log') && opened.stage !== 'resolved';
  useKeymap([{ keys: 'l', run: () => setLogging(true), inDialog: true, isOff: !canLog || isLogging }]);
  return (
    <CaseDrawer
      isOpen
      onClose={acts.shut}
      title={{
        number: opened.number,
        patient: opened.patientName,
        about: `${opened.payerName}, claim ${opened.claimNumber}`,
        words: silenceWords(opened, today),
        cents: opened.amountCents,
        due: followUpDue(opened, today, zone),
        stage: followUpMark(opened.stage),
        owner: opened.ownerId === null ? null : personOf(opened.ownerId),
        here,
      }}
      banner={
        <NextStepBar
          next={opened.stage === 'resolved' ? 'Resolved.' : `Next: ${opened.needs ?? 'ask the payer'}.`}
          actions={
            <>
              {canLog && (
                <Button onClick={() => setLogging(true)} aria-keyshortcuts="L" rightSection={<Kbd>L</Kbd>}>
                  Log a contact
                </Button>
              )}
              <CaseMove
                kind={FOLLOW_UP_KIND}
                opened={opened}
                acts={acts}
                permission="billing.follow-up.move"
                glyphOf={followUpGlyph}
              />
            </>
          }
        >
          {askedWords(opened)}.
        </NextStepBar>
      }
      footer={<CaseOwner kind={FOLLOW_UP_KIND} opened={opened} acts={acts} />}
      side={{ label: 'Thread', content: <CaseThread subjectType="follow-up" subjectId={opened.id} /> }}
    >
      {opened.dueOn !== null && opened.stage !== 'resolved' && (
        <CaseSection title="Deadline">
          <DeadlineLedger
            deadlines={[
              {
                id: 'follow-up',
                clock: 'Ours',
                date: `${plainDateWords(opened.dueOn)}, ${zone}`,
                rule: opened.dueRule ?? 'Set by hand',
                source: opened.payerName,
                due: followUpDue(opened, today, zone),
              },
            ]}
          />
        </CaseSection>
      )}
      <CaseSection title="Contacts" aside={`silent since ${plainDateWords(opened.silentSince)}`}>
        <CallLog calls={opened.calls} />
      </CaseSection>
      <CaseSection title="What happened to the claim" aside={`control number ${opened.controlNumber}`}>
        <ClaimTimeline entries={opened.timeline} />
      </CaseSection>
      {isLogging && <CallForm opened={opened} onDone={() => setLogging(false)} />}
    </CaseDrawer>
  );
}
