import { parsePlainDate } from './dates.ts';
import type { Delimiters } from './delimiters.ts';
import { kindOf, type X12Kind } from './kinds.ts';
import type { X12Segment } from './segment.ts';

/** ISA. Ids are trimmed. */
export type InterchangeHeader = {
  /** Position in the file, from 1. */
  readonly ordinal: number;
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  readonly version: string;
  readonly controlNumber: string;
  /** ISA15: `P` production, `T` test. */
  readonly usage: string;
  readonly delimiters: Delimiters;
  readonly segment: number;
};

/** GS. */
export type GroupHeader = {
  readonly functionalId: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  /** GS04, `YYYY-MM-DD`. */
  readonly createdOn: string | undefined;
  readonly controlNumber: string;
  readonly version: string;
};

/** ST, with the guide of its group where ST03 names none. */
export type TransactionHeader = {
  /** Position in the file, from 1. */
  readonly ordinal: number;
  readonly id: string;
  readonly controlNumber: string;
  /** GS06 of its group, empty outside of one. */
  readonly groupControlNumber: string;
  /** GS02 and GS03 of its group, empty outside of one. */
  readonly senderCode: string;
  readonly receiverCode: string;
  /** GS04 of its group, `YYYY-MM-DD`. */
  readonly groupCreatedOn: string | undefined;
  readonly guide: string;
  readonly kind: X12Kind;
  readonly segment: number;
  readonly line: number;
};

/** Reads ISA. */
export function interchangeHeader(isa: X12Segment, ordinal: number): InterchangeHeader {
  const text = (position: number): string => isa.at(position).trim();
  return {
    ordinal,
    senderQualifier: text(5),
    senderId: text(6),
    receiverQualifier: text(7),
    receiverId: text(8),
    version: text(12),
    controlNumber: text(13),
    usage: text(15),
    delimiters: isa.delimiters,
    segment: isa.index,
  };
}

/** Reads GS. */
export function groupHeader(gs: X12Segment): GroupHeader {
  const text = (position: number): string => gs.at(position).trim();
  return {
    functionalId: text(1),
    senderCode: text(2),
    receiverCode: text(3),
    createdOn: parsePlainDate(text(4)),
    controlNumber: text(6),
    version: text(8),
  };
}

/** Reads ST. ST03 goes before GS08 where they differ: it belongs to the set. */
export function transactionHeader(st: X12Segment, ordinal: number, group: GroupHeader | undefined): TransactionHeader {
  const id = st.at(1).trim();
  const guide = st.at(3).trim() || (group?.version ?? '');
  const controlNumber = st.at(2).trim();
  const groupControlNumber = group?.controlNumber ?? '';
  const codes = { senderCode: group?.senderCode ?? '', receiverCode: group?.receiverCode ?? '' };
  const from = { groupControlNumber, ...codes, groupCreatedOn: group?.createdOn };
  const place = { segment: st.index, line: st.line };
  return { ordinal, id, controlNumber, ...from, guide, kind: kindOf(id, guide), ...place };
}
