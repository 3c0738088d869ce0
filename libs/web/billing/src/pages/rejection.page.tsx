import type { RejectionCaseDetail } from '@caseboard/contracts';
import { dueOf, plainDateWords, useGo, useLiveList, useMay, usePageTitle, useToday } from '@caseboard/web/kernel';
import {
  AppLink,
  CaseSection,
  CaseTitle,
  CodeChip,
  DeadlineLedger,
  EmptyState,
  Facts,
  Kbd,
  NextStepBar,
  SkeletonRows,
  StateMark,
  useKeymap,
} from '@caseboard/web/ui';
import { CaseThread } from '@caseboard/web/threads';
import { isShutOut, ListError, ListFooter, ShutOut, useHere, useWorkers } from '@caseboard/web/worklist';
import { channels } from '@caseboard/contracts';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ClaimTimeline } from '../components/claim-timeline.tsx';
import { ResolutionForm } from '../components/resolution-form.tsx';
import { resolutionWords, statusCode } from '../rejection-words.rules.ts';
import { openedRejection } from '../rejections.live.ts';

/** A rejected claim: why it came back, by when it must go out again, and what was done. */
export function RejectionPage() {
  const { id = '' } = useParams({ strict: false });
  const { rows, state, reload } = useLiveList(useMemo(() => openedRejection(id), [id]));
  usePageTitle(rows[0]?.number ?? 'Rejection');
  const [rejection] = rows;
  if (isShutOut(state)) return <ShutOut what="this rejection" />;
  return (
    <>
      <ListError state={state} onRetry={reload} />
      {rejection ? (
        <Rejection rejection={rejection} />
      ) : state.status === 'ready' ? (
        <EmptyState title="There is no such rejection" />
      ) : (
        <SkeletonRows columns="1fr" />
      )}
      <ListFooter asOf={state.asOf}>
        <span>A rejection is no denial: the claim was never decided, and its filing limit runs on.</span>
      </ListFooter>
    </>
  );
}

function Rejection({ rejection }: { rejection: RejectionCaseDetail }) {
  const go = useGo();
  const may = useMay();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const here = useHere(channels.case('rejection', rejection.id)).get(rejection.id) ?? [];
  const [isResolving, setResolving] = useState(false);
  const isOpen = rejection.state === 'open';
  const canResolve = isOpen && may('billing.rejection.resolve');
  useKeymap([{ keys: 'e', run: () => setResolving(true), isOff: !canResolve || isResolving }]);
  const due = isOpen ? dueOf({ ...rejection, today, zone }) : { text: 'Dealt with' };
  return (
    <div className="cb-case-page">
      <div className="cb-case-head">
        <CaseTitle
          number={rejection.number}
          patient={rejection.patientName}
          about={`${rejection.payerName}, rejected ${plainDateWords(rejection.rejectedOn)} by ${rejection.source.toUpperCase()}`}
          cents={rejection.chargeCents}
          due={due}
          stage={<StateMark state={isOpen ? 'blocked' : 'done'}>{isOpen ? 'Rejected' : 'Dealt with'}</StateMark>}
          owner={rejection.ownerId === null ? null : personOf(rejection.ownerId)}
          here={here}
        />
      </div>
      <NextStepBar
        next={isOpen ? 'Next: correct it and send it again.' : 'Dealt with.'}
        actions={
          canResolve && (
            <Button
              variant="filled"
              onClick={() => setResolving(true)}
              aria-keyshortcuts="E"
              rightSection={<Kbd>E</Kbd>}
            >
              Deal with it
            </Button>
          )
        }
      />
      <div className="cb-case-body">
        <CaseSection title="Why it came back" aside={`control number ${rejection.controlNumber}`}>
          {rejection.statuses.map((status, at) => (
            <p key={`${statusCode(status)}-${at}`}>
              <CodeChip>{statusCode(status)}</CodeChip> {status.words}
            </p>
          ))}
          <p>
            <AppLink href={`/claims?open=${rejection.claimId}`} onNavigate={go}>
              {rejection.claimNumber}
            </AppLink>
          </p>
        </CaseSection>
        {isOpen && rejection.dueOn !== null && (
          <CaseSection title="Deadline">
            <DeadlineLedger
              deadlines={[
                {
                  id: 'filing',
                  clock: 'Payer',
                  date: `${plainDateWords(rejection.dueOn)}, ${zone}`,
                  rule: rejection.dueRule ?? 'Set by hand',
                  source: rejection.payerName,
                  due,
                },
              ]}
            />
          </CaseSection>
        )}
        {rejection.resolution !== null && (
          <CaseSection title="What was done">
            <Facts
              facts={[
                { term: 'Done', value: resolutionWords(rejection.resolution) },
                { term: 'By', value: rejection.resolvedBy ?? '' },
              ]}
            />
          </CaseSection>
        )}
        <CaseSection title="Conversation">
          <CaseThread subjectType="rejection" subjectId={rejection.id} />
        </CaseSection>
        <CaseSection title="What happened">
          <ClaimTimeline entries={rejection.timeline} />
        </CaseSection>
      </div>
      {isResolving && <ResolutionForm opened={rejection} onDone={() => setResolving(false)} />}
    </div>
  );
}
