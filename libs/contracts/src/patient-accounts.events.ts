import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

const about = { accountId: id };

export const AccountOpened = defineEvent(
  'patient-accounts.account-opened',
  'A payer left a part to a patient; the account holds it.',
  about,
);
export const AccountChanged = defineEvent(
  'patient-accounts.account-changed',
  'A decision of a payer changed what a patient owes.',
  about,
);
export const PatientPaid = defineEvent('patient-accounts.payment-recorded', 'A payment of a patient was recorded.', {
  ...about,
  paymentId: id,
});
export const PatientPaymentReversed = defineEvent(
  'patient-accounts.payment-reversed',
  'A payment of a patient was taken back; the original stays beside its reversal.',
  { ...about, paymentId: id },
);
export const StatementPrinted = defineEvent('patient-accounts.statement-printed', 'A statement was printed.', {
  ...about,
  statementId: id,
});
export const AccountsRegated = defineEvent(
  'patient-accounts.accounts-regated',
  'A facility was saved; accounts with visits there are shown anew to those who may see them.',
  { facilityId: id },
);
export const AccountsJoined = defineEvent(
  'patient-accounts.accounts-joined',
  'Two records of a patient were merged, or parted again, and their accounts with them.',
  { ...about, patientId: id },
);
