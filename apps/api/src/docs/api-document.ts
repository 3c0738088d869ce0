import type { INestApplication } from '@nestjs/common';
import { problem } from '@caseboard/contracts';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { toJSONSchema } from 'zod/mini';

/** The OpenAPI 3.1 document of every route, from the same schemas that parse requests and strip replies. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Caseboard')
    .setVersion('1')
    .setDescription(
      'Cookie session; Origin on every change; Idempotency-Key on every POST that is a command; If-Match where a version is needed.',
    )
    .addCookieAuth('caseboard')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  for (const [path, operations] of Object.entries(document.paths)) addPathParameters(path, operations);
  const { $schema: _dialect, ...refusal } = toJSONSchema(problem, { unrepresentable: 'any' });
  document.components = { ...document.components, schemas: { Problem: refusal as object } };
  return sorted(document) as OpenAPIObject;
}

interface Operation {
  parameters?: unknown[];
}

/** Path ids are read by our own decorator, which the scanner does not know. */
function addPathParameters(path: string, operations: object): void {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  for (const operation of Object.values(operations) as Operation[]) {
    const others = (operation.parameters ?? []).filter((parameter) => (parameter as { in?: string }).in !== 'path');
    operation.parameters = [...parameters, ...others];
  }
}

/** Keys in order, so that the committed file changes only when the interface does. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, own]) => [key, sorted(own)]),
  );
}
