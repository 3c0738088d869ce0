import { chooseClaim, chooseReversed } from './claim-match.rules.ts';
import { matchLines } from './line-match.rules.ts';

describe('finding the claim of a decision', () => {
  const claim = (id: string, payerId: string, chargeCents: number) => ({
    id,
    payerId,
    chargeCents,
    controlNumber: 'C1',
  });

  it('prefers the payer, then the charge, then the newest', () => {
    const sought = { payerId: 'A', chargeCents: 100 };
    expect(chooseClaim([claim('1', 'B', 100), claim('2', 'A', 999)], sought)?.id).toBe('2');
    expect(chooseClaim([claim('1', 'A', 100), claim('2', 'A', 999)], sought)?.id).toBe('1');
    expect(chooseClaim([claim('1', 'A', 100), claim('2', 'A', 100)], sought)?.id).toBe('2');
    expect(chooseClaim([], sought)).toBeUndefined();
  });

  it('knows a charge that a reversal carries with the opposite sign', () => {
    expect(chooseClaim([claim('1', 'A', 100), claim('2', 'A', 50)], { payerId: 'A', chargeCents: -100 })?.id).toBe('1');
  });
});

describe('finding the decision a reversal takes back', () => {
  const decision = (id: string, more = {}) => ({
    id,
    claimId: null,
    payerId: 'A',
    payerClaimNumber: 'N1',
    chargeCents: 100,
    paidCents: 60,
    ...more,
  });
  const reversal = { payerId: 'A', payerClaimNumber: 'N1', chargeCents: -100, paidCents: -60 };

  it('takes the one with exactly the opposite amounts, by the payer’s number first', () => {
    const decisions = [
      decision('1', { payerClaimNumber: 'N1' }),
      decision('2', { payerClaimNumber: 'N2' }),
      decision('3', { paidCents: 59 }),
    ];
    expect(chooseReversed(decisions, reversal)?.id).toBe('1');
    expect(chooseReversed(decisions.slice(1), reversal)?.id).toBe('2');
  });

  it('finds none of another payer or amount', () => {
    expect(
      chooseReversed([decision('1', { payerId: 'B' }), decision('2', { chargeCents: 99 })], reversal),
    ).toBeUndefined();
  });
});

describe('matching decided lines with those sent', () => {
  const sent = (lineNumber: number, procedure: string, chargeCents: number, more = {}) => ({
    lineNumber,
    procedure,
    chargeCents,
    modifiers: [] as string[],
    revenueCode: null,
    controlNumber: null,
    ...more,
  });
  const decided = (ordinal: number, procedure: string | null, chargeCents: number, more = {}) => ({
    ordinal,
    procedure,
    chargeCents,
    modifiers: [] as string[],
    revenueCode: null,
    controlNumber: null,
    ...more,
  });
  const pairs = (...matched: Parameters<typeof matchLines>) => Object.fromEntries(matchLines(...matched));

  it('goes by our line control number before anything else', () => {
    expect(
      pairs(
        [sent(1, '99213', 100, { controlNumber: 'L1' }), sent(2, '99213', 100, { controlNumber: 'L2' })],
        [decided(1, '99213', 100, { controlNumber: 'L2' }), decided(2, '99213', 100, { controlNumber: 'L1' })],
      ),
    ).toEqual({ 1: 2, 2: 1 });
  });

  it('tells lines apart by modifier, and forgives a payer that leaves it out', () => {
    const lines = [sent(1, '99213', 100), sent(2, '99213', 100, { modifiers: ['25'] })];
    expect(pairs(lines, [decided(1, '99213', 100, { modifiers: ['25'] }), decided(2, '99213', 100)])).toEqual({
      1: 2,
      2: 1,
    });
    expect(pairs([sent(1, '99213', 100, { modifiers: ['25'] })], [decided(1, '99213', 100)])).toEqual({ 1: 1 });
  });

  it('goes by revenue code where there is no procedure, and gives a line away once', () => {
    expect(
      pairs(
        [sent(1, '', 100, { procedure: null, revenueCode: '0450' })],
        [decided(1, null, 100, { revenueCode: '0450' }), decided(2, null, 100, { revenueCode: '0450' })],
      ),
    ).toEqual({ 1: 1 });
  });

  it('leaves a line that fits none', () => {
    expect(pairs([sent(1, '99213', 100)], [decided(1, '70551', 900)])).toEqual({});
  });
});
