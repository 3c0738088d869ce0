import type { Payer, PayerRule, PayerRuleKind } from '@caseboard/contracts';
import type { FieldErrors } from '@caseboard/web/kernel';

/** What the drawer for a payer edits; an empty payer id is none. */
export interface PayerForm {
  name: string;
  payerCode: string;
}

export const EMPTY_PAYER: PayerForm = { name: '', payerCode: '' };
export const formOfPayer = ({ name, payerCode }: Payer): PayerForm => ({ name, payerCode: payerCode ?? '' });
export const checkPayer = ({ name }: PayerForm): FieldErrors =>
  name.trim() === '' ? { name: 'Write the name of the payer.' } : {};

/** A payer's form or patch as the server takes it. */
export const payerBodyOf = ({ name, payerCode }: Partial<PayerForm>) => ({
  ...(name === undefined ? {} : { name: name.trim() }),
  ...(payerCode === undefined ? {} : { payerCode: payerCode.trim() === '' ? null : payerCode.trim() }),
});

/** What the drawer for a rule edits; an empty number or date is none. */
export interface RuleForm {
  kind: PayerRuleKind;
  days: string;
  counts: 'calendar' | 'business';
  effectiveFrom: string;
  effectiveTo: string;
  source: string;
}

/** A new rule begins today unless another day is chosen. */
export const emptyRule = (today: string): RuleForm => ({
  kind: 'appeal',
  days: '',
  counts: 'calendar',
  effectiveFrom: today,
  effectiveTo: '',
  source: '',
});

export const formOfRule = ({ kind, days, counts, effectiveFrom, effectiveTo, source }: PayerRule): RuleForm => ({
  kind,
  days: String(days),
  counts,
  effectiveFrom,
  effectiveTo: effectiveTo ?? '',
  source,
});

const MOST_DAYS = 3650;

/** What is wrong with a rule before it is sent; the server checks again, and overlaps besides. */
export function checkRule({ days, effectiveFrom, effectiveTo, source }: RuleForm): FieldErrors {
  const count = Number(days);
  const isCount = days.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= MOST_DAYS;
  return {
    ...(isCount ? {} : { days: 'Write whole days, 1 to 3,650.' }),
    ...(effectiveFrom === '' ? { effectiveFrom: 'Choose the first day.' } : {}),
    ...(effectiveTo !== '' && effectiveTo < effectiveFrom
      ? { effectiveTo: 'The last day comes before the first.' }
      : {}),
    ...(source.trim() === '' ? { source: 'Name the contract or manual it comes from.' } : {}),
  };
}

/** A rule's form or patch as the server takes it. */
export function ruleBodyOf<Part extends Partial<RuleForm>>({ days, effectiveTo, source, ...rest }: Part) {
  return {
    ...rest,
    ...(days === undefined ? {} : { days: Number(days) }),
    ...(effectiveTo === undefined ? {} : { effectiveTo: effectiveTo === '' ? null : effectiveTo }),
    ...(source === undefined ? {} : { source: source.trim() }),
  };
}

/** The day before a plain date: where an earlier rule ends so that a later one fits. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
