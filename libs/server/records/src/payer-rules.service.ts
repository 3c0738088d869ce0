import { Injectable } from '@nestjs/common';
import { PayerRuleSaved } from '@caseboard/contracts';
import type { PayerRule, payerRulePatch, payerRuleWrite } from '@caseboard/contracts';
import { AppError, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type * as z from 'zod/mini';
import { endsBeforeItStarts, overlaps } from './payer-rule.rules.ts';
import { deleteRule, findRule, insertRule, lockRulesOf, rulesOfPayers, updateRule } from './payer-rules.repository.ts';
import { payerShown } from './payer.row.ts';

type RuleWrite = z.output<typeof payerRuleWrite>;
type RulePatch = z.output<typeof payerRulePatch>;

/** Administration of dated payer rules. The payer's lock keeps two changes from overlapping unseen. */
@Injectable()
export class PayerRules {
  constructor(private readonly uow: UnitOfWork) {}

  /** Makes a rule; throws `request/not-found` or `records/rule-overlap` with the rule in the way. */
  async add(caller: Caller, payerId: string, body: RuleWrite): Promise<PayerRule> {
    return this.uow.command(caller, { action: 'records.payer.manage', kind: 'payer', id: payerId }, async (tx) => {
      if (!(await lockRulesOf(tx, payerId))) throw notFound();
      const rule: PayerRule = { ...body, id: uuidv7(), payerId, effectiveTo: body.effectiveTo ?? null, version: 1 };
      await requireFree(tx, rule);
      await insertRule(tx, rule);
      return saved(tx, rule);
    });
  }

  /** Changes a rule; throws `request/stale` with the rule as it is, or `records/rule-overlap`. */
  async change(caller: Caller, id: string, patch: RulePatch): Promise<PayerRule> {
    return this.uow.command(caller, { action: 'records.payer.manage', kind: 'payer-rule', id }, async (tx) => {
      const before = await this.hold(tx, id, caller.ifMatch);
      const rule: PayerRule = { ...before, ...given(patch), version: before.version + 1 };
      await requireFree(tx, rule);
      await updateRule(tx, rule);
      return saved(tx, rule);
    });
  }

  /** Removes a rule; throws `request/stale` with the rule as it is. */
  async remove(caller: Caller, id: string): Promise<null> {
    return this.uow.command(caller, { action: 'records.payer.manage', kind: 'payer-rule', id }, async (tx) => {
      const rule = await this.hold(tx, id, caller.ifMatch);
      await deleteRule(tx, id, rule.version);
      saved(tx, rule);
      return null;
    });
  }

  private async hold(tx: Tx, id: string, version: number | undefined): Promise<PayerRule> {
    const seen = await findRule(tx, id);
    if (!seen || !(await lockRulesOf(tx, seen.payerId))) throw notFound();
    const rule = await findRule(tx, id);
    if (!rule) throw notFound();
    if (rule.version !== version) throw new AppError('request/stale', { current: rule });
    return rule;
  }
}

async function requireFree(tx: Tx, rule: PayerRule): Promise<void> {
  if (endsBeforeItStarts(rule)) {
    throw new AppError('request/invalid', {
      errors: [{ pointer: '/effectiveTo', message: 'The last day comes before the first.' }],
    });
  }
  const others = await rulesOfPayers(tx, [rule.payerId]);
  const inTheWay = others.find((other) => other.id !== rule.id && other.kind === rule.kind && overlaps(other, rule));
  if (inTheWay) throw new AppError('records/rule-overlap', { current: inTheWay });
}

/** Only the fields a patch names: absent is not null. */
const given = (patch: RulePatch): Partial<PayerRule> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

function saved(tx: Tx, rule: PayerRule): PayerRule {
  const { payerId, id: ruleId, kind } = rule;
  tx.append(PayerRuleSaved, { id: payerId, data: { payerId, ruleId, kind }, rows: [payerShown(payerId)] });
  return rule;
}
