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
export const ClaimsRegated = defineEvent(
  'billing.claims-regated',
  'A facility was saved; its claims are shown anew to those who may see them.',
  { facilityId: id },
);
export const RemittanceRefused = defineEvent(
  'billing.remittance-refused',
  'A remittance does not add up; nothing of it was posted and a posting exception waits for a person.',
  { importId: id, exceptionId: id },
);
export const ClaimMade = defineEvent('billing.claim-made', 'A claim was built from the final codes of an encounter.', {
  claimId: id,
  encounterId: id,
});
export const ClaimChanged = defineEvent(
  'billing.claim-changed',
  'A claim made here was built or priced again: codes were finalized anew, or a fee was saved.',
  { claimId: id, encounterId: id },
);
export const ClaimLineageDecided = defineEvent(
  'billing.claim-lineage-decided',
  'The codes of a sent claim had changed and somebody decided: it is replaced, voided, or stays; `newClaimId` follows it.',
  { claimId: id, encounterId: id, decision: z.enum(['replace', 'void', 'no-change']), newClaimId: z.nullable(id) },
);
export const ClaimsSent = defineEvent('billing.claims-sent', 'Claims made here left as an 837 file.', {
  submissionId: id,
  claims: z.int(),
});
export const ClaimAcknowledged = defineEvent(
  'billing.claim-acknowledged',
  'A clearinghouse or payer answered a sent claim (999, 277CA, 277); `outcome` says how.',
  { claimId: id, acknowledgementId: id, outcome: z.string() },
);
export const ClaimRejected = defineEvent(
  'billing.claim-rejected',
  'A sent claim came back before adjudication: a rejection, never a denial.',
  { claimId: id, rejectionId: id },
);
export const RejectionResolved = defineEvent('billing.rejection-resolved', 'A rejected claim was dealt with.', {
  rejectionId: id,
  claimId: id,
});
export const FollowUpOpened = defineEvent('billing.follow-up-opened', 'A payer is silent on a claim; somebody asks.', {
  caseId: id,
  claimId: id,
});
export const FollowUpMoved = defineEvent('billing.follow-up-moved', 'A follow-up case went to another stage.', {
  caseId: id,
  from: z.string(),
  to: z.string(),
});
export const PayerCalled = defineEvent('billing.payer-called', 'Somebody asked a payer about a claim.', {
  caseId: id,
  callId: id,
});
export const FollowUpWoke = defineEvent(
  'billing.follow-up-woke',
  'The day a payer promised came without an answer; the case is work again.',
  { caseId: id },
);
export const FeeSaved = defineEvent('billing.fee-saved', 'A fee was made or changed; drafts that need it are priced.', {
  feeId: id,
});
