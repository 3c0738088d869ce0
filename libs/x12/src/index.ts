export { USUAL_DELIMITERS, type Delimiters } from './delimiters.ts';
export {
  writeInterchange,
  writeInterchangeParts,
  X12Writer,
  type GroupInput,
  type InterchangeInput,
  type TransactionInput,
} from './interchange-writer.ts';
export { trimSegment, writableText, writeSegment, type ElementInput, type SegmentInput } from './segment-writer.ts';
