import { Injectable } from '@nestjs/common';
import type { Frame, SubscribeReply } from '@caseboard/contracts';
import { AppError, LiveRegistry, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { cutFrames } from './frames.rules.ts';
import { lastOperations } from './log-entry.ts';
import { mustReload, readLogState } from './log-state.ts';
import type { LogState } from './log-state.ts';
import { readEntries } from './missed-reader.ts';
import { Projection } from './projection.ts';

const MOST_ROWS = 1000;

/** What a poller asks: where it is, as in `subscribe`. */
export interface ChangesAsk {
  channel: string;
  since?: number | undefined;
  epoch?: string | undefined;
}

type Accepted = Extract<SubscribeReply, { ok: true }>;

/** The answer of `subscribe` for screens whose websockets are blocked: access, log and bodies in one snapshot. */
@Injectable()
export class ChangesService {
  private readonly uow: UnitOfWork;
  private readonly registry: LiveRegistry;
  private readonly projection: Projection;

  constructor(uow: UnitOfWork, registry: LiveRegistry, projection: Projection) {
    this.uow = uow;
    this.registry = registry;
    this.projection = projection;
  }

  /** Throws `live/unknown-channel`, also for a channel that is not the caller's. */
  changesSince(caller: Caller, ask: ChangesAsk): Promise<Accepted> {
    const audit = { action: 'live.channel.subscribe', kind: 'channel', id: ask.channel };
    return this.uow.read(caller, audit, async (tx) => {
      const audience = this.registry.channel(ask.channel)?.definition.audience;
      if (audience === undefined || !(await this.registry.admits(tx, caller.principal, ask.channel)))
        throw new AppError('live/unknown-channel');
      const state = await readLogState(tx);
      const reply = { ok: true as const, epoch: state.epoch, head: state.head };
      if (ask.since === undefined) return { ...reply, mode: 'live' };
      const frames = mustReload(ask, state)
        ? undefined
        : await this.framesSince(tx, { ...ask, since: ask.since, audience }, state);
      if (!frames) return { ...reply, mode: 'resync' };
      return frames.length === 0 ? { ...reply, mode: 'live' } : { ...reply, mode: 'replay', events: frames };
    });
  }

  private async framesSince(
    tx: Tx,
    ask: { channel: string; since: number; audience: string },
    state: LogState,
  ): Promise<Frame[] | undefined> {
    const entries = await readEntries(tx, ask.channel, ask.since, state.head);
    const rows = entries && lastOperations(entries);
    if (!rows || rows.length > MOST_ROWS) return undefined;
    const through = rows.at(-1)?.seq;
    if (through === undefined) return [];
    const changes = await this.projection.project(tx, { ...ask, through: state.head }, state.head, rows);
    return cutFrames(
      { channel: ask.channel, epoch: state.epoch, prev: ask.since, through, asOf: state.head },
      changes,
      0,
    );
  }
}
