import type { NextFunction, Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sessionTokenOf } from '../access/session-cookie.ts';
import { AppError } from '../errors/app-error.ts';

/** Per person and node: bursts above 100 a second and 20 a second for long pass; floods do not. */
const POINTS = 4000;
const SECONDS = 10;

/** Counts requests by session, or by address before there is one; refuses with Retry-After. */
export function rateLimit() {
  const limiter = new RateLimiterMemory({ points: POINTS, duration: SECONDS });
  return (request: Request, _: Response, next: NextFunction) => {
    const key = sessionTokenOf(request.headers.cookie) ?? request.ip ?? 'unknown';
    limiter.consume(key).then(
      () => next(),
      (refusal: { msBeforeNext?: number }) =>
        next(new AppError('request/too-many', { retryAfterSeconds: Math.ceil((refusal.msBeforeNext ?? 1000) / 1000) })),
    );
  };
}
