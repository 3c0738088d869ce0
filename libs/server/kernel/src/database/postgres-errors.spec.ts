import {
  constraintOf,
  isConnectionLoss,
  isLockTimeout,
  isUniqueViolation,
  isWorthRepeating,
} from './postgres-errors.ts';

const wrapped = (code: string) =>
  Object.assign(new Error('query failed'), { driverError: { code, constraint: 'payer_key' } });

describe('what the database says', () => {
  it('is understood through the wrapping of the ORM and without it', () => {
    expect(isUniqueViolation(wrapped('23505'))).toBe(true);
    expect(isUniqueViolation({ code: '23505' })).toBe(true);
    expect(constraintOf(wrapped('23505'))).toBe('payer_key');
    expect(isLockTimeout(wrapped('55P03'))).toBe(true);
  });

  it('may be repeated after a deadlock, not after a refusal', () => {
    expect(isWorthRepeating(wrapped('40P01'))).toBe(true);
    expect(isWorthRepeating(wrapped('23505'))).toBe(false);
  });

  it.each([
    [wrapped('57P01')],
    [wrapped('08006')],
    [{ code: 'ECONNRESET' }],
    [new Error('Connection terminated unexpectedly')],
  ])('tells a lost connection: %p', (error) => expect(isConnectionLoss(error)).toBe(true));

  it('takes no other error for a lost connection', () => {
    expect(isConnectionLoss(new Error('a bug'))).toBe(false);
    expect(isConnectionLoss(undefined)).toBe(false);
  });
});
