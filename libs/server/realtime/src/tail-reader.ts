import type { Operation } from '@caseboard/contracts';
import type { UnitOfWork } from '@caseboard/server/kernel';
import { changesAccess, PERSONAL_EVENTS } from './access-events.ts';

/** One event with everything it delivers, as the tail reads it. */
export interface TailEvent {
  seq: number;
  name: string;
  version: number;
  actor: string;
  at: string;
  /** People whose rights it changes. */
  users: string[] | null;
  deliveries: [channel: string, kind: string, id: string, op: Operation, reason: string | null][] | null;
}

/** What one read says of one organisation. */
export interface TailRead {
  orgId: string;
  epoch: string;
  head: number;
  /** The server's WAL timeline is not the one this stream was written under. */
  isMoved: boolean;
  events: TailEvent[];
}

/** So many events of one organisation a read; the rest follows in the next. */
export const MOST_EVENTS = 500;

const READ = `
  SELECT s.org_id AS "orgId", s.epoch::text AS epoch, events.head(s.org_id)::float8 AS head,
    CASE WHEN $3 THEN s.timeline <> (SELECT timeline_id FROM pg_control_checkpoint()) ELSE false END AS "isMoved",
    coalesce(news.events, '[]'::json) AS events
  FROM unnest($1::uuid[], $2::bigint[]) AS asked(org_id, position)
  JOIN events.stream s ON s.org_id = asked.org_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object(
      'seq', e.seq, 'name', e.name, 'version', e.version, 'actor', e.actor,
      'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'users', CASE WHEN ${changesAccess('$4')} THEN e.access_users || array_remove(ARRAY[(e.data ->> 'userId')::uuid], NULL) END,
      'deliveries', (
        SELECT json_agg(json_build_array(d.channel, d.kind, d.id, d.op, d.reason))
        FROM events.delivery d WHERE d.org_id = asked.org_id AND d.seq = e.seq
      )) ORDER BY e.seq) AS events
    FROM (
      SELECT * FROM events.event WHERE org_id = asked.org_id AND seq > asked.position ORDER BY seq LIMIT ${MOST_EVENTS}
    ) e
  ) news ON true`;

/**
 * Everything after each position, of all organisations with sockets here, in one statement (live-path 9).
 * With `checksTimeline` it also compares the server's WAL timeline, which reads a file.
 */
export function readTail(
  uow: UnitOfWork,
  asked: { orgId: string; position: number }[],
  checksTimeline: boolean,
): Promise<TailRead[]> {
  const orgIds = asked.map(({ orgId }) => orgId);
  const positions = asked.map(({ position }) => position);
  return uow.across<TailRead>('tail', READ, [orgIds, positions, checksTimeline, PERSONAL_EVENTS]);
}

/** Where an organisation's log stands; undefined: there is no such organisation. */
export async function readStart(uow: UnitOfWork, orgId: string): Promise<{ epoch: string; head: number } | undefined> {
  const [start] = await uow.across<{ epoch: string; head: number }>(
    'tail',
    'SELECT epoch::text AS epoch, events.head(org_id)::float8 AS head FROM events.stream WHERE org_id = $1',
    [orgId],
  );
  return start;
}
