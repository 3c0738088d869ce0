import { payer, payerRule } from '@caseboard/contracts';
import type { Payer, PayerRule } from '@caseboard/contracts';
import { ApiError, api } from '@caseboard/web/kernel';
import * as z from 'zod/mini';
import { formOfPayer, formOfRule, payerBodyOf, ruleBodyOf } from './payer-forms.rules.ts';
import type { PayerForm, RuleForm } from './payer-forms.rules.ts';

/** Makes a payer, or changes one at the version seen; throws ApiError. */
export function savePayer(
  existing: Payer | undefined,
  patch: Partial<PayerForm>,
  version: number,
  mine: PayerForm,
): Promise<Payer> {
  if (!existing) return api.post('/payers', payer, { body: payerBodyOf(mine) });
  return api.patch(`/payers/${existing.id}`, payer, { body: payerBodyOf(patch), version });
}

/** Makes a rule of a payer, or changes one at the version seen; throws ApiError. */
export function saveRule(
  payerId: string,
  existing: PayerRule | undefined,
  patch: Partial<RuleForm>,
  version: number,
  mine: RuleForm,
): Promise<PayerRule> {
  if (!existing) return api.post(`/payers/${payerId}/rules`, payerRule, { body: ruleBodyOf(mine) });
  return api.patch(`/payer-rules/${existing.id}`, payerRule, { body: ruleBodyOf(patch), version });
}

/** Removes a rule as it was seen; throws ApiError. */
export const removeRule = ({ id, version }: PayerRule) => api.delete(`/payer-rules/${id}`, undefined, { version });

/** Lets a rule end on a day, which makes room for a later one; throws ApiError. */
export const endRule = ({ id, version }: PayerRule, effectiveTo: string) =>
  api.patch(`/payer-rules/${id}`, payerRule, { body: { effectiveTo }, version });

/** The payer inside a 412. */
export function stalePayer(current: unknown) {
  const row = z.safeParse(payer, current).data;
  return row && { form: formOfPayer(row), version: row.version };
}

/** The rule inside a 412. */
export function staleRule(current: unknown) {
  const row = z.safeParse(payerRule, current).data;
  return row && { form: formOfRule(row), version: row.version };
}

/** The rule that is in the way of another, inside a refusal. */
export function ruleInTheWay(error: unknown): PayerRule | undefined {
  if (!(error instanceof ApiError) || error.code !== 'records/rule-overlap') return undefined;
  return z.safeParse(payerRule, error.problem?.current).data;
}
