import type { ImportFault } from '@caseboard/contracts';
import { bounded, shown } from './import-faults.rules.ts';

const faults = (count: number, severity: ImportFault['severity']): ImportFault[] =>
  Array.from({ length: count }, (_, at) => ({ code: `x12/${severity}-${at}`, message: '', severity }));

describe('the faults of an import', () => {
  it('are kept as they came when there are few', () => {
    const mixed = [...faults(2, 'warning'), ...faults(1, 'error')];
    expect(bounded(mixed)).toEqual({ faults: mixed, errorCount: 1, warningCount: 2 });
    expect(shown(bounded(mixed), 20)).toEqual(mixed);
  });

  it('never lose an error to warnings', () => {
    const kept = bounded([...faults(500, 'warning'), ...faults(3, 'error')]);
    expect(kept.faults).toHaveLength(200);
    expect(kept.faults.filter((fault) => fault.severity === 'error')).toHaveLength(3);
    expect(kept).toMatchObject({ errorCount: 3, warningCount: 500 });
  });

  it('say how many are not shown', () => {
    const list = shown(bounded([...faults(1201, 'error'), ...faults(1, 'warning')]), 20);
    expect(list).toHaveLength(21);
    expect(list.at(-1)).toMatchObject({ code: 'import/more-faults', severity: 'error' });
    expect(list.at(-1)?.message).toBe('1,181 more errors and 1 more warning, not shown.');
  });
});
