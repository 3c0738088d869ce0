import { Injectable } from '@nestjs/common';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { accountKey, addressKey } from './throttle-key.rules.ts';

const MINUTE = 60;

/**
 * Guesses that are checked, per account and per address. NIST SP 800-63B, 5.2.2 allows at most 100 in a row;
 * a thousand against one account check 10, a thousand spread over accounts from one address check 90.
 */
const SIGN_IN = { account: { points: 10, duration: 15 * MINUTE }, address: { points: 90, duration: 5 * MINUTE } };

/** Reset mails: enough for a person in trouble, too few to flood a mailbox. */
const RESET = { account: { points: 5, duration: 60 * MINUTE }, address: { points: 30, duration: 60 * MINUTE } };

/** Who tries, by what they claim to be and where from. */
export interface Attempt {
  email: string;
  ip: string;
}

/** Counts attempts in PostgreSQL, so that every node counts together without Redis. */
@Injectable()
export class Throttle {
  private readonly signIns: Pair;
  private readonly resets: Pair;

  constructor(uow: UnitOfWork) {
    this.signIns = pairOf(uow, 'sign-in', SIGN_IN);
    this.resets = pairOf(uow, 'reset', RESET);
  }

  /** Counts a guess before it is checked; throws `identity/too-many-attempts`. */
  countSignIn(attempt: Attempt): Promise<void> {
    return count(this.signIns, attempt);
  }

  /** The guess was right: it does not count, and earlier ones of the account are forgiven. */
  async forgiveSignIn(attempt: Attempt): Promise<void> {
    await this.signIns.account.delete(accountKey(attempt.email));
    await this.signIns.address.reward(addressKey(attempt.ip));
  }

  /** Counts a request for a reset mail; throws `identity/too-many-attempts`. */
  countReset(attempt: Attempt): Promise<void> {
    return count(this.resets, attempt);
  }
}

interface Pair {
  account: RateLimiterPostgres;
  address: RateLimiterPostgres;
}
type Limits = Record<keyof Pair, { points: number; duration: number }>;

const pairOf = (uow: UnitOfWork, name: string, limits: Limits): Pair => ({
  account: limiter(uow, `${name}-account`, limits.account),
  address: limiter(uow, `${name}-address`, limits.address),
});

function limiter(uow: UnitOfWork, keyPrefix: string, limit: Limits['account']): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query: (asked: Statement) => query(uow, asked) },
    storeType: 'pool',
    schemaName: 'identity',
    tableName: 'throttle',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    // What is closed is known here until it opens: a flood costs the database nothing.
    inMemoryBlockOnConsumed: limit.points + 1,
    ...limit,
  });
}

interface Statement {
  text: string;
  values: unknown[];
}

/** The limiter's statements go through the unit of work, under the one policy that lets them. */
async function query(uow: UnitOfWork, asked: Statement): Promise<{ rows: unknown[]; rowCount: number }> {
  const rows = await uow.across('sign-in', asked.text, asked.values);
  return { rows, rowCount: rows.length };
}

/**
 * The address first, so that one that is closed cannot close accounts; and a guess at a closed account does not
 * count for the address, so that it does not close it for everybody behind it.
 */
async function count(pair: Pair, attempt: Attempt): Promise<void> {
  const address = addressKey(attempt.ip);
  await consume(pair.address, address);
  try {
    await consume(pair.account, accountKey(attempt.email));
  } catch (refusal) {
    await pair.address.reward(address);
    throw refusal;
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new AppError('identity/too-many-attempts', { retryAfterSeconds });
  }
}
