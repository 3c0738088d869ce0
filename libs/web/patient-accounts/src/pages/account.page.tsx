import type { PatientAccount } from '@caseboard/contracts';
import { channels } from '@caseboard/contracts';
import { useConnection, useLiveList, useMay, usePageTitle } from '@caseboard/web/kernel';
import { CaseThread } from '@caseboard/web/threads';
import {
  CaseSection,
  EmptyState,
  FaceStack,
  Kbd,
  Money,
  PageHeader,
  SkeletonRows,
  StateMark,
  useKeymap,
} from '@caseboard/web/ui';
import { isShutOut, ListError, ListFooter, ShutOut, useHere } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { STATE_WORDS, stateMark, whySentences } from '../account-words.rules.ts';
import { openedAccount } from '../accounts.live.ts';
import { AccountStory } from '../components/account-story.tsx';
import { AccountSums } from '../components/account-sums.tsx';
import { AccountVisits } from '../components/account-visits.tsx';
import { PaymentForm } from '../components/payment-form.tsx';
import { PaymentList } from '../components/payment-list.tsx';
import { StatementList } from '../components/statement-list.tsx';
import { usePrintStatement } from '../use-print-statement.ts';

/** A patient's account: what is owed, where each cent came from, payments and statements. */
export function AccountPage() {
  const { id = '' } = useParams({ strict: false });
  const { rows, state, reload } = useLiveList(useMemo(() => openedAccount(id), [id]));
  const [account] = rows;
  usePageTitle(account?.number ?? 'Patient account');
  if (isShutOut(state)) return <ShutOut what="this account" />;
  return (
    <>
      <ListError state={state} onRetry={reload} />
      {account ? (
        <Account key={account.id} account={account} />
      ) : state.status === 'ready' ? (
        <EmptyState title="There is no such account" />
      ) : (
        <SkeletonRows columns="1fr" />
      )}
      <ListFooter asOf={state.asOf}>
        <span>The ledger only grows; corrections are new entries.</span>
      </ListFooter>
    </>
  );
}

function Account({ account }: { account: PatientAccount }) {
  const here = useHere(channels.case('patient-account', account.id)).get(account.id) ?? [];
  const [isPaying, setPaying] = useState(false);
  return (
    <>
      <PageHeader
        title={account.patientName}
        truth={
          <>
            <code>{account.number}</code> {account.mrn !== null && `record ${account.mrn}`}
          </>
        }
        actions={
          <>
            <FaceStack people={here} />
            <StateMark state={stateMark(account.state)}>{STATE_WORDS[account.state]}</StateMark>
            <span className="cb-account-owed" aria-live="polite">
              <Money cents={account.balanceCents} as="dollars" strong /> <span className="cb-dim">owed</span>
            </span>
            <AccountActs account={account} isPaying={isPaying} onPay={() => setPaying(true)} />
          </>
        }
      />
      <div className="cb-account-page">
        <div>
          <AccountSums account={account} />
          <AccountVisits visits={account.visits} />
        </div>
        <div>
          <CaseSection title={`Why ${account.balanceCents === 0 ? 'nothing is owed' : 'this is owed'}`}>
            <div className="cb-why">
              {whySentences(account).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </CaseSection>
          <CaseSection title="Payments">
            <PaymentList payments={account.payments} />
          </CaseSection>
          <CaseSection title="Statements">
            <StatementList statements={account.statements} />
          </CaseSection>
          <CaseSection title="Conversation">
            <CaseThread subjectType="patient-account" subjectId={account.id} />
          </CaseSection>
          <CaseSection title="What happened">
            <AccountStory entries={account.timeline} />
          </CaseSection>
        </div>
      </div>
      {isPaying && <PaymentForm account={account} onDone={() => setPaying(false)} />}
    </>
  );
}

/** What this person may do with the account now; an act that is off says why. */
function AccountActs({ account, isPaying, onPay }: { account: PatientAccount; isPaying: boolean; onPay: () => void }) {
  const may = useMay();
  const isOffline = useConnection().state === 'offline';
  const { isPrinting, print } = usePrintStatement(account.id);
  const canPay = may('patient-accounts.payment.record');
  const canPrint = may('patient-accounts.statement.print');
  const isNothingDue = account.balanceCents <= account.heldCents;
  const printOff = isOffline ? 'Needs a connection' : isNothingDue ? 'Nothing is asked of the patient now' : undefined;
  useKeymap([
    { keys: 'p', run: onPay, isOff: !canPay || isPaying },
    { keys: 's', run: () => void print(), isOff: !canPrint || printOff !== undefined || isPrinting || isPaying },
  ]);
  return (
    <>
      {canPrint && (
        <Button
          onClick={() => void print()}
          loading={isPrinting}
          disabled={printOff !== undefined}
          title={printOff}
          aria-keyshortcuts="S"
          rightSection={<Kbd>S</Kbd>}
        >
          Print statement
        </Button>
      )}
      {canPay && (
        <Button variant="filled" onClick={onPay} aria-keyshortcuts="P" rightSection={<Kbd>P</Kbd>}>
          Record payment
        </Button>
      )}
    </>
  );
}
