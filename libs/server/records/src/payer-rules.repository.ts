import type { PayerRule } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

const COLUMNS = `r.id, r.payer_id AS "payerId", r.kind, r.days, r.counts, r.effective_from::text AS "effectiveFrom",
  r.effective_to::text AS "effectiveTo", r.source, r.version`;

/** Rules of payers, by kind and then by when they begin. */
export async function rulesOfPayers(tx: Tx, payerIds: readonly string[]): Promise<PayerRule[]> {
  if (payerIds.length === 0) return [];
  return tx.query<PayerRule>(
    `SELECT ${COLUMNS} FROM records.payer_rule r
     WHERE r.org_id = $1 AND r.payer_id = ANY($2::uuid[]) ORDER BY r.payer_id, r.kind, r.effective_from, r.id`,
    [tx.orgId, payerIds],
  );
}

/** One rule; undefined when there is none. */
export async function findRule(tx: Tx, id: string): Promise<PayerRule | undefined> {
  const [rule] = await tx.query<PayerRule>(
    `SELECT ${COLUMNS} FROM records.payer_rule r WHERE r.org_id = $1 AND r.id = $2`,
    [tx.orgId, id],
  );
  return rule;
}

/** Holds the rules of a payer still until the transaction ends; false when there is no such payer. */
export async function lockRulesOf(tx: Tx, payerId: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM records.payer WHERE org_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    tx.orgId,
    payerId,
  ]);
  return rows.length === 1;
}

/** Inserts a rule as given. */
export async function insertRule(tx: Tx, rule: PayerRule): Promise<void> {
  await tx.execute(
    `INSERT INTO records.payer_rule (org_id, id, payer_id, kind, days, counts, effective_from, effective_to, source, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9, $10)`,
    [
      tx.orgId,
      rule.id,
      rule.payerId,
      rule.kind,
      rule.days,
      rule.counts,
      rule.effectiveFrom,
      rule.effectiveTo,
      rule.source,
      rule.version,
    ],
  );
}

/** Writes a rule over the one with the version before; false when it has another by now. */
export async function updateRule(tx: Tx, rule: PayerRule): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE records.payer_rule SET kind = $4, days = $5, counts = $6, effective_from = $7::date, effective_to = $8::date, source = $9,
       version = $3 WHERE org_id = $1 AND id = $2 AND version = $3 - 1`,
    [
      tx.orgId,
      rule.id,
      rule.version,
      rule.kind,
      rule.days,
      rule.counts,
      rule.effectiveFrom,
      rule.effectiveTo,
      rule.source,
    ],
  );
  return changed === 1;
}

/** Removes a rule at a version; false when it has another by now. */
export async function deleteRule(tx: Tx, id: string, version: number): Promise<boolean> {
  return (
    (await tx.execute('DELETE FROM records.payer_rule WHERE org_id = $1 AND id = $2 AND version = $3', [
      tx.orgId,
      id,
      version,
    ])) === 1
  );
}
