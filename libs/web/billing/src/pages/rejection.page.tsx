import { channels } from '@caseboard/contracts';
import type { RejectionCaseDetail } from '@caseboard/contracts';
import { CaseThread } from '@caseboard/web/threads';
import {
  dueOf,
  plainDateWords,
  useLiveList,
  useMay,
  usePageTitle,
  useSharePresence,
  useToday,
} from '@caseboard/web/kernel';
import {
  CaseTitle,
  EmptyState,
  Kbd,
  NextStepBar,
  SkeletonRows,
  StateMark,
  useKeymap,
  ViewTabs,
} from '@caseboard/web/ui';
import { isShutOut, ListError, ListFooter, ShutOut, useHere, useWorkers } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { RejectionFacts } from '../components/rejection-facts.tsx';
import { ResolutionForm } from '../components/resolution-form.tsx';
import { openedRejection } from '../rejections.live.ts';
import { useCaseOwner } from '../use-case-owner.tsx';

const PARTS = [
  { id: 'case', label: 'Case' },
  { id: 'side', label: 'Thread' },
];

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
  const may = useMay();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const channel = channels.case('rejection', rejection.id);
  const here = useHere(channel).get(rejection.id) ?? [];
  const [isResolving, setResolving] = useState(false);
  const [part, setPart] = useState('case');
  const isOpen = rejection.state === 'open';
  const canResolve = isOpen && may('billing.rejection.resolve');
  const owner = useCaseOwner(rejection, !isOpen || isResolving);
  useSharePresence(channel, rejection.id, isResolving ? 'editing' : 'viewing');
  useKeymap([{ keys: 'e', run: () => setResolving(true), isOff: !canResolve || isResolving || owner.isAsking }]);
  const editing = here.filter(({ presence }) => presence === 'editing').map(({ name }) => name);
  return (
    <div className="cb-case-page">
      <div className="cb-case-head">
        <CaseTitle
          number={rejection.number}
          patient={rejection.patientName}
          about={`${rejection.payerName}, rejected ${plainDateWords(rejection.rejectedOn)} by ${rejection.source.toUpperCase()}`}
          cents={rejection.chargeCents}
          due={isOpen ? dueOf({ ...rejection, today, zone }) : { text: 'Dealt with' }}
          stage={<StateMark state={isOpen ? 'blocked' : 'done'}>{isOpen ? 'Rejected' : 'Dealt with'}</StateMark>}
          owner={owner.ownerId === null ? null : personOf(owner.ownerId)}
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
      >
        {isOpen && editing.length > 0 && `${editing.join(' and ')} deals with it now.`}
      </NextStepBar>
      <div className="cb-case-tabs">
        <ViewTabs label="Parts of the case" tabs={PARTS} activeId={part} onSelect={setPart} />
      </div>
      <div className="cb-case-cols" data-tab={part}>
        <div className="cb-case-body" role="region" aria-label={`What is known of ${rejection.number}`} tabIndex={0}>
          <RejectionFacts rejection={rejection} />
        </div>
        <aside className="cb-case-side" aria-label="Thread">
          <h2>Thread</h2>
          <CaseThread subjectType="rejection" subjectId={rejection.id} />
        </aside>
      </div>
      {isOpen && <div className="cb-case-foot">{owner.buttons}</div>}
      {isResolving && <ResolutionForm opened={rejection} onDone={() => setResolving(false)} />}
    </div>
  );
}
