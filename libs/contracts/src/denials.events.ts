import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { denialStage } from './denials.resources.ts';
import { id } from './primitives.ts';

export const DenialCaseOpened = defineEvent(
  'denials.case-opened',
  'A remittance denied something of a claim; a case groups it.',
  {
    caseId: id,
    remittanceId: id,
    /** Null while the claim is unknown. */
    claimId: z.nullable(id),
  },
);
export const DenialCaseMoved = defineEvent('denials.case-moved', 'A person moved a case to another stage.', {
  caseId: id,
  from: denialStage,
  to: denialStage,
});
export const DenialCaseReversed = defineEvent(
  'denials.case-reversed',
  'The payer took back the decision that caused the case; it closed by rule.',
  { caseId: id, remittanceId: id },
);
export const DenialCaseLinked = defineEvent('denials.case-linked', 'A case found the claim it belongs to.', {
  caseId: id,
  claimId: z.nullable(id),
});
export const DenialDeadlineMoved = defineEvent(
  'denials.deadline-moved',
  'A payer rule changed and the deadline was counted again.',
  {
    caseId: id,
  },
);
