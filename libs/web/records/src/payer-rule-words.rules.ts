import type { Payer, PayerRule, PayerRuleKind } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';

/** What a kind of rule sets a deadline for, and from which day its days are counted. */
export const RULE_KIND_WORDS: Record<PayerRuleKind, { name: string; from: string }> = {
  appeal: { name: 'Appeal', from: 'the remittance' },
  'corrected-claim': { name: 'Corrected claim', from: 'the remittance' },
  'timely-filing': { name: 'Timely filing', from: 'the date of service' },
  records: { name: 'Records', from: 'the remittance' },
  'follow-up': { name: 'Follow-up', from: 'the day it was sent' },
};

/** Where a rule stands on a day; both its ends are included. */
export function ruleState(
  { effectiveFrom, effectiveTo }: Pick<PayerRule, 'effectiveFrom' | 'effectiveTo'>,
  today: string,
): 'planned' | 'in-force' | 'ended' {
  if (today < effectiveFrom) return 'planned';
  return effectiveTo !== null && effectiveTo < today ? 'ended' : 'in-force';
}

/** The days of a rule: `from 1 Jan 2026`, `1 Jan 2025 to 31 Dec 2025`. */
export function spanWords({ effectiveFrom, effectiveTo }: Pick<PayerRule, 'effectiveFrom' | 'effectiveTo'>): string {
  return effectiveTo === null
    ? `from ${plainDateWords(effectiveFrom)}`
    : `${plainDateWords(effectiveFrom)} to ${plainDateWords(effectiveTo)}`;
}

/** How long a rule gives: `90 calendar days`. */
export const daysWords = ({ days, counts }: Pick<PayerRule, 'days' | 'counts'>): string =>
  `${days} ${counts} ${days === 1 ? 'day' : 'days'}`;

/** A rule as a thing one can point at: `Appeal, 90 calendar days, from 1 Jan 2026`. */
export const ruleWords = (rule: PayerRule): string =>
  `${RULE_KIND_WORDS[rule.kind].name}, ${daysWords(rule)}, ${spanWords(rule)}`;

/** What is in force today in one line: `Appeal 90, timely filing 365`; `b` marks business days. */
export function inForceLine(rules: readonly PayerRule[], today: string): string {
  const now = inOrder(rules).filter((rule) => ruleState(rule, today) === 'in-force');
  const words = now.map(
    ({ kind, days, counts }) =>
      `${RULE_KIND_WORDS[kind].name.toLowerCase()} ${days}${counts === 'business' ? ' business' : ''}`,
  );
  const line = words.join(', ');
  return line === '' ? 'no rule in force' : line.charAt(0).toUpperCase() + line.slice(1);
}

const KINDS = Object.keys(RULE_KIND_WORDS);

/** Rules by kind, and within a kind the newest first. */
export const inOrder = (rules: readonly PayerRule[]): PayerRule[] =>
  rules.toSorted(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.effectiveFrom.localeCompare(a.effectiveFrom),
  );

/** Whether a payer answers to what somebody typed: part of its name or the beginning of its payer id. */
export function payerAnswersTo({ name, payerCode }: Pick<Payer, 'name' | 'payerCode'>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return name.toLowerCase().includes(wanted) || (payerCode ?? '').toLowerCase().startsWith(wanted);
}
