import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Permission } from '@caseboard/contracts';
import { PUBLIC_PERMISSIONS } from '@caseboard/contracts';
import type { Request } from 'express';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { AppError } from '../errors/app-error.ts';
import { ENDPOINT, SOCKET_EVENT } from './endpoint.ts';
import type { EndpointDefinition } from './endpoint.ts';
import type { Principal, SessionSource } from './principal.ts';
import { SESSION_SOURCE } from './principal.ts';
import { traceIdOf } from './request-context.ts';
import type { RequestContext } from './request-context.ts';
import { sessionTokenOf } from './session-cookie.ts';

/** Every route and socket event passes here. One without a declared permission is refused, whoever asks. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    @Inject(SESSION_SOURCE) private readonly sessions: SessionSource,
    private readonly uow: UnitOfWork,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    return context.getType() === 'ws' ? this.mayEmit(context) : this.mayCall(context);
  }

  private async mayCall(context: ExecutionContext): Promise<boolean> {
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as EndpointDefinition | undefined;
    if (!endpoint) throw new AppError('access/forbidden');
    const request = context.switchToHttp().getRequest<Request & { context?: RequestContext }>();
    const token = sessionTokenOf(request.headers.cookie);
    const principal = token === undefined ? undefined : await this.sessions.principalOf(token);
    request.context = { traceId: request.context?.traceId ?? traceIdOf(request), ...(principal ? { principal } : {}) };
    if (PUBLIC_PERMISSIONS.has(endpoint.permission)) return true;
    if (!principal) throw new AppError('access/no-session');
    return this.requirePermission(principal, endpoint.permission, request.context.traceId);
  }

  private async mayEmit(context: ExecutionContext): Promise<boolean> {
    const permission = Reflect.getMetadata(SOCKET_EVENT, context.getHandler()) as Permission | undefined;
    const principal = context.switchToWs().getClient<{ data: { principal?: Principal } }>().data.principal;
    if (!permission || !principal) throw new AppError('access/forbidden');
    return this.requirePermission(principal, permission, 'socket');
  }

  private async requirePermission(principal: Principal, permission: Permission, traceId: string): Promise<boolean> {
    if (principal.permissions.has(permission)) return true;
    const audit = { action: permission, kind: 'route' };
    await this.uow.refused(
      { orgId: principal.orgId, actor: `user:${principal.userId}`, traceId, audit },
      'access/forbidden',
    );
    throw new AppError('access/forbidden');
  }
}
