import { trimSegment, writableText, writeInterchange, writeSegment, USUAL_DELIMITERS } from './index.ts';
import type { InterchangeInput, SegmentInput } from './index.ts';

const anInterchange = (segments: SegmentInput[], rest: Partial<InterchangeInput> = {}): InterchangeInput => ({
  senderId: 'PAYER',
  receiverId: 'LAKESIDE',
  controlNumber: 7,
  at: new Date('2026-11-24T15:04:00Z'),
  groups: [
    {
      functionalId: 'HP',
      version: '005010X221A1',
      senderCode: 'PAYER',
      receiverCode: 'LAKESIDE',
      transactions: [{ id: '835', implementation: null, segments }],
    },
  ],
  ...rest,
});

describe('writing an interchange', () => {
  it('fills in counts and control numbers and keeps ISA at 106 characters', () => {
    const text = writeInterchange(anInterchange([['BPR', 'I', '12.50', 'C', 'CHK']], { lineEnd: '\n' }));
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toHaveLength(106);
    expect(lines.slice(1)).toEqual([
      'GS*HP*PAYER*LAKESIDE*20261124*1504*1*X*005010X221A1~',
      'ST*835*0001~',
      'BPR*I*12.50*C*CHK~',
      'SE*3*0001~',
      'GE*1*1~',
      'IEA*1*000000007~',
    ]);
  });

  it('writes composites and repetitions and leaves out what is empty at the end', () => {
    expect(writeSegment(trimSegment(['SVC', ['HC', '99213', ''], '10', '']), USUAL_DELIMITERS)).toBe(
      'SVC*HC:99213*10~',
    );
    expect(writeSegment(['DMG', '', [['A', 'B'], ['C']]], USUAL_DELIMITERS)).toBe('DMG**A:B^C~');
  });

  it('refuses text that would be read back as something else, and names only its place', () => {
    expect(() => writeSegment(['NM1', 'QC', '1', 'DO*E'], USUAL_DELIMITERS)).toThrow('NM103 holds a delimiter');
    expect(() => writeSegment(['NM1', 'A^B'], USUAL_DELIMITERS)).toThrow('NM101 holds a delimiter');
    expect(writableText('DO*E\n^', USUAL_DELIMITERS)).toBe('DO E  ');
  });

  it('refuses ids and control numbers that do not fit ISA', () => {
    expect(() => writeInterchange(anInterchange([], { senderId: 'X'.repeat(16) }))).toThrow('longer than 15');
    expect(() => writeInterchange(anInterchange([], { controlNumber: 1e9 }))).toThrow('does not fit 9');
    expect(() => writeInterchange(anInterchange([], { delimiters: { ...USUAL_DELIMITERS, component: '*' } }))).toThrow(
      'distinct',
    );
  });
});
