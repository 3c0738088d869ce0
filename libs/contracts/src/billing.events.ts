import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

export const ClaimImported = defineEvent('billing.claim-imported', 'A claim made elsewhere came in by 837.', {
  claimId: id,
});
export const RemittanceOpened = defineEvent('billing.remittance-opened', 'A balanced remittance started posting.', {
  remittanceId: id,
});
export const ClaimAdjudicated = defineEvent(
  'billing.claim-adjudicated',
  'One claim of a remittance was posted; `denials` counts its adjustments that deny.',
  { remittanceId: id, remittanceClaimId: id, claimId: z.nullable(id), denials: z.int(), isReversal: z.boolean() },
);
export const ClaimLinked = defineEvent(
  'billing.claim-linked',
  'A claim came in after the remittance that decided it; what was posted now belongs to it.',
  { claimId: id, remittanceId: id, remittanceClaimId: id },
);
export const RemittancePosted = defineEvent(
  'billing.remittance-posted',
  'All claims and provider adjustments of a remittance are posted.',
  {
    remittanceId: id,
  },
);
export const RemittancesRegated = defineEvent(
  'billing.remittances-regated',
  'A facility was saved; its remittances are shown anew to those who may see them.',
  { facilityId: id },
);
export const RemittanceRefused = defineEvent(
  'billing.remittance-refused',
  'A remittance does not add up; nothing of it was posted and a posting exception waits for a person.',
  { importId: id, exceptionId: id },
);
