import type { RemittanceSummary } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import { AdminTable, CaseSection, Money, formatCount, type AdminColumn } from '@caseboard/web/ui';

const COLUMNS: AdminColumn<RemittanceSummary>[] = [
  {
    id: 'number',
    header: 'Payment',
    cell: ({ number, trace }) => (
      <>
        {number}
        <small>trace {trace}</small>
      </>
    ),
  },
  {
    id: 'payer',
    header: 'Payer',
    cell: ({ payerName, paidOn }) => (
      <>
        {payerName}
        <small>{plainDateWords(paidOn)}</small>
      </>
    ),
  },
  { id: 'claims', header: 'Claims', align: 'end', cell: ({ claims, claimsPosted }) => (claims === claimsPosted ? formatCount(claims) : `${formatCount(claimsPosted)} of ${formatCount(claims)}`) },
  { id: 'denials', header: 'Denials', align: 'end', cell: ({ denials }) => formatCount(denials) },
  { id: 'paid', header: 'Paid', align: 'end', cell: ({ paidCents }) => <Money cents={paidCents} /> },
];

/** The payments that an import posted. */
export function PostedPayments({ remittances }: { remittances: readonly RemittanceSummary[] }) {
  if (remittances.length === 0) return null;
  return (
    <CaseSection title="Posted" aside={`${formatCount(remittances.length)} ${remittances.length === 1 ? 'payment' : 'payments'}`}>
      <AdminTable label="Posted payments" columns={COLUMNS} rows={remittances} getRowId={({ id }) => id} />
    </CaseSection>
  );
}
