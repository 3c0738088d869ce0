import type { CodeSystem, EncounterClass, EncounterCode } from '@caseboard/contracts';
import { findingsOf } from './coding-findings.rules.ts';
import { keyOf } from './finding.types.ts';
import type { CodedChart } from './finding.types.ts';
import { STARTER } from './starter/starter-set.ts';

const KNOWN = new Map(STARTER.codes.map((code) => [keyOf(code), code]));

const systemOf = (code: string): CodeSystem =>
  code.length === 7 && /^[0-9]/.test(code) ? 'icd-10-pcs' : /^\d/.test(code) ? 'cpt' : 'icd-10-cm';

/** A chart with these codes in their sequence: a code alone, or with what is special about it. */
function chart(
  codes: readonly (string | (Partial<EncounterCode> & { code: string }))[],
  kind: EncounterClass = 'outpatient',
  facts: Partial<CodedChart> = {},
): CodedChart {
  const full = codes.map((given, at): EncounterCode => {
    const one = typeof given === 'string' ? { code: given } : given;
    const system = systemOf(one.code);
    const usual = { words: '', poa: null, modifiers: [], units: 1, servedOn: null };
    return { ...usual, ordinal: at + 1, system, pointers: system === 'cpt' ? [1] : [], ...one };
  });
  return { class: kind, startedOn: '2026-11-20', endedOn: '2026-11-20', codes: full, known: KNOWN, ...facts };
}

const found = (of: CodedChart) => findingsOf(of).map(({ ruleId, ordinal }) => [ruleId, ordinal]);

describe('what the rules find in a chart', () => {
  it('finds nothing in an office visit coded well', () => {
    expect(found(chart(['I10', 'E119', { code: '99213', pointers: [1, 2], modifiers: ['25'] }]))).toEqual([]);
  });

  it('wants a diagnosis before anything else', () => {
    const [first] = findingsOf(chart(['99213']));
    expect(first).toMatchObject({ ruleId: 'DX-01', severity: 'critical', ordinal: null });
    expect(found(chart([]))).toEqual([
      ['DX-01', null],
      ['PX-10', null],
    ]);
  });

  it('stops at headings, which no payer takes', () => {
    expect(found(chart(['M545', '97110']))).toEqual([['DX-02', 1]]);
    expect(found(chart(['M5450', '97110']))).toEqual([]);
  });

  it('keeps external causes and manifestations from being first, not from being second', () => {
    expect(found(chart(['W010XXA', 'S93401A', { code: '99283', pointers: [2] }]))).toEqual([['DX-03', 1]]);
    expect(found(chart(['S93401A', 'W010XXA', '99283']))).toEqual([]);
    expect(found(chart(['G63', 'E1142', '99213']))).toEqual([['DX-04', 1]]);
    expect(found(chart(['E1142', 'G63', '99213']))).toEqual([]);
  });

  it('finds a diagnosis that is there twice at its second place', () => {
    expect(found(chart(['I10', 'E119', 'I10', '99213']))).toEqual([['DX-05', 3]]);
  });

  it('wants POA on every diagnosis of a stay but the exempt', () => {
    const stay = (...codes: Parameters<typeof chart>[0]) => found(chart(codes, 'inpatient'));
    expect(stay('J189', { code: 'Z794', poa: null }, { code: 'I252', poa: '1' })).toEqual([['POA-01', 1]]);
    expect(stay({ code: 'J189', poa: 'Y' }, { code: 'I10', poa: 'N' }, 'Z794')).toEqual([]);
    expect(stay({ code: 'J189', poa: '1' }, { code: 'Z794', poa: 'Y' })).toEqual([
      ['POA-03', 1],
      ['POA-02', 2],
    ]);
    expect(findingsOf(chart([{ code: 'I10', poa: 'Y' }, '99213']))).toEqual([
      expect.objectContaining({ ruleId: 'POA-04', severity: 'info' }),
    ]);
  });

  it('wants one to four pointers to diagnoses that are there, outside of stays', () => {
    const visit = (pointers: number[]) => found(chart(['I10', 'E119', { code: '99213', pointers }]));
    expect(visit([])).toEqual([['PX-01', 3]]);
    expect([visit([3]), visit([9]), visit([1, 1])]).toEqual([[['PX-02', 3]], [['PX-02', 3]], [['PX-02', 3]]]);
    expect(visit([1, 2, 1, 2, 1])).toEqual([['PX-03', 3]]);
    expect(
      found(
        chart(
          [
            { code: 'J189', poa: 'Y' },
            { code: '99223', pointers: [] },
          ],
          'inpatient',
        ),
      ),
    ).toEqual([]);
  });

  it('lets no line point beyond the twelfth diagnosis', () => {
    const many = [
      'I10',
      'E119',
      'J449',
      'N189',
      'I2510',
      'E785',
      'M1711',
      'K219',
      'F419',
      'G4733',
      'R42',
      'R55',
      'R531',
    ];
    expect(found(chart([...many, { code: '99214', pointers: [12] }]))).toEqual([]);
    expect(found(chart([...many, { code: '99214', pointers: [13] }]))).toEqual([['PX-02', 14]]);
  });

  it('wants units and well-formed modifiers', () => {
    const line = (facts: Partial<EncounterCode>) => found(chart(['M5450', { code: '97110', ...facts }]));
    expect([line({ units: 0 }), line({ units: 1.5 })]).toEqual([[['PX-04', 2]], [['PX-04', 2]]]);
    expect([line({ modifiers: ['G'] }), line({ modifiers: ['59', '59'] })]).toEqual([[['PX-05', 2]], [['PX-05', 2]]]);
    expect(line({ modifiers: ['GP', '59', 'KX', 'CQ', 'XU'] })).toEqual([['PX-05', 2]]);
    expect(line({ modifiers: ['59', 'XU'] })).toEqual([['PX-06', 2]]);
  });

  it('asks why a service is there twice on one day', () => {
    expect(found(chart(['I10', '93000', '93000']))).toEqual([['PX-07', 3]]);
    expect(found(chart(['I10', '93000', { code: '93000', modifiers: ['76'] }]))).toEqual([]);
  });

  it('keeps ICD-10-PCS to stays and services to the days of the visit', () => {
    expect(found(chart(['M1711', '0SRC0J9', '27447']))).toEqual([['PX-08', 2]]);
    const late = { code: '99213', servedOn: '2026-11-21' };
    expect(found(chart(['I10', late]))).toEqual([['PX-09', 2]]);
    expect(found(chart(['I10', late], 'outpatient', { endedOn: null }))).toEqual([]);
    expect(found(chart(['I10', { code: '99213', servedOn: '2026-11-19' }]))).toEqual([['PX-09', 2]]);
  });

  it('puts the gravest first', () => {
    const severities = findingsOf(chart(['99213', '99213'])).map(({ severity }) => severity);
    expect(severities).toEqual(['critical', 'error', 'error', 'warning']);
  });
});
