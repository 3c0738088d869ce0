import type { Claim } from '@caseboard/contracts';
import { plainDateWords, useConnection, useLiveList, useMay } from '@caseboard/web/kernel';
import { CaseDrawer, CaseSection, formatMoney, Kbd, Money, NextStepBar, StateMark, useKeymap } from '@caseboard/web/ui';
import { UnopenedDrawer } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useMemo } from 'react';
import { claimStateMark, claimStateMeaning, claimStateWord, nextOf } from '../claim-words.rules.ts';
import { openedClaim } from '../claims.live.ts';
import { ClaimAnswers } from './claim-answers.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClaimTimeline } from './claim-timeline.tsx';
import { ClaimWays } from './claim-ways.tsx';
import { DECIDE_NEXT, LineageDecision, LineageLinks } from './lineage-form.tsx';

/** Props of `ClaimDrawer`. */
export type ClaimDrawerProps = {
  claimId: string;
  onClose: () => void;
  onSend: (claim: Claim) => void;
  /** The question before sending is open: it has the keys. */
  isAsking: boolean;
};

/** A claim opened beside its list: one timeline from making to decision. */
export function ClaimDrawer({ claimId, ...acts }: ClaimDrawerProps) {
  const { rows, state, reload } = useLiveList(useMemo(() => openedClaim(claimId), [claimId]));
  const [claim] = rows;
  if (claim) return <OpenClaim claim={claim} {...acts} />;
  return <UnopenedDrawer what="claim" state={state} onRetry={reload} onClose={acts.onClose} />;
}

function OpenClaim({ claim, onClose, onSend, isAsking }: { claim: Claim } & Omit<ClaimDrawerProps, 'claimId'>) {
  const may = useMay();
  const served = claim.serviceFrom === null ? '' : `, service ${plainDateWords(claim.serviceFrom)}`;
  const canSend = claim.state === 'ready' && may('billing.claim.send');
  const isOffline = useConnection().state === 'offline';
  useKeymap([{ keys: 'e', run: () => onSend(claim), inDialog: true, isOff: !canSend || isOffline || isAsking }]);
  return (
    <CaseDrawer
      isOpen
      onClose={onClose}
      title={{
        number: claim.number,
        patient: claim.patientName,
        about: `${claim.payerName}${served}`,
        stage: (
          <>
            <span>
              <Money cents={claim.chargeCents} as="dollars" strong /> <span className="cb-dim">charged</span>
            </span>
            <span title={claimStateMeaning(claim.state)}>
              <StateMark state={claimStateMark(claim.state)}>{claimStateWord(claim.state)}</StateMark>
            </span>
          </>
        ),
      }}
      banner={
        <NextStepBar
          next={claim.pendingDecision ? DECIDE_NEXT : nextOf(claim)}
          actions={
            canSend ? (
              <Button
                variant="filled"
                onClick={() => onSend(claim)}
                disabled={isOffline}
                title={isOffline ? 'Needs a connection' : undefined}
                aria-keyshortcuts="E"
                rightSection={<Kbd>E</Kbd>}
              >
                Send claim
              </Button>
            ) : (
              <LineageDecision claim={claim} />
            )
          }
        >
          {claim.state === 'ready' && !may('billing.claim.send') ? 'A biller does.' : claimStateMeaning(claim.state)}
        </NextStepBar>
      }
    >
      {claim.barriers.length > 0 && (
        <CaseSection title="What bars sending" aside={`${claim.barriers.length}`}>
          <ul className="cb-plain-rows">
            {claim.barriers.map((barrier) => (
              <li key={barrier} className="cb-line">
                <IconAlertOctagon size={16} aria-hidden="true" className="cb-bad" /> {barrier}
              </li>
            ))}
          </ul>
        </CaseSection>
      )}
      <ClaimWays claim={claim} />
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
