import { aFault, anImport, aShortLine } from './an-import.ts';
import { adviceOf, verdictOf } from './import-verdict.rules.ts';

const said = (...args: Parameters<typeof anImport>) => Object.values(verdictOf(anImport(...args))).join('');

describe('the verdict on a file', () => {
  it('names the first thing that does not add up, and by how much', () => {
    expect(verdictOf(anImport({ state: 'rejected', errors: [aShortLine()] }))).toEqual({
      before: 'Line 1 of claim CLM-003977 does not add up. It is ',
      strong: '$25.00 short',
      after: ', so nothing in this file was posted.',
    });
    const over = {
      level: 'transaction' as const,
      ids: ['5521907744'],
      expectedCents: 100,
      foundCents: 350,
      differenceCents: 250,
    };
    expect(said({ state: 'rejected', errors: [aShortLine({ balance: over })] })).toBe(
      'Payment 5521907744 does not add up. It is $2.50 over, so nothing in this file was posted.',
    );
  });

  it('gives the reader’s reason when the file is broken', () => {
    const errors = [
      aFault('x12/bad-date', { severity: 'warning', message: 'A date.' }),
      aFault('x12/truncated', { message: 'The file ends inside segment 80.' }),
    ];
    expect(said({ state: 'rejected', kind: '837p', errors })).toBe(
      'The file ends inside segment 80. Nothing in this file was imported.',
    );
  });

  it('says what is posted, and what was left out of a file that is partly sound', () => {
    expect(said()).toBe('It adds up. 214 claims are posted and 12 denials were found.');
    expect(said({ counts: { transactions: 1, claims: 1, denials: 0 } })).toBe(
      'It adds up. 1 claim is posted and none of it is denied.',
    );
    expect(said({ errors: [aShortLine()] })).toBe(
      'Some payments in this file do not add up and posted nothing. The others are posted.',
    );
    expect(said({ kind: '837i', counts: { claims: 312 } })).toBe('312 claims are on record.');
  });

  it('promises while it is applied only what is sound', () => {
    expect(said({ state: 'applying', kind: '837p' })).toBe('It is sound and is being imported now.');
    expect(said({ state: 'applying', errors: [aShortLine()] })).toBe('What is sound of it is being posted now.');
  });

  it('says that a repeat changed nothing and that a stopped one can go on', () => {
    expect(said({ duplicateOf: 'earlier' })).toBe('This was posted before, so nothing changed.');
    expect(said({ state: 'failed' })).toContain('can go on where it stopped');
  });
});

describe('what to do about a file', () => {
  it('depends on what is wrong, not on the order in which it was found', () => {
    expect(adviceOf(anImport({ state: 'rejected', errors: [aShortLine()] }))[0]).toBe(
      'Ask the payer for a corrected 835.',
    );
    const cutOff = [
      aShortLine(),
      aFault('x12/missing-segment'),
      aFault('x12/truncated', { message: 'The file ends inside segment 80.' }),
    ];
    expect(adviceOf(anImport({ state: 'rejected', errors: cutOff }))[0]).toContain('end of the file is missing');
    expect(said({ state: 'rejected', errors: cutOff })).toContain('ends inside segment 80');
    expect(adviceOf(anImport({ state: 'rejected', errors: [aFault('x12/bad-amount')] }))[0]).toContain(
      'whoever made the file',
    );
    expect(adviceOf(anImport({ state: 'rejected', kind: 'unknown', errors: [aFault('import/unknown-kind')] }))).toEqual(
      ['Send FHIR R4 JSON or an X12 file (835, 837, 999, 277CA, 276 or 277), plain or gzip.'],
    );
  });

  it('is nothing for a sound file, a repeat, or warnings alone', () => {
    expect(adviceOf(anImport())).toEqual([]);
    expect(adviceOf(anImport({ duplicateOf: 'earlier', errors: [aShortLine()] }))).toEqual([]);
    expect(adviceOf(anImport({ errors: [aFault('x12/bad-date', { severity: 'warning' })] }))).toEqual([]);
  });
});
