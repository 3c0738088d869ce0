import { accountStateOf, isNextStatement } from './account-state.rules.ts';

const sums = { balanceCents: 0, heldCents: 0, insuranceCents: 0, creditCents: 0, statementsCounted: 0 };

describe('the state of an account', () => {
  it('goes from the balance over two statements to the final notice and stays there', () => {
    const states = [0, 1, 2, 3, 4].map((statementsCounted) =>
      accountStateOf({ ...sums, balanceCents: 500, statementsCounted }),
    );
    expect(states).toEqual(['patient-balance', 'statement-1', 'statement-2', 'final-notice', 'final-notice']);
  });

  it('waits for insurers while everything owed is held, or nothing is owed yet', () => {
    expect(accountStateOf({ ...sums, balanceCents: 500, heldCents: 500 })).toBe('insurance-pending');
    expect(accountStateOf({ ...sums, insuranceCents: 500 })).toBe('insurance-pending');
    expect(accountStateOf({ ...sums, balanceCents: 500, heldCents: 499 })).toBe('patient-balance');
  });

  it('is paid at nothing, and to be refunded with credit and nothing owed', () => {
    expect(accountStateOf(sums)).toBe('paid');
    expect(accountStateOf({ ...sums, creditCents: 1, insuranceCents: 700 })).toBe('refund-due');
    expect(accountStateOf({ ...sums, creditCents: 1, balanceCents: 3, heldCents: 3 })).toBe('insurance-pending');
  });

  it('counts a statement once in 25 days', () => {
    expect(isNextStatement(null, '2026-11-24')).toBe(true);
    expect(isNextStatement('2026-11-01', '2026-11-25')).toBe(false);
    expect(isNextStatement('2026-11-01', '2026-11-26')).toBe(true);
  });
});
