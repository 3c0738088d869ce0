import { DENIAL_CATEGORIES, DENIAL_STAGES } from '@caseboard/contracts';
import type { PayerRule } from '@caseboard/contracts';
import { deadlineOf } from './denial-deadline.rules.ts';
import { clockOf, nextActOf, shownCode } from './next-act.rules.ts';

const REMARKS = [[], ['N115'], ['N386'], ['MA130'], ['M127']];

describe('the next act of a case', () => {
  it('fits a line of 45 characters, whatever the case', () => {
    for (const category of DENIAL_CATEGORIES) {
      for (const rarcs of REMARKS) {
        const acts = DENIAL_STAGES.map((stage) => nextActOf({ category, carc: '252', rarcs }, stage));
        expect(acts.filter((act) => act.length === 0 || act.length > 45)).toEqual([]);
      }
    }
  });

  it('follows what the payer asked for', () => {
    expect(nextActOf({ category: 'information', carc: '252', rarcs: [] }, 'new')).toBe(
      'Send the records the payer asked for',
    );
    expect(nextActOf({ category: 'information', carc: '16', rarcs: ['M127'] }, 'new')).toBe(
      'Send the records the payer asked for',
    );
    expect(nextActOf({ category: 'information', carc: '16', rarcs: [] }, 'new')).toBe(
      'Fix the missing data, send a corrected claim',
    );
  });

  it('never counts an appeal for a claim that was unprocessable', () => {
    expect(clockOf({ category: 'information', carc: '50', rarcs: ['MA130'] })).toBe('corrected-claim');
    expect(clockOf({ category: 'medical-necessity', carc: '50', rarcs: [] })).toBe('appeal');
    expect(clockOf({ category: 'information', carc: '227', rarcs: [] })).toBe('records');
  });

  it('shows group, CARC and the first remark as the code', () => {
    expect([
      shownCode({ group: 'CO', carc: '50', rarcs: ['N115', 'N386'] }),
      shownCode({ group: 'OA', carc: '22', rarcs: [] }),
    ]).toEqual(['CO-50 N115', 'OA-22']);
  });
});

describe('the deadline of a case', () => {
  const aRule = (rule: Partial<PayerRule>): PayerRule => ({
    id: 'r',
    payerId: 'p',
    kind: 'appeal',
    days: 120,
    counts: 'calendar',
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: 'manual 2026',
    version: 1,
    ...rule,
  });

  it('counts from the decision by the rule of that day', () => {
    const rules = [aRule({ effectiveTo: '2026-02-28' }), aRule({ days: 60, effectiveFrom: '2026-03-01' })];
    expect(deadlineOf(rules, 'appeal', '2026-02-28').dueOn).toBe('2026-06-28');
    expect(deadlineOf(rules, 'appeal', '2026-03-01')).toEqual({
      dueOn: '2026-04-30',
      dueRule: 'appeal within 60 calendar days (manual 2026)',
    });
  });

  it('is unknown, and says so, where the payer has no rule', () => {
    expect(deadlineOf([aRule({})], 'corrected-claim', '2026-03-01')).toEqual({
      dueOn: null,
      dueRule: 'no rule on file',
    });
  });
});
