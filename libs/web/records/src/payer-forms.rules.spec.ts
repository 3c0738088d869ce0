import { checkPayer, checkRule, dayBefore, emptyRule, payerBodyOf, ruleBodyOf } from './payer-forms.rules.ts';

const rule = { ...emptyRule('2026-11-24'), days: '90', source: 'Manual 2026, 4.2' };

describe('the form for a payer', () => {
  it('sends an emptied payer id as none and leaves out what did not change', () => {
    expect(payerBodyOf({ name: ' Northlake HMO ', payerCode: '' })).toEqual({ name: 'Northlake HMO', payerCode: null });
    expect(payerBodyOf({ payerCode: '60054' })).toEqual({ payerCode: '60054' });
    expect(checkPayer({ name: ' ', payerCode: '' })).toHaveProperty('name');
  });
});

describe('the form for a dated rule', () => {
  it('asks for whole days, a first day, and where it comes from', () => {
    expect(checkRule(rule)).toEqual({});
    expect(Object.keys(checkRule({ ...emptyRule('2026-11-24'), effectiveFrom: '' }))).toEqual([
      'days',
      'effectiveFrom',
      'source',
    ]);
    expect(['0', '3651', '1.5', ' ', 'x'].filter((days) => !('days' in checkRule({ ...rule, days })))).toEqual([]);
  });

  it('ends on or after the day it begins', () => {
    expect(checkRule({ ...rule, effectiveTo: '2026-11-24' })).toEqual({});
    expect(checkRule({ ...rule, effectiveTo: '2026-11-23' })).toHaveProperty('effectiveTo');
  });

  it('sends numbers as numbers and an empty last day as until further notice', () => {
    expect(ruleBodyOf(rule)).toEqual({
      kind: 'appeal',
      days: 90,
      counts: 'calendar',
      effectiveFrom: '2026-11-24',
      effectiveTo: null,
      source: 'Manual 2026, 4.2',
    });
    expect(ruleBodyOf({ effectiveTo: '2026-12-31' })).toEqual({ effectiveTo: '2026-12-31' });
  });

  it('knows the day before, over months and leap years', () => {
    expect([dayBefore('2026-01-01'), dayBefore('2028-03-01')]).toEqual(['2025-12-31', '2028-02-29']);
  });
});
