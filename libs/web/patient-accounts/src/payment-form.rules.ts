import type { PatientPayment } from '@caseboard/contracts';
import { parseDollars } from '@caseboard/web/kernel';
import type { FieldErrors } from '@caseboard/web/kernel';

/** What the form holds while a payment is written down. */
export interface PaymentDraft {
  amount: string;
  method: PatientPayment['method'];
  receivedOn: string;
  reference: string;
  /** Empty: the oldest visit first. */
  claimId: string;
}

/** The most one payment may be, as the contract says it. */
const MOST_CENTS = 100_000_000;

/** What is wrong with a payment before it is sent; money is read exactly. */
export function checkPayment(draft: PaymentDraft, today: string): FieldErrors {
  const cents = parseDollars(draft.amount);
  const errors: Record<string, string> = {};
  if (cents === undefined) errors.amount = 'Write an amount like 150 or 1,416.50';
  else if (cents === 0) errors.amount = 'A payment of zero is no payment';
  else if (cents > MOST_CENTS) errors.amount = 'That is more than one payment may be';
  if (draft.receivedOn === '') errors.receivedOn = 'Say when it came in';
  else if (draft.receivedOn > today) errors.receivedOn = 'This day is still to come';
  return errors;
}

/** The payment as the server takes it; call after `checkPayment` found nothing. */
export const paymentOf = ({ amount, method, receivedOn, reference, claimId }: PaymentDraft) => ({
  cents: parseDollars(amount) ?? 0,
  method,
  receivedOn,
  ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
  ...(claimId === '' ? {} : { claimId }),
});
