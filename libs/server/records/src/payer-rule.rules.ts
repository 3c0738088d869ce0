import type { PayerRule, PayerRuleKind } from '@caseboard/contracts';

/** The days a rule covers, both ends included; `effectiveTo` null is until further notice. */
export type RuleSpan = Pick<PayerRule, 'effectiveFrom' | 'effectiveTo'>;

const FOREVER = '9999-12-31';

/** Whether a rule covers a day. */
export const covers = (rule: RuleSpan, on: string): boolean =>
  rule.effectiveFrom <= on && on <= (rule.effectiveTo ?? FOREVER);

/** Whether two rules of a kind would both cover some day, so that a deadline would have two answers. */
export const overlaps = (one: RuleSpan, other: RuleSpan): boolean =>
  one.effectiveFrom <= (other.effectiveTo ?? FOREVER) && other.effectiveFrom <= (one.effectiveTo ?? FOREVER);

/** Whether the last day comes before the first. */
export const endsBeforeItStarts = (rule: RuleSpan): boolean => (rule.effectiveTo ?? FOREVER) < rule.effectiveFrom;

/** The rule of a kind that covers a day, among the rules of one payer. */
export function ruleOn<Rule extends Pick<PayerRule, 'kind'> & RuleSpan>(
  rules: readonly Rule[],
  kind: PayerRuleKind,
  on: string,
): Rule | undefined {
  return rules.find((rule) => rule.kind === kind && covers(rule, on));
}

const KIND_WORDS: Record<PayerRuleKind, string> = {
  appeal: 'appeal',
  'corrected-claim': 'corrected claim',
  'timely-filing': 'timely filing',
  records: 'records',
  'follow-up': 'follow-up',
};

/** The rule in words, as it stands beside the date it made: `appeal within 90 calendar days (2026 manual, 4.2)`. */
export const ruleWords = (rule: Pick<PayerRule, 'kind' | 'days' | 'counts' | 'source'>): string =>
  `${KIND_WORDS[rule.kind]} within ${rule.days} ${rule.counts} days (${rule.source})`;
