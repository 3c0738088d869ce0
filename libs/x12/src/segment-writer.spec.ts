import fc from 'fast-check';
import { trimSegment, writeInterchange, writeSegment, X12Reader, type Delimiters, type SegmentInput } from './index.ts';

const MARKS = [...'*^:~|>!\x1c\x1d\x1e'];

const delimiters: fc.Arbitrary<Delimiters> = fc
  .shuffledSubarray(MARKS, { minLength: 4, maxLength: 4 })
  .map(([element = '', repetition = '', component = '', segment = '']) => ({
    element,
    repetition,
    component,
    segment,
  }));

/** Text that any delimiters leave alone, up to three bytes a character. */
const text = fc.string({ unit: fc.constantFrom(...'AZ09 .-&ÄŁ€'), maxLength: 6 });
const composite = fc.array(text, { minLength: 2, maxLength: 4 });
const repetitions = fc.array(composite, { minLength: 2, maxLength: 3 });
const segment: fc.Arbitrary<SegmentInput> = fc
  .tuple(fc.constantFrom('NM1', 'N3', 'SVC', 'HI'), fc.array(fc.oneof(text, composite, repetitions), { maxLength: 6 }))
  .map(([id, elements]) => [id, ...elements]);

describe('writing and reading back', () => {
  it('keeps every segment whatever the delimiters and elements are', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), delimiters, (segments, cutBy) => {
        const file = writeInterchange({
          senderId: 'A',
          receiverId: 'B',
          controlNumber: 1,
          at: new Date(0),
          delimiters: cutBy,
          groups: [aGroup(segments)],
        });
        const reader = new X12Reader();
        const read = [...reader.push(file), ...reader.end()];
        expect(read.slice(3, -3).map((found) => found.toInput())).toEqual(segments.map(trimSegment));
        expect(reader.faults.list).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('writes what it read, character for character', () => {
    fc.assert(
      fc.property(segment, delimiters, (written, cutBy) => {
        const line = writeSegment(written, cutBy);
        const reader = new X12Reader();
        const isa = writeInterchange({ ...anEnvelope, delimiters: cutBy });
        const [, read] = reader.push(isa.slice(0, 106) + line);
        expect(read && writeSegment(read.toInput(), cutBy)).toBe(line);
      }),
    );
  });
});

const anEnvelope = { senderId: 'A', receiverId: 'B', controlNumber: 1, at: new Date(0), groups: [] };

const aGroup = (segments: SegmentInput[]) => ({
  functionalId: 'HP',
  version: '005010X221A1',
  senderCode: 'A',
  receiverCode: 'B',
  transactions: [{ id: '835', segments }],
});
