import type { Tx } from '@caseboard/server/kernel';
import { asItem, ITEM_COLUMNS } from './work-item.columns.ts';
import type { ItemRecord } from './work-item.columns.ts';
import type { WorkItemRow } from './work-item.types.ts';

/** Items of a facility by id, from after an id on; done ones too, since their cases are still on screens. */
export async function itemsOfFacility(
  tx: Tx,
  facilityId: string,
  afterId: string,
  limit: number,
): Promise<WorkItemRow[]> {
  const records = await tx.query<ItemRecord>(
    `SELECT ${ITEM_COLUMNS} FROM worklist.work_item w
     WHERE w.org_id = $1 AND w.facility_id = $2 AND w.id > $3 ORDER BY w.id LIMIT $4`,
    [tx.orgId, facilityId, afterId, limit],
  );
  return records.map(asItem);
}
