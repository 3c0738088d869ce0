import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { Permission } from '@caseboard/contracts';
import * as z from 'zod/mini';

/** What a route declares: without it the server does not start. */
export interface EndpointDefinition {
  /** `workItems.list`: the stable operationId of the OpenAPI document. */
  id: string;
  permission: Permission;
  summary: string;
  /** Parsed strictly; unknown fields are refused. */
  body?: z.core.$ZodType;
  query?: z.core.$ZodType;
  /** What the caller gets: fields that are not named here never leave. Without it the answer is 204. */
  reply?: z.core.$ZodType;
  /** Media type of a file that the handler sends by itself: `text/csv`, or a range where several are sent. */
  file?: string;
  status?: number;
  /** Changes a versioned row: `If-Match` is required (428), checked by the service (412). */
  isVersioned?: boolean;
  /** `none`: a POST that needs no Idempotency-Key (signing in, resetting). Default: every POST needs one. */
  idempotency?: 'none';
  /** The body is a stream the handler reads by itself (uploads). */
  isStream?: boolean;
}

export const ENDPOINT = 'caseboard:endpoint';

type JsonSchema = Record<string, unknown>;
const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return rest;
};

/** Where the OpenAPI document keeps the shape of every refusal. */
const PROBLEM_REF = '#/components/schemas/Problem';

/** Declares a route: its permission, its shapes, its entry in the OpenAPI document. */
export function Endpoint(definition: EndpointDefinition): MethodDecorator {
  const query = definition.query ? jsonSchema(definition.query, 'input') : undefined;
  const required = new Set((query?.required as string[] | undefined) ?? []);
  return applyDecorators(
    SetMetadata(ENDPOINT, definition),
    ApiOperation({
      operationId: definition.id,
      summary: definition.summary,
      description: `Permission: \`${definition.permission}\``,
    }),
    ...(definition.body ? [ApiBody({ schema: jsonSchema(definition.body, 'input') })] : []),
    ...Object.entries((query?.properties as Record<string, JsonSchema> | undefined) ?? {}).map(([name, schema]) =>
      ApiQuery({ name, required: required.has(name), schema }),
    ),
    definition.reply
      ? ApiResponse({
          status: definition.status ?? 200,
          description: 'Done.',
          schema: jsonSchema(definition.reply, 'output'),
        })
      : definition.file
        ? ApiResponse({
            status: 200,
            description: 'The file.',
            content: { [definition.file]: { schema: { type: 'string', format: 'binary' } } },
          })
        : ApiResponse({ status: 204, description: 'Done, nothing to say.' }),
    ApiResponse({
      status: 'default',
      description: 'Refused.',
      content: { 'application/problem+json': { schema: { $ref: PROBLEM_REF } } },
    }),
  );
}

/** Declares the permission of a socket event; the guard and the registry test read it. */
export const SocketEvent = (permission: Permission) => SetMetadata(SOCKET_EVENT, permission);
export const SOCKET_EVENT = 'caseboard:socket-event';
