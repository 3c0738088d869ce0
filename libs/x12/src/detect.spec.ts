import { detectX12, writeInterchange } from './index.ts';
import { aHeader, aRemittanceFile } from './remittance-file.factory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function aFileOf(id: string, version: string, line: 'SV1' | 'SV2' | 'NTE' = 'NTE'): Uint8Array {
  const transactions = [{ id, segments: [[line, 'X'] as const] }];
  const group = { functionalId: 'HC', version, senderCode: 'A', receiverCode: 'B', transactions };
  const envelope = { senderId: 'A', receiverId: 'B', controlNumber: 1, at: new Date(0) };
  return bytes(writeInterchange({ ...envelope, groups: [group] }));
}

describe('telling what a file is', () => {
  it('goes by the set and the guide it names', () => {
    const kinds = [
      ['835', '005010X221A1'],
      ['837', '004010X098A1'],
      ['837', '005010X223A2'],
      ['837', '005010X224A2'],
      ['277', '005010X214'],
      ['277', '005010X212'],
      ['999', '005010X231A1'],
      ['850', '005010'],
    ].map(([id = '', version = '']) => detectX12(aFileOf(id, version)));
    expect(kinds.map((found) => 'kind' in found && found.kind)).toEqual([
      '835',
      '837p',
      '837i',
      '837d',
      '277ca',
      '277',
      '999',
      'unknown',
    ]);
  });

  it('believes the lines of an 837 rather than its guide', () => {
    expect(detectX12(aFileOf('837', '005010X222A1', 'SV2'))).toMatchObject({ kind: '837i', transactionId: '837' });
  });

  it('looks at the beginning only, wherever it is cut', () => {
    const file = bytes(aRemittanceFile([aHeader('1')], { lineEnd: '\r\n' }));
    expect(detectX12(file.subarray(0, 200))).toMatchObject({ kind: '835', delimiters: { element: '*' } });
    expect(detectX12(file.subarray(0, 120))).toMatchObject({ kind: 'unknown' });
  });

  it('says why a file is no X12', () => {
    const codes = ['', 'hello', 'ISAAC', aRemittanceFile([]).slice(0, 60)].map((text) => detectX12(bytes(text)));
    expect(codes.map((found) => 'code' in found && found.code)).toEqual([
      'x12/empty-file',
      'x12/not-x12',
      'x12/not-x12',
      'x12/truncated',
    ]);
  });
});
