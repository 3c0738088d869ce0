import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { channels, ItemRescored } from '@caseboard/contracts';
import { effectOf, LiveRegistry } from '@caseboard/server/kernel';
import type { ChannelDefinition, RowDefinition, RowEffect, Tx } from '@caseboard/server/kernel';
import { runSql } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';

/** A row as small as rows get: it stands on the channel of its queue, and some are restricted. */
export interface Toy {
  id: string;
  queue: string;
  text: string;
  isRestricted: boolean;
}

/** How long the next projections take, in milliseconds; tells who overtakes whom. */
export const slowProjections: number[] = [];

const toyRow: RowDefinition<Toy> = {
  kind: 'toy',
  channelsOf: (toy) => [channels.queue(toy.queue)],
  isRestricted: (toy) => toy.isRestricted,
  project: async (tx, ids) => {
    await sleep(slowProjections.shift() ?? 0);
    return new Map((await findToys(tx, ids)).map((row) => [row.id, row]));
  },
};

/** Leads see every queue, everybody else those named after one of their teams. */
const toyQueue: ChannelDefinition = {
  prefix: 'queue',
  audience: 'work',
  permission: 'live.channel.subscribe',
  admits: async (_tx, principal, key) => principal.roles.includes('lead') || principal.teamIds.includes(key),
};

const TOYS = 'SELECT id, queue, text, is_restricted AS "isRestricted" FROM toy.row WHERE org_id = $1';

/** Registers the toy where modules register their rows. */
@Module({})
export class ToyModule {
  constructor(registry: LiveRegistry) {
    registry.registerRow(toyRow);
    registry.registerChannel(toyQueue);
  }
}

/** Makes the toy's table in a test database. */
export async function layOutToys(database: TestDatabase): Promise<void> {
  const runtime = decodeURIComponent(new URL(database.url).username);
  await runSql(
    database.ownerUrl,
    'CREATE SCHEMA toy',
    `CREATE TABLE toy.row (org_id uuid, id uuid, queue text NOT NULL, text text NOT NULL, is_restricted boolean NOT NULL DEFAULT false, PRIMARY KEY (org_id, id))`,
    "CALL kernel.protect('toy.row')",
    `GRANT USAGE ON SCHEMA toy TO "${runtime}"`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON toy.row TO "${runtime}"`,
  );
}

/** Toys by id. */
export const findToys = (tx: Tx, ids: string[]) => tx.query<Toy>(`${TOYS} AND id = ANY($2)`, [tx.orgId, ids]);

/** All toys of a queue, as a fresh load shows them. */
export const listToys = (tx: Tx, queue: string) =>
  tx.query<Toy>(`${TOYS} AND queue = $2 ORDER BY id`, [tx.orgId, queue]);

/** Makes or changes a toy and appends its event, inside a transaction. */
export async function putToy(tx: Tx, change: Partial<Toy> & { queue: string }): Promise<string> {
  const id = change.id ?? uuidv7();
  const [before] = await tx.query<Toy>(`${TOYS} AND id = $2`, [tx.orgId, id]);
  const after: Toy = { text: '', isRestricted: false, ...before, ...change, id };
  await tx.execute(
    `INSERT INTO toy.row (org_id, id, queue, text, is_restricted) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, id) DO UPDATE SET queue = excluded.queue, text = excluded.text, is_restricted = excluded.is_restricted`,
    [tx.orgId, id, after.queue, after.text, after.isRestricted],
  );
  tell(tx, id, effectOf(toyRow, before, after));
  return id;
}

/** Removes a toy and appends its event. */
export async function dropToy(tx: Tx, id: string): Promise<void> {
  const [before] = await tx.query<Toy>(`${TOYS} AND id = $2`, [tx.orgId, id]);
  await tx.execute('DELETE FROM toy.row WHERE org_id = $1 AND id = $2', [tx.orgId, id]);
  if (before) tell(tx, id, effectOf(toyRow, before, undefined));
}

function tell(tx: Tx, id: string, effect: RowEffect): void {
  tx.append(ItemRescored, { id, data: { itemId: id, queueId: id }, rows: [effect] });
}
