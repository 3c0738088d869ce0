import fc from 'fast-check';
import { FaultLog, readSegmentBatches, X12Reader, type X12Fault, type X12Segment } from './index.ts';
import { aClaim, aHeader, aRemittanceFile } from './remittance-file.factory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function readAll(chunks: Iterable<Uint8Array | string>): { segments: X12Segment[]; faults: X12Fault[] } {
  const reader = new X12Reader();
  const segments: X12Segment[] = [];
  for (const chunk of chunks) segments.push(...reader.push(chunk));
  segments.push(...reader.end());
  return { segments, faults: reader.faults.list };
}

const codesOf = (chunks: Iterable<Uint8Array | string>): string[] => readAll(chunks).faults.map(({ code }) => code);

function cutAt(file: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...[...cuts].map((cut) => cut % (file.length + 1)).sort((a, b) => a - b), file.length];
  return places.slice(1).map((end, index) => file.subarray(places[index], end));
}

const aFile = (rest: Parameters<typeof aRemittanceFile>[1] = {}): string =>
  aRemittanceFile([[...aHeader('80'), ...aClaim('A1')]], rest);

const ISA = aFile().slice(0, 106);

describe('reading segments', () => {
  it('gives the same segments, lines and faults however the file is cut into chunks', () => {
    const files = [
      `\uFEFF${aFile({ lineEnd: '\r\n' })}${aFile({ delimiters: { element: '|', component: '>', segment: '\n' } })}`,
      aFile({ lineEnd: '\n    ' }).replace('MUSTER', 'MÜLLER–ŁĘ'),
      aFile().slice(0, 300),
      `${ISA}~~~\n~IK~IK3*1~ISAAC*NEWTON~`,
      'ISAAC NEWTON',
    ].map(bytes);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(fc.nat(2000), { maxLength: 12 }), (file, cuts) => {
        expect(summary(cutAt(file, cuts))).toEqual(summary([file]));
      }),
      { numRuns: 400 },
    );
    for (const file of files) expect(summary(Array.from(file, (byte) => Uint8Array.of(byte)))).toEqual(summary([file]));
  });

  it('takes each interchange with its own delimiters', () => {
    const other = { element: '|', repetition: '`', component: '>', segment: '\r' };
    const { segments, faults } = readAll([aFile() + aFile({ delimiters: other, lineEnd: '\n' })]);
    const lines = segments.filter(({ id }) => id === 'SVC');
    expect(lines.map((line) => line.components(1))).toEqual([
      ['HC', '99213', '25'],
      ['HC', '99213', '25'],
    ]);
    expect(lines.map((line) => line.delimiters.element)).toEqual(['*', '|']);
    expect(faults).toEqual([]);
  });

  it('splits repetitions from 00402 on and not before', () => {
    const repeats = (version: string): string[][] => {
      const { segments } = readAll([`${ISA.replace('00501', version)}DMG*D8*A:B^C~IEA*0*000000007~`]);
      return segments[1]?.repetitions(2) ?? [];
    };
    expect(repeats('00501')).toEqual([['A', 'B'], ['C']]);
    expect(repeats('00401')).toEqual([['A', 'B^C']]);
  });

  it('has no repetitions where ISA11 names the component separator, and warns', () => {
    const { segments, faults } = readAll([`${ISA.slice(0, 104)}^~SVC*HC^99213~`]);
    expect(segments[1]?.components(1)).toEqual(['HC', '99213']);
    expect(segments[1]?.repetitions(1)).toEqual([['HC', '99213']]);
    expect(faults).toMatchObject([{ code: 'x12/bad-isa', severity: 'warning' }]);
  });

  it('numbers segments and lines from 1 and undoes wrapping at 80 columns', () => {
    const wrapped = (aFile().match(/.{1,80}/g) ?? []).join('\r\n');
    const { segments, faults } = readAll([wrapped]);
    expect(segments.map(({ text }) => text)).toEqual(readAll([aFile()]).segments.map(({ text }) => text));
    expect(segments[2]).toMatchObject({ id: 'ST', index: 3, line: 2 });
    expect(readAll([aFile({ lineEnd: '\n' })]).segments[2]).toMatchObject({ id: 'ST', index: 3, line: 3 });
    expect(faults).toEqual([]);
  });

  it('reads UTF-8 and Windows-1252 names in one file', () => {
    const latin = Uint8Array.from('NM1*QC*1*MÜLLER~', (character) => character.charCodeAt(0));
    const { segments } = readAll([bytes(ISA), latin, bytes('NM1*QC*1*ŁĘ~NM1*QC*1*MUSTER~')]);
    expect(segments.slice(1).map((segment) => segment.at(3))).toEqual(['MÜLLER', 'ŁĘ', 'MUSTER']);
  });

  it('counts ISA fields instead of trusting their width', () => {
    const narrow = 'ISA*00**00**ZZ*A*ZZ*B*261124*1504*^*00501*1*0*P*:~IEA*0*1~';
    const { segments, faults } = readAll([narrow]);
    expect(segments.map(({ id }) => id)).toEqual(['ISA', 'IEA']);
    expect(faults).toMatchObject([{ code: 'x12/bad-isa', severity: 'warning', segment: 1 }]);
  });
});

