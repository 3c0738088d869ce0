import { Catch, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { ErrorCode } from '@caseboard/contracts';
import { AppError, isConnectionLoss, isLockTimeout, LOG } from '@caseboard/server/kernel';
import type { Log } from '@caseboard/server/kernel';
import type { PlainReply } from './live-socket.ts';

/** Every failure of a socket event, the guard's too, becomes its acknowledgement `{ok: false, code}`. */
@Catch()
export class SocketRefusalFilter implements ExceptionFilter {
  private readonly log: Log;

  constructor(@Inject(LOG) log: Log) {
    this.log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const code = codeOf(error);
    if (code === 'request/failed')
      this.log.error(
        { code: (error as { code?: string } | undefined)?.code, stack: stackOf(error) },
        'a socket event failed',
      );
    const acknowledge = host.getArgs<unknown[]>().find((argument) => typeof argument === 'function') as
      ((reply: PlainReply) => void) | undefined;
    acknowledge?.({ ok: false, code });
  }
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  return isConnectionLoss(error) || isLockTimeout(error) ? 'request/busy' : 'request/failed';
}

/** Frames only: a driver's message may quote a row. */
const stackOf = (error: unknown) => (error instanceof Error ? error.stack?.split('\n').slice(1, 6) : undefined);
