import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { ERRORS } from '@caseboard/contracts';
import type { Problem } from '@caseboard/contracts';
import type { Request, Response } from 'express';
import type { RequestContext } from '../access/request-context.ts';
import { traceIdOf } from '../access/request-context.ts';
import { isConnectionLoss, isLockTimeout } from '../database/postgres-errors.ts';
import { LOG } from '../logging/logger.ts';
import type { Log } from '../logging/logger.ts';
import { AppError } from './app-error.ts';

/** Every failure of a route leaves as `application/problem+json`; only our own faults are logged as errors. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { context?: RequestContext }>();
    const traceId = request.context?.traceId ?? traceIdOf(request);
    const refusal = asAppError(error);
    // A refusal of ours without a cause, such as not being ready yet, is an answer and no fault.
    if (refusal.status >= 500 && refusal.cause !== undefined) {
      this.log.error({ traceId, code: refusal.code, err: loggable(error) }, 'request failed');
    }
    sendProblem(http.getResponse<Response>(), refusal, { traceId, instance: request.path });
  }
}

/** Writes a refusal as problem+json. */
function sendProblem(response: Response, refusal: AppError, where: { traceId: string; instance: string }): void {
  if (response.headersSent) return void response.end();
  const { retryAfterSeconds, ...details } = refusal.details;
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
  const body: Problem = {
    type: `urn:caseboard:${refusal.code.replace('/', ':')}`,
    title: ERRORS[refusal.code][1],
    status: refusal.status,
    code: refusal.code,
    ...where,
    ...details,
  };
  response.status(refusal.status).type('application/problem+json').send(JSON.stringify(body));
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isLockTimeout(error) || isConnectionLoss(error))
    return new AppError('request/busy', { retryAfterSeconds: 1 }, { cause: error });
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { status?: number } | undefined)?.status;
  if (status === 404) return new AppError('request/not-found');
  if (status === 413) return new AppError('request/too-large');
  if (status !== undefined && status >= 400 && status < 500) return new AppError('request/unreadable');
  return new AppError('request/failed', {}, { cause: error });
}

/** Stack and code only: a driver's message may quote a row. */
function loggable(error: unknown): Record<string, unknown> {
  const cause = error instanceof AppError && error.cause ? error.cause : error;
  if (!(cause instanceof Error)) return { type: typeof cause };
  const code = (cause as { code?: string }).code;
  const isDriver = 'driverError' in cause || /^[0-9A-Z]{5}$/.test(code ?? '');
  return {
    type: cause.name,
    code,
    message: isDriver ? undefined : cause.message,
    stack: cause.stack?.split('\n').slice(1, 8),
  };
}