describe('reading what is no good X12', () => {
  it('names files that are none', () => {
    expect(codesOf([''])).toEqual(['x12/empty-file']);
    expect(codesOf(['\uFEFF \r\n\0'])).toEqual(['x12/empty-file']);
    expect(codesOf(['%PDF-1.7'])).toEqual(['x12/not-x12']);
    expect(codesOf(['ISAAC NEWTON, born 1642'])).toEqual(['x12/not-x12']);
    expect(codesOf([Uint8Array.of(0xff, 0xfe, 0x49, 0)])).toEqual(['x12/not-x12']);
    expect(codesOf(['ISA*00*~GS*HP*A*B~'.repeat(40)])).toEqual(['x12/bad-isa']);
    expect(readAll([ISA.replace(':~', '\n~') + 'GS*HP~'])).toMatchObject({
      segments: [],
      faults: [{ severity: 'error' }],
    });
    expect(codesOf([ISA.replaceAll('~', 'A') + 'GS*HP~'])).toEqual(['x12/bad-isa']);
  });

  it('reports a file that ends inside a segment, but not a missing terminator after IEA', () => {
    expect(codesOf([aFile().slice(0, 300)])).toEqual(['x12/truncated']);
    expect(codesOf([ISA.slice(0, 50)])).toEqual(['x12/truncated']);
    expect(readAll([aFile().slice(0, -1)]).faults.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('does not take a name for an envelope', () => {
    const { segments, faults } = readAll([`${ISA}NM1*QC*1*ISAAC*ISA~ISAAC*X~NM1*QC~`]);
    expect(segments.map(({ id }) => id)).toEqual(['ISA', 'NM1', '', 'NM1']);
    expect(faults.map(({ code }) => code)).toEqual(['x12/bad-segment']);
  });

  it('stops at a segment of 500 MB after 64 KB of it, holding no more', async () => {
    let pulled = 0;
    function* endless(): Generator<Uint8Array> {
      yield bytes(ISA);
      const chunk = new Uint8Array(65_536).fill(65);
      for (; pulled < 8000; pulled += 1) yield chunk;
    }
    const faults = new FaultLog();
    for await (const batch of readSegmentBatches(endless(), { faults })) expect(batch).toHaveLength(1);
    expect(faults.list).toMatchObject([{ code: 'x12/segment-too-long', severity: 'error', segment: 2 }]);
    expect(pulled).toBeLessThan(3);
  });

  it('passes over a million empty segments with one warning', () => {
    const { segments, faults } = readAll([ISA, '~'.repeat(1_000_000), 'IEA*0*000000007~']);
    expect(segments.map(({ id }) => id)).toEqual(['ISA', 'IEA']);
    expect(faults).toMatchObject([{ code: 'x12/empty-segment', severity: 'warning' }]);
  });

  it('keeps a bounded list of faults and counts the rest', () => {
    const reader = new X12Reader();
    reader.push(ISA + 'lower*case~'.repeat(2000));
    expect(reader.faults.list).toHaveLength(501);
    expect(reader.faults.list.at(-1)?.code).toBe('x12/too-many-faults');
    expect(reader.faults.count).toBe(2000);
  });
});

function summary(chunks: Iterable<Uint8Array>) {
  const { segments, faults } = readAll(chunks);
  return { segments: segments.map(({ id, text, index, line }) => ({ id, text, index, line })), faults };
}
