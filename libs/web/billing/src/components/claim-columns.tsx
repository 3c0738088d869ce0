import type { ClaimSummary } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import { Money, StateMark, type GridColumn } from '@caseboard/web/ui';
import { claimStateMark, claimStateMeaning, claimStateWord } from '../claim-words.rules.ts';

/** A claim as a row: which, where it stands, whose, and how much. */
export const CLAIM_COLUMNS: GridColumn<ClaimSummary>[] = [
  { id: 'claim', header: 'Claim', width: 104, isIdentity: true, cell: ({ number }) => <code>{number}</code> },
  {
    id: 'state',
    header: 'State',
    width: 116,
    cell: ({ state }) => (
      <span title={claimStateMeaning(state)}>
        <StateMark state={claimStateMark(state)}>{claimStateWord(state)}</StateMark>
      </span>
    ),
  },
  {
    id: 'patient',
    header: 'Patient',
    width: 'flex',
    cell: ({ patientName }) => <span className="cb-cut">{patientName}</span>,
  },
  {
    id: 'payer',
    header: 'Payer',
    width: 170,
    hideBelow: 760,
    cell: ({ payerName }) => <span className="cb-cut">{payerName}</span>,
  },
  {
    id: 'service',
    header: 'Service',
    width: 108,
    hideBelow: 900,
    cell: ({ serviceFrom }) => (serviceFrom === null ? '' : plainDateWords(serviceFrom)),
  },
  {
    id: 'control',
    header: 'Control number',
    width: 132,
    hideBelow: 1040,
    cell: ({ controlNumber }) => <code className="cb-soft">{controlNumber}</code>,
  },
  {
    id: 'charge',
    header: 'Charge',
    width: 96,
    align: 'end',
    hideBelow: 480,
    cell: ({ chargeCents }) => <Money cents={chargeCents} />,
  },
  {
    id: 'paid',
    header: 'Paid',
    width: 96,
    align: 'end',
    hideBelow: 620,
    cell: ({ paidCents }) => <Money cents={paidCents} dimZero />,
  },
];
