import type { AccountVisit } from '@caseboard/contracts';
import { useGo, useMay } from '@caseboard/web/kernel';
import { AppLink, EmptyState, MoneyLadder, StateMark } from '@caseboard/web/ui';
import { visitDay } from '../account-words.rules.ts';
import { barOf, ladderOf } from '../visit-ladder.rules.ts';

/** The visits of an account, each with how its sum came about; those that ask for something stand open. */
export function AccountVisits({ visits }: { visits: readonly AccountVisit[] }) {
  if (visits.length === 0) return <EmptyState title="No visit was billed yet" />;
  return visits.map((visit) => (
    <MoneyLadder
      key={visit.claimId}
      title={visitDay(visit)}
      about={<VisitAbout visit={visit} />}
      mark={visit.heldBecause === null ? undefined : <StateMark state="waiting">On hold</StateMark>}
      lines={ladderOf(visit)}
      bar={barOf(visit)}
      totalWords="Patient owes"
      totalCents={visit.owesCents}
      isOpen={visit.owesCents > 0 || visit.heldBecause !== null}
    />
  ));
}

function VisitAbout({ visit }: { visit: AccountVisit }) {
  const go = useGo();
  const may = useMay();
  return (
    <>
      {may('billing.claim.read') ? (
        <AppLink href={`/claims?open=${visit.claimId}`} onNavigate={go}>
          {visit.claimNumber}
        </AppLink>
      ) : (
        <code>{visit.claimNumber}</code>
      )}{' '}
      {visit.payerName}
      {visit.heldBecause !== null && `, ${visit.heldBecause.toLowerCase()}`}
    </>
  );
}
