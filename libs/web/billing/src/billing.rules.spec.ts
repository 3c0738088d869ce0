import type { ClaimSummary, FollowUpCase } from '@caseboard/contracts';
import { callOf, EMPTY_CALL } from './call-form.rules.ts';
import { claimFiltersOf, isInView, newestFirst } from './claim-views.rules.ts';
import { claimStateMark, nextOf, timelineText } from './claim-words.rules.ts';
import { checkFee, feeOf } from './fee-form.rules.ts';
import { askedWords, followUpDue, silenceWords, toFollowUpCard } from './follow-up-card.rules.ts';
import { resolutionWords, statusCode } from './rejection-words.rules.ts';

const aClaim = (over: Partial<ClaimSummary> = {}): ClaimSummary => ({
  id: 'c1',
  number: 'CLM-000123',
  controlNumber: 'LA00100042',
  kind: 'professional',
  state: 'ready',
  patientName: 'Ada Dunham',
  payerId: 'p1',
  payerName: 'Prairie Shield PPO',
  chargeCents: 20_000,
  paidCents: 0,
  serviceFrom: '2026-11-18',
  origin: 'here',
  encounterId: 'e1',
  sentAt: null,
  ...over,
});

const aCase = (over: Partial<FollowUpCase> = {}): FollowUpCase => ({
  id: 'f1',
  number: 'FUP-000007',
  stage: 'silent',
  claimId: 'c1',
  claimNumber: 'CLM-000123',
  controlNumber: 'LA00100042',
  patient: 'AD ··0042',
  payerId: 'p1',
  payerName: 'Prairie Shield PPO',
  facilityId: null,
  amountCents: 20_000,
  silentSince: '2026-10-14',
  callCount: 0,
  lastContactAt: null,
  promisedOn: null,
  dueOn: '2026-11-30',
  dueRule: 'follow-up within 21 calendar days',
  ownerId: null,
  workItemId: 'w1',
  workItemVersion: 1,
  priority: 40,
  movedBy: null,
  movedAt: null,
  version: 1,
  ...over,
});

describe('the claims a page shows', () => {
  it('are those of its address, and a live claim is held to the same rule', () => {
    const filters = claimFiltersOf({ state: 'ready', text: ' clm-0001 ' });
    expect(filters).toEqual({ state: 'ready', payer: undefined, text: 'clm-0001' });
    expect(isInView(filters, aClaim())).toBe(true);
    expect(isInView(filters, aClaim({ state: 'sent' }))).toBe(false);
    expect(isInView(claimFiltersOf({ text: 'LA001' }), aClaim())).toBe(true);
    expect(isInView(claimFiltersOf({ payer: 'p2' }), aClaim())).toBe(false);
    expect(claimFiltersOf({ state: 'lost' }).state).toBeUndefined();
  });

  it('stand newest first, as the server pages them', () => {
    const numbers = newestFirst([aClaim(), aClaim({ number: 'CLM-000124' })]).map(({ number }) => number);
    expect(numbers).toEqual(['CLM-000124', 'CLM-000123']);
  });

  it('tell what happened with days as people write them', () => {
    expect(timelineText({ text: 'An answer was promised for 2026-11-24' })).toBe(
      'An answer was promised for 24 Nov 2026',
    );
  });

  it('say what they wait for', () => {
    expect(nextOf({ state: 'draft', barriers: ['No price for 99214.'] })).toBe('Next: clear what bars sending.');
    expect(nextOf({ state: 'draft', barriers: ['No price', 'No payer'] })).toBe(
      'Next: clear the 2 things that bar sending.',
    );
    expect(nextOf({ state: 'paid-full', barriers: [] })).toBe('Decided.');
    expect(claimStateMark('rejected')).toBe('blocked');
  });
});

describe('a follow-up case', () => {
  it('counts the days of silence and the contacts', () => {
    expect(silenceWords(aCase(), '2026-11-24')).toBe('Silent 41 days');
    expect(silenceWords(aCase({ silentSince: '2026-11-23' }), '2026-11-24')).toBe('Silent 1 day');
    expect(askedWords(aCase())).toBe('Nobody asked yet');
    expect(askedWords(aCase({ callCount: 2, promisedOn: '2026-12-01' }))).toBe(
      'Asked 2 times, answer promised 1 Dec 2026',
    );
  });

  it('sleeps until the promised day and has no clock once resolved', () => {
    const promised = aCase({ stage: 'promised', promisedOn: '2026-12-01' });
    expect(followUpDue(promised, '2026-11-24', 'CT')).toMatchObject({ tier: 'paused', text: 'Until 1 Dec' });
    expect(followUpDue(promised, '2025-12-24', 'CT').text).toBe('Until 1 Dec 2026');
    expect(followUpDue(aCase({ stage: 'resolved' }), '2026-11-24', 'CT')).toEqual({ text: 'Resolved' });
    expect(followUpDue(aCase(), '2026-11-24', 'CT')).toMatchObject({ daysLeft: 6 });
  });

  it('is a card in the column it stands in on this screen', () => {
    const context = {
      today: '2026-11-24',
      zone: 'CT',
      personOf: (id: string) => ({ id, name: id }),
      here: new Map(),
      savingIds: new Set(['f1']),
    };
    expect(toFollowUpCard(aCase({ stage: 'contacted' }), 'silent', context)).toMatchObject({
      stage: 'silent',
      laneId: 'p1',
      remark: 'Saving',
      owner: null,
    });
  });
});

describe('a contact with a payer', () => {
  it('needs the day it was promised for, and not a past one', () => {
    const promised = { ...EMPTY_CALL, outcome: 'promised' as const };
    expect(callOf(promised, '2026-11-24')).toEqual({ missing: 'Say the day that was promised' });
    expect(callOf({ ...promised, promisedOn: '2026-11-23' }, '2026-11-24')).toEqual({
      missing: 'The promised day is past',
    });
    expect(callOf({ ...promised, promisedOn: '2026-11-24' }, '2026-11-24')).toEqual({
      call: { by: 'phone', outcome: 'promised', promisedOn: '2026-11-24' },
    });
  });

  it('keeps no day of another outcome, and leaves out what nobody wrote', () => {
    const draft = { ...EMPTY_CALL, promisedOn: '2026-12-01', note: ' in review ', reference: ' ' };
    expect(callOf(draft, '2026-11-24')).toEqual({ call: { by: 'phone', outcome: 'in-process', note: 'in review' } });
  });
});

describe('a fee', () => {
  it('is refused in place for each field, and read exactly', () => {
    expect(checkFee({ code: ' ', revenueCode: '45', dollars: '0', effectiveFrom: '' })).toEqual({
      code: 'Write the code',
      revenueCode: 'Four digits, or empty',
      cents: 'Write the price, such as 148.00',
      effectiveFrom: 'Say from which day',
    });
    expect(feeOf({ code: 'j1100', revenueCode: '', dollars: '0.29', effectiveFrom: '2026-01-01' })).toEqual({
      code: 'J1100',
      revenueCode: null,
      cents: 29,
      effectiveFrom: '2026-01-01',
    });
  });
});

describe('a rejection', () => {
  it('shows its codes as the file has them and its end in words', () => {
    expect(statusCode({ category: 'A7', status: '562', entity: '85', words: '' })).toBe('A7 · 562 · 85');
    expect(statusCode({ category: 'A3', status: '21', entity: null, words: '' })).toBe('A3 · 21');
    expect(resolutionWords('resent')).toBe('Corrected and sent again');
  });
});
