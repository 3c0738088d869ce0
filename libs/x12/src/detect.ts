import type { Delimiters } from './delimiters.ts';
import { transactionHeader, groupHeader, type GroupHeader } from './envelope-headers.ts';
import type { X12Fault } from './faults.ts';
import { claimKindOf, type X12Kind } from './kinds.ts';
import { X12Reader } from './segment-reader.ts';
import type { X12Segment } from './segment.ts';

/** What the beginning of a file says it is. */
export type X12Detection = {
  /** The kind of its first set; `unknown` when there is none in sight. */
  readonly kind: X12Kind;
  /** ST01 of that set, empty when there is none. */
  readonly transactionId: string;
  /** ST03, else GS08. */
  readonly guide: string;
  readonly delimiters: Delimiters;
};

const HEAD_BYTES = 65_536;

/**
 * Looks at the first 64 KB of a file at most and says what it is. A file that is no X12 gives the fault instead
 * (`x12/empty-file`, `x12/not-x12`, `x12/bad-isa`, `x12/truncated`). For an 837 the lines decide between
 * professional, institutional and dental, since senders get the guide wrong.
 */
export function detectX12(head: Uint8Array): X12Detection | X12Fault {
  const reader = new X12Reader();
  const segments = reader.push(head.subarray(0, HEAD_BYTES));
  if (segments.length === 0) segments.push(...reader.end());
  const isa = segments[0];
  const fault = reader.faults.list.find(({ severity }) => severity === 'error');
  if (isa === undefined) return fault ?? { code: 'x12/not-x12', message: 'no segment found', severity: 'error' };
  return detection(segments, isa.delimiters);
}

function detection(segments: readonly X12Segment[], delimiters: Delimiters): X12Detection {
  let group: GroupHeader | undefined;
  for (const segment of segments) {
    if (segment.id === 'GS') group = groupHeader(segment);
    if (segment.id === 'TA1' && group === undefined) return { kind: 'ta1', transactionId: '', guide: '', delimiters };
    if (segment.id !== 'ST') continue;
    const { id, guide, kind } = transactionHeader(segment, 1, group);
    return { kind: id === '837' ? (kindByLines(segments) ?? kind) : kind, transactionId: id, guide, delimiters };
  }
  return { kind: 'unknown', transactionId: '', guide: group?.version ?? '', delimiters };
}

function kindByLines(segments: readonly X12Segment[]): X12Kind | undefined {
  const line = segments.find((segment) => claimKindOf(segment.id) !== undefined);
  return line && claimKindOf(line.id);
}
