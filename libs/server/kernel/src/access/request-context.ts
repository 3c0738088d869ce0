import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { AppError } from '../errors/app-error.ts';
import type { EndpointDefinition } from './endpoint.ts';
import type { Caller, Principal } from './principal.ts';

/** What the edge learns of a request before its handler runs. */
export interface RequestContext {
  traceId: string;
  principal?: Principal;
}

/** The W3C trace id the request came with, else a new one; it stands in errors, logs and audit. */
export function traceIdOf(request: Request): string {
  const parent = /^00-([0-9a-f]{32})-/.exec(request.header('traceparent') ?? '')?.[1];
  return parent ?? randomUUID().replaceAll('-', '');
}

/** Builds the caller of a handler; throws `request/key-missing` or `request/version-required` where the route demands them. */
export function callerOf(request: Request & { context?: RequestContext }, endpoint: EndpointDefinition): Caller {
  const context = request.context;
  if (!context?.principal) throw new AppError('access/no-session');
  const ifMatch = versionOf(request.header('if-match'));
  if (endpoint.isVersioned && ifMatch === undefined) throw new AppError('request/version-required');
  const key = request.header('idempotency-key')?.trim();
  if (!key && request.method === 'POST' && endpoint.idempotency !== 'none') throw new AppError('request/key-missing');
  return {
    principal: context.principal,
    route: endpoint.id,
    traceId: context.traceId,
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(key ? { idempotency: { key: key.slice(0, 200), bodyHash: bodyHashOf(request) } } : {}),
  };
}

/** `"v17"` → 17; `*` and anything else are not versions. */
function versionOf(header: string | undefined): number | undefined {
  const match = /^(?:W\/)?"v(\d{1,15})"$/.exec(header?.trim() ?? '');
  return match ? Number(match[1]) : undefined;
}

function bodyHashOf(request: Request): string {
  const asked = JSON.stringify([request.params, request.query, request.body ?? null]);
  return createHash('sha256').update(asked).digest('hex');
}
