import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

export const PayerSaved = defineEvent('records.payer-saved', 'A payer was made or renamed.', { payerId: id });
export const PayerRuleSaved = defineEvent(
  'records.payer-rule-saved',
  'A dated rule of a payer was made, changed or removed; deadlines that came from it are counted again.',
  { payerId: id, ruleId: id, kind: z.string() },
);
export const ImportChanged = defineEvent(
  'records.import-changed',
  'An import went on: its state or progress changed.',
  {
    importId: id,
    state: z.string(),
  },
);
