import { Injectable } from '@nestjs/common';
import { PayerSaved } from '@caseboard/contracts';
import type { PayerRule, PayerRuleKind } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { adoptions, matchPayer, newcomers, tidyPayer } from './payer-match.rules.ts';
import type { PayerName } from './payer-match.rules.ts';
import { ruleOn } from './payer-rule.rules.ts';
import { rulesOfPayers } from './payer-rules.repository.ts';
import { payerShown } from './payer.row.ts';
import { adoptCodes, insertPayers, payersLike } from './payers.repository.ts';
import type { PayerRow } from './payers.repository.ts';

/** A payer other modules hold by id. */
export type KnownPayer = Pick<PayerRow, 'id' | 'name' | 'payerCode'>;

/** What other modules ask of payers. Everything happens in the caller's transaction. */
@Injectable()
export class Payers {
  /** The payer a file names, made when nobody by that code or name is on record. */
  async findOrAdd(tx: Tx, asked: PayerName): Promise<KnownPayer> {
    const [payer] = await this.findOrAddMany(tx, [asked]);
    if (!payer) throw new Error('The payer was not written.');
    return payer;
  }

  /** The payers a file names, in the order asked, with a fixed number of statements. Same name, same payer. */
  async findOrAddMany(tx: Tx, asked: readonly PayerName[]): Promise<KnownPayer[]> {
    const wanted = asked.map(tidyPayer);
    if (wanted.length === 0) return [];
    const known = await this.adopt(tx, wanted, await payersLike(tx, wanted));
    const isMissing = wanted.some((one) => !matchPayer(one, known));
    return answers(wanted, isMissing ? await this.add(tx, wanted, known) : known);
  }

  /** The rule of a kind in force on a day (`YYYY-MM-DD`); undefined: the payer has none then. */
  async ruleFor(tx: Tx, payerId: string, kind: PayerRuleKind, onDate: string): Promise<PayerRule | undefined> {
    return ruleOn(await rulesOfPayers(tx, [payerId]), kind, onDate);
  }

  /** All rules of payers, by payer id, for work on many cases; pick with `ruleOn`. */
  async rulesOf(tx: Tx, payerIds: readonly string[]): Promise<Map<string, PayerRule[]>> {
    return Map.groupBy(await rulesOfPayers(tx, payerIds), (rule) => rule.payerId);
  }

  /** A payer that was typed in by name gets the code of the first file that names it. */
  private async adopt(tx: Tx, wanted: readonly PayerName[], known: readonly PayerRow[]): Promise<readonly PayerRow[]> {
    const codes = adoptions(wanted, known);
    if (codes.length === 0) return known;
    for (const id of await adoptCodes(tx, codes)) saved(tx, id);
    return payersLike(tx, wanted);
  }

  /** Somebody else may add the same payers at the same moment: whoever comes first, both find them. */
  private async add(tx: Tx, wanted: readonly PayerName[], known: readonly PayerRow[]): Promise<readonly PayerRow[]> {
    for (const payer of await insertPayers(tx, newcomers(wanted, known))) saved(tx, payer.id);
    return payersLike(tx, wanted);
  }
}

function answers(wanted: readonly PayerName[], known: readonly PayerRow[]): KnownPayer[] {
  return wanted.map((one) => {
    const payer = matchPayer(one, known);
    if (!payer) throw new Error('A payer that was just written cannot be found.');
    return { id: payer.id, name: payer.name, payerCode: payer.payerCode };
  });
}

function saved(tx: Tx, payerId: string): void {
  tx.append(PayerSaved, { id: payerId, data: { payerId }, rows: [payerShown(payerId)] });
}
