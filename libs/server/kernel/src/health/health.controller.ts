import { Controller, Get } from '@nestjs/common';
import * as z from 'zod/mini';
import { Endpoint } from '../access/endpoint.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { AppError } from '../errors/app-error.ts';
import { Readiness } from './readiness.ts';

const status = z.object({ status: z.string() });

/** For load balancers and supervisors; says nothing about anybody. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Endpoint({ id: 'health.live', permission: 'health.status.read', summary: 'Is the process up?', reply: status })
  live() {
    return { status: 'up' };
  }

  @Get('ready')
  @Endpoint({
    id: 'health.ready',
    permission: 'health.status.read',
    summary: 'May it get traffic? 503 while starting or draining.',
    reply: status,
  })
  async ready() {
    if (!this.readiness.isReady) throw new AppError('request/busy', { retryAfterSeconds: 1 });
    await this.uow.across('tail', 'SELECT 1');
    return { status: 'ready' };
  }
}
