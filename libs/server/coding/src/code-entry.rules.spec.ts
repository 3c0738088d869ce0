import { datedCodes, enteredCodes, finalCodes, unknownCodes } from './code-entry.rules.ts';
import { plainCode, tokensOf } from './code-form.rules.ts';
import { numbersMeant } from './case-number.rules.ts';
import { faultsOfQuery } from './coding-query.rules.ts';
import { holdFrom, shortWords, workOf } from './case-work.rules.ts';
import { STARTER } from './starter/starter-set.ts';

describe('entering codes', () => {
  const stay = { class: 'inpatient', startedOn: '2026-09-28', endedOn: '2026-10-02' } as const;
  const codes = [
    { system: 'icd-10-cm', code: 'j18.9', poa: 'Y' },
    { system: 'icd-10-pcs', code: '5A1945Z', servedOn: '2026-09-29' },
  ] as const;

  it('reads codes with or without their point', () => {
    expect([plainCode(' m54.50 '), plainCode('99213')]).toEqual(['M5450', '99213']);
  });

  it('chooses the set by the discharge of a stay, and by a service’s own day', () => {
    expect(datedCodes(codes, stay, '2026-11-24').map(({ code, on }) => [code, on])).toEqual([
      ['J189', '2026-10-02'],
      ['5A1945Z', '2026-09-29'],
    ]);
    expect(datedCodes(codes, { ...stay, class: 'outpatient' }, '2026-11-24')[0]?.on).toBe('2026-09-28');
    expect(datedCodes(codes, { ...stay, startedOn: null, endedOn: null }, '2026-11-24')[0]?.on).toBe('2026-11-24');
  });

  it('names what the sets do not have, and fills in words for what they do', () => {
    const known = new Map(STARTER.codes.map((code) => [`${code.system}:${code.code}`, code]));
    expect(unknownCodes([{ system: 'cpt', code: 'J189', on: '2026-10-02' }], known)).toEqual([
      { pointer: '/codes/0/code', message: 'J189 is not in the cpt set for 2026-10-02.' },
    ]);
    expect(enteredCodes(codes, known)[0]).toMatchObject({ ordinal: 1, code: 'J189', words: 'Pneumonia, unspecified' });
  });

  it('puts nothing on record that a claim does not carry', () => {
    const [first] = enteredCodes([{ system: 'icd-10-cm', code: 'I10', poa: 'Y', units: 3, pointers: [1] }], new Map());
    if (!first) throw new Error('There is one.');
    expect(finalCodes([first], 'outpatient')[0]).toMatchObject({ poa: null, units: 1, pointers: [] });
    expect(finalCodes([first], 'inpatient')[0]).toMatchObject({ poa: 'Y' });
  });
});

describe('finding cases and codes', () => {
  it('takes digits for a whole number of either kind, and a prefix as it is', () => {
    expect(numbersMeant('12')).toEqual(['COD-000012', 'ENC-000012']);
    expect([numbersMeant('cod-0000'), numbersMeant('enc')]).toEqual([['COD-0000'], ['ENC-']]);
    expect(numbersMeant('tester')).toEqual([]);
  });

  it('splits words at everything that is no letter or digit, each word once', () => {
    expect(tokensOf('Heart, heart and Kidney-disease: naïve')).toEqual(['heart', 'and', 'kidney', 'disease', 'naive']);
  });
});

describe('the work of a chart', () => {
  it('is due from the discharge of a stay, or the day of a visit', () => {
    const stay = { class: 'inpatient', startedOn: '2026-11-02', endedOn: null } as const;
    expect(holdFrom(stay)).toBeUndefined();
    expect(holdFrom({ ...stay, endedOn: '2026-11-05' })).toMatchObject({ from: '2026-11-05', days: 4 });
    expect(holdFrom({ ...stay, class: 'outpatient' })?.words).toBe('bill hold goal: 4 business days after the visit');
  });

  it('says the next act in at most 45 characters', () => {
    const long = 'The addendum of the pathologist about the margins of the specimen';
    expect(shortWords(long)).toHaveLength(45);
    const pend = {
      id: '1',
      caseId: '2',
      reason: long,
      threadId: null,
      madeBy: 'user:3',
      madeAt: new Date(),
      clearedBy: null,
    };
    const waiting = workOf({ state: 'pended', openQueries: 0 }, [{ ...pend, clearedAt: null }]);
    expect([waiting.state, waiting.needs?.length]).toEqual(['waiting', 45]);
    expect(workOf({ state: 'in-progress', openQueries: 1 }, [])).toEqual({ state: 'open', needs: 'Read the answer' });
    expect(workOf({ state: 'billed', openQueries: 0 }, []).state).toBe('done');
  });
});

describe('a question to a physician', () => {
  it('is one, and not too long', () => {
    const options = ['Acute', 'Chronic'];
    expect(faultsOfQuery({ body: 'Which kind of heart failure was treated?', options })).toEqual([]);
    expect(faultsOfQuery({ body: `${'x'.repeat(1199)}?`, options: [] })).toEqual([]);
    expect(faultsOfQuery({ body: `${'x'.repeat(1200)}?`, options: [] })).toHaveLength(1);
    expect(
      faultsOfQuery({ body: 'Is it? Was it?', options: ['Acute', 'acute '] }).map(({ pointer }) => pointer),
    ).toEqual(['/body', '/options']);
  });
});
