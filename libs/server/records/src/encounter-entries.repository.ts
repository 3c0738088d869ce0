import type { ChartEntry } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

/** Conditions or procedures of an encounter, oldest first; at most 500. */
export async function entriesOf(tx: Tx, encounterId: string, kind: 'condition' | 'procedure'): Promise<ChartEntry[]> {
  return tx.query<ChartEntry>(
    `SELECT c.id, c.system, c.code, c.words, c.on_date::text AS "on" FROM records.chart_entry c
     WHERE c.org_id = $1 AND c.encounter_id = $2 AND c.kind = $3 ORDER BY c.on_date NULLS LAST, c.id LIMIT 500`,
    [tx.orgId, encounterId, kind],
  );
}
