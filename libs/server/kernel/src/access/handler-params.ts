import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import * as z from 'zod/mini';
import { AppError, notFound } from '../errors/app-error.ts';
import { ENDPOINT } from './endpoint.ts';
import type { EndpointDefinition } from './endpoint.ts';
import { callerOf } from './request-context.ts';

const endpointOf = (context: ExecutionContext) =>
  Reflect.getMetadata(ENDPOINT, context.getHandler()) as EndpointDefinition;
const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<Request>();

/** Parses with a contract's schema; throws `request/invalid` naming each wrong part, never its value. */
export function parseInput(schema: z.core.$ZodType, value: unknown): unknown {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).map((issue) => ({
    pointer: `/${[...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys[0]] : [])].join('/')}`,
    message: issue.code === 'unrecognized_keys' ? 'This field is not known here.' : issue.message,
  }));
  throw new AppError('request/invalid', { errors });
}

/** The person asking, with the key and version their request carried. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(requestOf(context), endpointOf(context)),
);

/** The body, parsed by the route's own schema. */
export const Body = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const schema = endpointOf(context).body;
  if (!schema) throw new Error('The route declares no body.');
  return parseInput(schema, requestOf(context).body ?? {});
});

/** The query, parsed by the route's own schema. */
export const Query = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const schema = endpointOf(context).query;
  if (!schema) throw new Error('The route declares no query.');
  return parseInput(schema, requestOf(context).query);
});

const uuid = z.uuid();

/** A path id; anything that is no UUID is simply not there (404). */
export const Id = createParamDecorator((name: string | undefined, context: ExecutionContext) => {
  const value = requestOf(context).params[name ?? 'id'];
  if (!z.safeParse(uuid, value).success) throw notFound();
  return (value as string).toLowerCase();
});
