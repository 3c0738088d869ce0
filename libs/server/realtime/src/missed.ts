import { Injectable } from '@nestjs/common';
import type { Frame } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import { cutFrames } from './frames.rules.ts';
import { lensOf } from './live-channel.ts';
import type { LiveChannel } from './live-channel.ts';
import { lastOperations } from './log-entry.ts';
import type { LogEntry } from './log-entry.ts';
import { readEntries } from './missed-reader.ts';
import type { OrgStream } from './org-stream.ts';
import { Projection } from './projection.ts';

const MOST_ROWS = 1000;
/** A connection is cut above 1 MB of backlog; a replay stays well below. */
const MOST_BYTES = 700 * 1024;
const SHARED_MS = 250;

/** What a channel had in (since, through]; frames undefined: too much or too old, load afresh. */
export interface Replay {
  through: number;
  frames: Frame[] | undefined;
}

/** Finds what a returning connection missed: from the ring, else from the log. Equal asks share one reading. */
@Injectable()
export class Missed {
  private readonly uow: UnitOfWork;
  private readonly projection: Projection;
  private readonly shared = new Map<string, Promise<Replay>>();

  constructor(uow: UnitOfWork, projection: Projection) {
    this.uow = uow;
    this.projection = projection;
  }

  /** Everything in (since, through], through being at most the channel's head; newest operations, today's bodies. */
  async read(stream: OrgStream, channel: LiveChannel, since: number, through = channel.head): Promise<Replay> {
    const key = `${stream.orgId} ${stream.epoch} ${channel.name} ${since} ${through}`;
    const held = this.shared.get(key);
    if (held) return held;
    const reading = this.readNow(stream, channel, since, through);
    this.shared.set(key, reading);
    const forget = () => void this.shared.delete(key);
    reading.then(() => setTimeout(forget, SHARED_MS).unref(), forget);
    return reading;
  }

  private async readNow(stream: OrgStream, channel: LiveChannel, since: number, through: number): Promise<Replay> {
    const held =
      channel.ring.between(since, through) ?? (await this.readLog(stream.orgId, channel.name, since, through));
    const rows = held && lastOperations(held);
    if (!rows || rows.length > MOST_ROWS) return { through, frames: undefined };
    const { asOf, changes } = await this.projection.read(stream, lensOf(channel, through), rows);
    if (changes.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return { through, frames: undefined };
    const span = { channel: channel.name, epoch: stream.epoch, prev: since, through, asOf };
    return { through, frames: cutFrames(span, changes, 0) };
  }

  private readLog(orgId: string, channel: string, since: number, through: number): Promise<LogEntry[] | undefined> {
    return this.uow.peek(orgId, (tx) => readEntries(tx, channel, since, through));
  }
}
