import type { AccountVisit } from '@caseboard/contracts';
import { useGo, useMay } from '@caseboard/web/kernel';
import { AppLink, EmptyState, MoneyLadder, StateMark } from '@caseboard/web/ui';
import { visitDay } from '../account-words.rules.ts';
import { barOf, ladderOf } from '../visit-ladder.rules.ts';

/** The visits of an account, each with how its sum came about; those that ask for something stand open. */
export function AccountVisits({ visits }: { visits: readonly AccountVisit[] }) {
  const may = useMay();
  if (visits.length === 0) return <EmptyState title="No visit was billed yet" />;
  return visits.map((visit) => (
    <MoneyLadder
      key={visit.claimId}
      title={visitDay(visit)}
      about={aboutOf(visit)}
      mark={visit.heldBecause === null ? undefined : <StateMark state="waiting">On hold</StateMark>}
      lines={ladderOf(visit)}
      bar={barOf(visit)}
      totalWords="Patient owes"
      totalCents={visit.owesCents}
      {...(may('billing.claim.read') ? { more: <ClaimLink visit={visit} /> } : {})}
      isOpen={visit.owesCents > 0 || visit.heldBecause !== null}
    />
  ));
}

/** Words only: the part that opens and shuts holds no link. */
const aboutOf = ({ claimNumber, payerName, heldBecause }: AccountVisit): string =>
  `${claimNumber}, ${payerName}${heldBecause === null ? '' : `, ${lower(heldBecause)}`}`;

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function ClaimLink({ visit }: { visit: AccountVisit }) {
  const go = useGo();
  return (
    <AppLink href={`/claims?open=${visit.claimId}`} onNavigate={go}>
      Open {visit.claimNumber}
    </AppLink>
  );
}
