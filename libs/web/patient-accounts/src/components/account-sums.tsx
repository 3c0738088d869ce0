import type { PatientAccount } from '@caseboard/contracts';
import { Money } from '@caseboard/web/ui';

/** The account in sums that add up: charges less what everybody paid and gave up is what is open. */
export function AccountSums({ account }: { account: PatientAccount }) {
  const { visits, balanceCents, heldCents, insuranceCents, creditCents } = account;
  const sum = (of: (visit: (typeof visits)[number]) => number) => visits.reduce((total, visit) => total + of(visit), 0);
  const sums = [
    { term: 'Charges', cents: sum(({ chargeCents }) => chargeCents) },
    { term: 'Insurance paid', cents: -sum(({ insurerPaidCents }) => insurerPaidCents) },
    { term: 'Discount', cents: -sum(({ adjustedCents }) => adjustedCents) },
    { term: 'Patient paid', cents: -sum(({ patientPaidCents }) => patientPaidCents) },
    { term: 'With insurance', cents: insuranceCents },
    { term: 'Patient owes', cents: balanceCents },
    ...(heldCents > 0 ? [{ term: 'Of it on hold', cents: heldCents }] : []),
    ...(creditCents > 0 ? [{ term: 'Credit', cents: creditCents }] : []),
  ];
  return (
    <dl className="cb-account-sums" aria-label="Sums">
      {sums.map(({ term, cents }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Money cents={cents} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
