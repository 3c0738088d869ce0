import type { Change, Frame } from '@caseboard/contracts';

/** Limits of one frame (live-path 12). */
export const MOST_CHANGES = 200;
export const MOST_BYTES = 256 * 1024;

/** A change and about how many bytes it takes on the wire. */
export interface SizedChange {
  change: Change;
  bytes: number;
}

/** What every frame of one delivery shares; it covers (prev, through]. */
export interface Span {
  channel: string;
  epoch: string;
  prev: number;
  through: number;
  asOf: number;
}

/**
 * Cuts changes in sequence order into frames that form a chain from `prev` to `through`. Changes of one
 * sequence stay together, since a client that saw the sequence takes no second frame of it; those that
 * exceed a frame on their own become a `resync`.
 */
export function cutFrames(span: Span, changes: readonly SizedChange[], withinMs: number): Frame[] {
  const frames: Frame[] = [];
  let { prev } = span;
  for (const part of packed(bySequence(changes))) {
    const seq = part.at(-1)?.change.seq ?? span.through;
    const fits = part.length <= MOST_CHANGES && bytesOf(part) <= MOST_BYTES;
    frames.push(fits ? frameOf(span, prev, seq, part) : resyncFrame({ ...span, prev, through: seq }, withinMs));
    prev = seq;
  }
  const last = frames.at(-1);
  if (last) last.seq = span.through;
  else frames.push(frameOf(span, prev, span.through, []));
  return frames;
}

/** Tells clients to load the channel's lists afresh after random(0, withinMs). */
export function resyncFrame(span: Span, withinMs: number): Frame {
  return { ...frameOf(span, span.prev, span.through, []), resync: true, withinMs };
}

function frameOf(span: Span, prev: number, seq: number, part: readonly SizedChange[]): Frame {
  return {
    channel: span.channel,
    epoch: span.epoch,
    seq,
    prev,
    asOf: span.asOf,
    changes: part.map(({ change }) => change),
  };
}

function bySequence(changes: readonly SizedChange[]): SizedChange[][] {
  const groups: SizedChange[][] = [];
  for (const sized of changes) {
    const group = groups.at(-1);
    if (group?.[0]?.change.seq === sized.change.seq) group.push(sized);
    else groups.push([sized]);
  }
  return groups;
}

function packed(groups: readonly SizedChange[][]): SizedChange[][] {
  const parts: SizedChange[][] = [];
  for (const group of groups) {
    const open = parts.at(-1);
    const isRoomy = open && open.length + group.length <= MOST_CHANGES && bytesOf(open) + bytesOf(group) <= MOST_BYTES;
    if (isRoomy) open.push(...group);
    else parts.push([...group]);
  }
  return parts;
}

const bytesOf = (part: readonly SizedChange[]) => part.reduce((sum, { bytes }) => sum + bytes, 0);
