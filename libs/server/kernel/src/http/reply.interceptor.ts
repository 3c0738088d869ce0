import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod/mini';
import { ENDPOINT } from '../access/endpoint.ts';
import type { EndpointDefinition } from '../access/endpoint.ts';

/** Sends only what the route's reply names, with its status and the row's ETag; nothing to say is 204. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as EndpointDefinition | undefined;
    if (context.getType() !== 'http' || !endpoint) return next.handle();
    const http = context.switchToHttp();
    return next.handle().pipe(map((value) => shape(endpoint, value, http.getRequest(), http.getResponse())));
  }
}

function shape(endpoint: EndpointDefinition, value: unknown, request: Request, response: Response): unknown {
  if (value === undefined || value === null || !endpoint.reply) {
    if (!response.headersSent) response.status(204);
    return undefined;
  }
  const reply = z.parse(endpoint.reply, value);
  response.status(endpoint.status ?? 200);
  const version = (reply as { version?: unknown }).version;
  if (typeof version === 'number') {
    response.setHeader('ETag', `"v${version}"`);
    if (request.method === 'GET' && request.headers['if-none-match'] === `"v${version}"`)
      return void response.status(304);
  }
  response.setHeader('Cache-Control', 'no-store');
  return reply;
}
