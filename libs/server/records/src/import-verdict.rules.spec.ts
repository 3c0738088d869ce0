import type { ImportVerdict } from './import-handler.ts';
import { decide, refused } from './import-verdict.rules.ts';
import { ImportRefusal, importFaultOf } from './import-refusal.ts';

const verdict = (change: Partial<ImportVerdict>): ImportVerdict => ({
  accepted: true,
  counts: { claims: 2 },
  faults: [],
  plan: { first: 1 },
  ...change,
});

describe('what a verdict leads to', () => {
  it('is applying when accepted and nothing when not', () => {
    expect(decide(verdict({}), undefined)).toMatchObject({ state: 'applying', duplicateOf: null, plan: { first: 1 } });
    expect(decide(verdict({ accepted: false }), undefined).state).toBe('rejected');
  });

  it('is done, with the file’s counts, when another import applied the same file or content', () => {
    expect(decide(verdict({}), 'twin')).toMatchObject({ state: 'done', duplicateOf: 'twin', counts: { claims: 2 } });
    expect(decide(verdict({ duplicateOf: 'earlier' }), undefined)).toMatchObject({
      state: 'done',
      duplicateOf: 'earlier',
    });
    expect(decide(verdict({ accepted: false }), 'twin').state).toBe('done');
  });

  it('is a rejection with the reason first when the file cannot be read', () => {
    const refusal = new ImportRefusal(importFaultOf('decompression-limit', 'Too much.'));
    const soFar = verdict({ faults: [importFaultOf('other', 'Also.')] });
    const { state, faults, counts } = decide(refused(refusal, soFar), undefined);
    expect(state).toBe('rejected');
    expect(faults.map((fault) => fault.code)).toEqual(['import/decompression-limit', 'import/other']);
    expect(counts).toEqual({ claims: 2 });
  });
});
