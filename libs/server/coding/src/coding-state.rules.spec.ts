import { CODING_STATES } from '@caseboard/contracts';
import type { CodingFinding } from '@caseboard/contracts';
import { barriersOf, isEditable, isLegalMove, unreadyBecause } from './coding-state.rules.ts';

const finding = (severity: CodingFinding['severity'], text: string): CodingFinding => ({
  ...{ ruleId: 'X', severity, text, fix: '', source: '', ordinal: null },
});

describe('the states of a chart', () => {
  it('lead from ready to billed, with pends on the way and reopening at the end', () => {
    const way = ['not-ready', 'ready', 'in-progress', 'pended', 'in-progress', 'coded', 'finalized', 'billed'] as const;
    way
      .slice(1)
      .forEach((to, at) => expect([way[at], to, isLegalMove(way[at] ?? 'ready', to)]).toEqual([way[at], to, true]));
    expect([isLegalMove('billed', 'reopened'), isLegalMove('reopened', 'in-progress')]).toEqual([true, true]);
  });

  it('allow no way around coding', () => {
    const legal = CODING_STATES.flatMap((from) =>
      CODING_STATES.filter((to) => isLegalMove(from, to)).map((to) => `${from} ${to}`),
    );
    expect(legal).toHaveLength(12);
    for (const move of [
      'ready finalized',
      'in-progress finalized',
      'pended coded',
      'reopened finalized',
      'billed in-progress',
    ])
      expect(legal).not.toContain(move);
    for (const state of CODING_STATES) expect(isLegalMove(state, state)).toBe(false);
  });

  it('let codes be entered only while the chart is work', () => {
    expect(CODING_STATES.filter(isEditable)).toEqual(['ready', 'in-progress', 'pended', 'reopened']);
  });

  it('wait for the discharge of stays only, and for a document always', () => {
    const chart = { class: 'inpatient', endedOn: null, documentCount: 3 } as const;
    expect(unreadyBecause(chart)).toBe('Wait for the discharge');
    expect(unreadyBecause({ ...chart, class: 'emergency' })).toBeUndefined();
    expect(unreadyBecause({ ...chart, endedOn: '2026-11-20' })).toBeUndefined();
    expect(unreadyBecause({ ...chart, endedOn: '2026-11-20', documentCount: 0 })).toBe('Wait for documents');
  });

  it('name every barrier to finalizing; warnings are none', () => {
    const findings = [finding('error', 'No POA.'), finding('warning', 'Twice.'), finding('critical', 'No diagnosis.')];
    const facts = { state: 'pended', findings, openPends: ['Pathology'], openQueries: 2 } as const;
    expect(barriersOf(facts)).toEqual(['No POA.', 'No diagnosis.', 'Pended: Pathology', '2 queries are open.']);
    expect(barriersOf({ state: 'in-progress', findings: [], openPends: [], openQueries: 0 })).toEqual([]);
    expect(barriersOf({ ...facts, state: 'billed' })).toEqual(['The chart is final already.']);
  });
});
