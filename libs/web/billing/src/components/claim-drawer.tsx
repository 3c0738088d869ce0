import type { Claim } from '@caseboard/contracts';
import { plainDateWords, useLiveList, useMay, type LiveState } from '@caseboard/web/kernel';
import {
  CaseDrawer,
  CaseSection,
  CloseButton,
  EmptyState,
  formatMoney,
  NextStepBar,
  SideDrawer,
  SkeletonRows,
  StateMark,
} from '@caseboard/web/ui';
import { isShutOut, ListError, ShutOut } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { claimStateMark, claimStateMeaning, claimStateWord, nextOf } from '../claim-words.rules.ts';
import { openedClaim } from '../claims.live.ts';
import { ClaimAnswers } from './claim-answers.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClaimTimeline } from './claim-timeline.tsx';
import { DECIDE_NEXT, LineageDecision, LineageLinks } from './lineage-form.tsx';

/** Props of `ClaimDrawer`. */
export type ClaimDrawerProps = { claimId: string; onClose: () => void; onSend: (claim: Claim) => void };

/** A claim opened beside its list: one timeline from making to decision. */
export function ClaimDrawer({ claimId, onClose, onSend }: ClaimDrawerProps) {
  const { rows, state, reload } = useLiveList(useMemo(() => openedClaim(claimId), [claimId]));
  const [claim] = rows;
  if (claim) return <OpenClaim claim={claim} onClose={onClose} onSend={onSend} />;
  return (
    <SideDrawer isOpen onClose={onClose} label="Claim" width={560}>
      <div className="cb-case-frame">
        <div className="cb-case-head">
          <span className="cb-push">
            <CloseButton onClick={onClose} />
          </span>
        </div>
        <ListError state={state} onRetry={reload} />
        <Unopened state={state} />
      </div>
    </SideDrawer>
  );
}

function Unopened({ state }: { state: LiveState }) {
  if (isShutOut(state)) return <ShutOut what="this claim" />;
  return state.status === 'ready' ? <EmptyState title="There is no such claim" /> : <SkeletonRows columns="1fr" />;
}

function OpenClaim({ claim, onClose, onSend }: { claim: Claim } & Omit<ClaimDrawerProps, 'claimId'>) {
  const may = useMay();
  const served = claim.serviceFrom === null ? '' : `, service ${plainDateWords(claim.serviceFrom)}`;
  const canSend = claim.state === 'ready' && may('billing.claim.send');
  return (
    <CaseDrawer
      isOpen
      onClose={onClose}
      title={{
        number: claim.number,
        patient: claim.patientName,
        about: `${claim.payerName}${served}`,
        stage: (
          <span title={claimStateMeaning(claim.state)}>
            <StateMark state={claimStateMark(claim.state)}>{claimStateWord(claim.state)}</StateMark>
          </span>
        ),
      }}
      banner={
        <NextStepBar
          next={claim.pendingDecision ? DECIDE_NEXT : nextOf(claim)}
          actions={
            canSend ? (
              <Button variant="filled" onClick={() => onSend(claim)}>
                Send claim
              </Button>
            ) : (
              <LineageDecision claim={claim} />
            )
          }
        >
          {claim.barriers.slice(1).join('; ')}
        </NextStepBar>
      }
    >
      {claim.barriers.length > 0 && (
        <CaseSection title="What it needs before it can be sent">
          {claim.barriers.map((barrier) => (
            <p key={barrier}>{barrier}</p>
          ))}
        </CaseSection>
      )}
      <LineageLinks claim={claim} />
      <CaseSection title="What happened">
        <ClaimTimeline entries={claim.timeline} now={claimStateWord(claim.state)} />
      </CaseSection>
      {claim.acknowledgements.length > 0 && (
        <CaseSection title="Answers before it was decided">
          <ClaimAnswers answers={claim.acknowledgements} />
        </CaseSection>
      )}
      <CaseSection
        title="Claim lines"
        aside={`charged ${formatMoney(claim.chargeCents, 'dollars')}, paid ${formatMoney(claim.paidCents, 'dollars')}`}
      >
        <ClaimLines claim={claim} />
      </CaseSection>
      {claim.diagnoses.length > 0 && (
        <CaseSection title="Diagnoses" aside={`control number ${claim.controlNumber}`}>
          <p className="cb-small">
            {claim.diagnoses.map(({ ordinal, code, presentOnAdmission }) => (
              <span key={ordinal} className="cb-diagnosis">
                {ordinal}. <code>{code}</code>
                {presentOnAdmission !== null && <span className="cb-dim"> POA {presentOnAdmission}</span>}{' '}
              </span>
            ))}
          </p>
        </CaseSection>
      )}
    </CaseDrawer>
  );
}
