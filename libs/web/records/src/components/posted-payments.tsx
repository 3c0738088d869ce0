import type { RemittanceSummary } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import { CaseSection, Money } from '@caseboard/web/ui';
import { counted } from '../import-counts.rules.ts';

/** The payments that an import posted, or is posting. */
export function PostedPayments({ remittances }: { remittances: readonly RemittanceSummary[] }) {
  if (remittances.length === 0) return null;
  return (
    <CaseSection title="Posted" aside={counted(remittances.length, 'payment')}>
      <ul className="cb-posted">
        {remittances.map((remittance) => (
          <li key={remittance.id}>
            <span>
              {remittance.payerName}, paid {plainDateWords(remittance.paidOn)}
            </span>
            <Money cents={remittance.paidCents} />
            <small>
              {remittance.number}, trace {remittance.trace}
            </small>
            <small className="cb-num">{claimsWords(remittance)}</small>
          </li>
        ))}
      </ul>
    </CaseSection>
  );
}

function claimsWords({ claims, claimsPosted, denials }: RemittanceSummary): string {
  const posted =
    claims === claimsPosted
      ? counted(claims, 'claim')
      : `${claimsPosted.toLocaleString('en-US')} of ${counted(claims, 'claim')}`;
  return `${posted}, ${counted(denials, 'denial')}`;
}
