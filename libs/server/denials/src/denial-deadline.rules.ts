import type { PayerRule, PayerRuleKind } from '@caseboard/contracts';
import { dueDate, ruleOn, ruleWords } from '@caseboard/server/records';

/** A deadline and the rule that made it, in words. */
export interface Deadline {
  dueOn: string | null;
  dueRule: string;
}

/** What stands where a payer has no rule: a missing deadline is said, never guessed. */
const NO_RULE = 'no rule on file';

/** The deadline of a decision by the payer's rule of a kind in force that day; days count from the decision. */
export function deadlineOf(rules: readonly PayerRule[], kind: PayerRuleKind, decidedOn: string): Deadline {
  const rule = ruleOn(rules, kind, decidedOn);
  return rule ? { dueOn: dueDate(decidedOn, rule), dueRule: ruleWords(rule) } : { dueOn: null, dueRule: NO_RULE };
}
