import type { RemittanceSummary } from '@caseboard/contracts';
import { aFault, anImport, aShortLine } from './an-import.ts';
import { countsOf, dayLine, detailOf, sizeWords, stateWords } from './import-words.rules.ts';

const aPayment = (paidCents: number): RemittanceSummary => ({
  id: 'r',
  number: 'REM-000001',
  state: 'posted',
  payerId: 'p',
  payerName: 'Northlake HMO',
  trace: '5521907744',
  paidCents,
  paidOn: '2026-11-20',
  claims: 214,
  claimsPosted: 214,
  denials: 12,
  importId: 'i',
});

describe('an import in the list', () => {
  it('says its state, and while it runs what it does', () => {
    expect(stateWords(anImport({ state: 'applying', progressText: 'Posting 1,240 of 2,000 claims' }))).toBe(
      'Posting 1,240 of 2,000 claims',
    );
    expect(stateWords(anImport({ state: 'rejected' }))).toBe('Rejected, nothing posted');
    expect(stateWords(anImport({ state: 'rejected', kind: '837i' }))).toBe('Rejected, nothing imported');
    expect(stateWords(anImport({ duplicateOf: 'earlier' }))).toBe('Already posted');
  });

  it('says beside it what came of it', () => {
    expect(detailOf(anImport(), [aPayment(6_190_418), aPayment(100)])).toBe('$61,905.18 posted');
    expect(detailOf(anImport({ errors: [aShortLine()] }), [aPayment(6_190_418)])).toBe(
      '$61,904.18 posted, part left out',
    );
    expect(detailOf(anImport({ errors: [aShortLine()] }), [])).toBe('part posted, part left out');
    expect(detailOf(anImport({ counts: { claims: 1, workItems: 3 } }), [])).toBe('1 claim posted');
    expect(detailOf(anImport({ kind: '837p' }), [])).toBe('214 claims imported');
    expect(detailOf(anImport({ state: 'rejected', errors: [aShortLine()] }), [])).toBe('out of balance by $25.00');
    expect(detailOf(anImport({ state: 'rejected', errors: [aFault('x12/bad-isa')] }), [])).toBe('1 error');
    expect(detailOf(anImport({ state: 'rejected', errors: [aShortLine(), aFault('x12/truncated')] }), [])).toBe(
      'cut off before its end',
    );
    expect(
      detailOf(anImport({ state: 'rejected', kind: 'unknown', errors: [aFault('import/unknown-kind')] }), []),
    ).toBe('not a file we take');
  });

  it('counts what was posted where some of it was left out', () => {
    const partly = anImport({ counts: { claims: 300, denials: 12 }, errors: [aShortLine()] });
    expect(countsOf(partly, [aPayment(100)]).claims).toBe('214 of 300');
    expect(countsOf(partly, []).claims).toBe(300);
  });

  it('counts nothing of a file that posted nothing', () => {
    expect(countsOf(anImport({ state: 'rejected', errors: [aShortLine()] }), [])).toEqual({
      claims: '0 of 214',
      denials: 0,
      errors: 1,
    });
    expect(countsOf(anImport({ duplicateOf: 'earlier' }), [])).toEqual({ claims: 0, denials: 0, errors: 0 });
    expect(countsOf(anImport({ kind: '837p', counts: { claims: 9 } }), [])).toEqual({
      claims: 9,
      denials: undefined,
      errors: 0,
    });
    expect(countsOf(anImport({ state: 'rejected', kind: 'unknown', counts: {} }), [])).toEqual({
      claims: undefined,
      denials: undefined,
      errors: 0,
    });
  });
});

describe('the day in one line', () => {
  it('counts each state that is there, repeats apart from done', () => {
    const day = [
      anImport(),
      anImport({ duplicateOf: 'x' }),
      anImport({ state: 'checking' }),
      anImport({ state: 'queued' }),
      anImport({ state: 'rejected' }),
    ];
    expect(dayLine(day)).toBe('Today: 5 files. 1 done, 1 repeat, 2 running, 1 rejected');
    expect(dayLine([])).toBe('Today: no file yet');
  });
});

it('writes sizes as people say them', () => {
  expect([sizeWords(812), sizeWords(48_219), sizeWords(5_400_000)]).toEqual(['812 bytes', '47 KB', '5.1 MB']);
});
