import { aFault, anImport, aShortLine } from './an-import.ts';
import { csvOf, effectOf, errorCountOf, faultsOf, placeOf, restOf, sentenceOf } from './import-faults.rules.ts';

const rest = aFault('import/more-faults', { message: '1,181 more errors and 1 more warning, not shown.' });

describe('the faults of an import', () => {
  it('are counted with those that are not shown, warnings apart', () => {
    const job = anImport({ errors: [aFault('x12/bad-amount'), aFault('x12/bad-date', { severity: 'warning' }), rest] });
    expect(errorCountOf(job)).toBe(1182);
    expect(faultsOf(job)).toHaveLength(2);
    expect(restOf(job)).toContain('not shown');
    expect(
      errorCountOf(anImport({ errors: [aFault('import/more-faults', { message: '1 more error, not shown.' })] })),
    ).toBe(1);
  });

  it('say where they are as the file counts', () => {
    expect(placeOf({ segment: 1410, element: 3 })).toBe('segment 1,410, element 3');
    expect(placeOf({ segment: 7 })).toBe('segment 7');
    expect(placeOf({})).toBe('whole file');
  });

  it('say what happens because of them', () => {
    const rejected = anImport({ state: 'rejected' });
    const partly = anImport({ state: 'done' });
    expect(effectOf(aShortLine(), rejected)).toBeUndefined();
    expect(effectOf(aShortLine(), partly)).toBe('payment left out');
    expect(effectOf(aFault('x12/bad-date', { severity: 'warning' }), partly)).toBe('posted all the same');
    expect(effectOf(aFault('x12/bad-date'), anImport({ kind: '837p' }))).toBe('left out');
    expect(effectOf(aFault('remittance/duplicate', { severity: 'warning' }), partly)).toBe('not posted again');
  });

  it('are read as sentences', () => {
    expect([sentenceOf('the file ends inside a segment'), sentenceOf('Nothing of it posts.')]).toEqual([
      'The file ends inside a segment.',
      'Nothing of it posts.',
    ]);
  });

  it('go out as CSV with every quote doubled', () => {
    const csv = csvOf(
      anImport({
        state: 'rejected',
        errors: [aFault('x12/bad-amount', { message: 'Not an "amount", is it', segment: 9 }), rest],
      }),
    );
    expect(csv.split('\r\n')).toEqual([
      '"severity","code","line","segment","element","message","what happens"',
      '"error","x12/bad-amount","","9","","Not an ""amount"", is it",""',
    ]);
  });
});
