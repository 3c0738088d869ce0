import { CATEGORY_MAPPING, categoryOf, headlineOf } from './denial-category.rules.ts';

const TODAY = '2026-03-02';
const category = (carc: string, ...rarcs: string[]) => categoryOf({ carc, rarcs }, TODAY);

describe('the category of a denial', () => {
  it.each([
    ['16', 'information'],
    ['252', 'information'],
    ['22', 'eligibility'],
    ['197', 'authorization'],
    ['97', 'coding'],
    ['B15', 'coding'],
    ['50', 'medical-necessity'],
    ['204', 'non-covered'],
    ['29', 'timely-filing'],
    ['18', 'duplicate'],
    ['A8', 'clinical-validation'],
    ['144', 'contract'],
    ['P99', 'other'],
  ])('of CARC %s is %s', (carc, expected) => {
    expect(category(carc)).toBe(expected);
  });

  it('follows a coverage remark to medical necessity', () => {
    expect([category('96', 'N115'), category('96', 'N130', 'N386'), category('96', 'N130')]).toEqual([
      'medical-necessity',
      'medical-necessity',
      'non-covered',
    ]);
  });

  it('takes an unprocessable claim for missing information, whatever the CARC and other remarks', () => {
    expect([category('16', 'MA130'), category('50', 'N115', 'MA130')]).toEqual(['information', 'information']);
  });

  it('changes with the mapping from its day on, and never for earlier decisions', () => {
    const mapping = [...CATEGORY_MAPPING, { category: 'contract' as const, carcs: '97', from: '2026-07-01' }];
    const on = (day: string) => categoryOf({ carc: '97', rarcs: [] }, day, mapping);
    expect([on('2026-06-30'), on('2026-07-01')]).toEqual(['coding', 'contract']);
    expect(categoryOf({ carc: '97', rarcs: [] }, '2026-07-01', [...mapping].reverse())).toBe('contract');
  });

  it('names each CARC once in the starting mapping', () => {
    const carcs = CATEGORY_MAPPING.flatMap((entry) => entry.carcs.split(' '));
    expect(new Set(carcs).size).toBe(carcs.length);
  });
});

describe('the headline of a case', () => {
  it('is the denial with the most dollars, the first of equals', () => {
    const denials = [
      { amountCents: 5, id: 1 },
      { amountCents: 9, id: 2 },
      { amountCents: 9, id: 3 },
    ];
    expect(headlineOf(denials).id).toBe(2);
  });
});
