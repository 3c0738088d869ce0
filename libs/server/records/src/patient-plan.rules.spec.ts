import { planPatients } from './patient-plan.rules.ts';
import type { PatientAsked } from './patient-match.rules.ts';

const wanda = (change: Partial<PatientAsked> = {}): PatientAsked => ({
  payerId: 'granite',
  memberId: 'M1',
  firstName: 'Wanda',
  lastName: 'Tester',
  birthDate: null,
  sex: null,
  ...change,
});
const plan = (asked: PatientAsked[]) => {
  let last = 0;
  return planPatients(asked, [], () => `new-${(last += 1)}`);
};

describe('the patients of one file', () => {
  it('are one record each, however often they come', () => {
    const { ids, added, cards } = plan([wanda(), wanda({ firstName: 'Will' }), wanda({ sex: 'F' })]);
    expect(ids).toEqual(['new-1', 'new-2', 'new-1']);
    expect(added).toHaveLength(2);
    expect(cards).toEqual([
      { payerId: 'granite', memberId: 'M1', patientId: 'new-1' },
      { payerId: 'granite', memberId: 'M1', patientId: 'new-2' },
    ]);
  });

  it('learn what a later claim adds and keep what is known', () => {
    const { filledIn } = plan([
      wanda(),
      wanda({ birthDate: '1970-05-01' }),
      wanda({ birthDate: '1970-05-01', sex: 'F' }),
    ]);
    expect(filledIn).toEqual([{ id: 'new-1', birthDate: '1970-05-01', sex: 'F' }]);
  });

  it('get the card of a second payer', () => {
    const born = { birthDate: '1970-05-01' };
    const { ids, cards } = plan([wanda(born), wanda({ ...born, payerId: 'cedar', memberId: 'C7' })]);
    expect(new Set(ids).size).toBe(1);
    expect(cards.map((card) => card.payerId)).toEqual(['granite', 'cedar']);
  });

  it('are never joined on a name alone', () => {
    expect(new Set(plan([wanda({ memberId: null }), wanda({ memberId: null })]).ids).size).toBe(2);
  });
});
