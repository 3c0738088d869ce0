import type { Tx } from '@caseboard/server/kernel';

/** The organisation's own calendar at the moment of a report. */
export interface LocalDay {
  /** IANA name. */
  timeZone: string;
  /** Its calendar day now, `YYYY-MM-DD`. */
  on: string;
}

/** Today where the organisation is; `on` gives another day. */
export async function localDay(tx: Tx, on?: string): Promise<LocalDay> {
  const [row] = await tx.query<{ timeZone: string; on: string }>(
    `SELECT o.time_zone AS "timeZone", (($2::timestamptz AT TIME ZONE o.time_zone)::date)::text AS on
     FROM identity.organisation o WHERE o.org_id = $1`,
    [tx.orgId, tx.now],
  );
  if (!row) throw new Error('The organisation is not there.');
  return { timeZone: row.timeZone, on: on ?? row.on };
}
