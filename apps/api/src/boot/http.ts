import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { allowedOrigins, originCheck, rateLimit } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';

const WEB = join(import.meta.dirname, '../web');

/** Everything in front of the routes: headers, limits, Origin, bodies, a line per request. */
export function prepareHttp(app: NestExpressApplication, config: Config, log: Log, port: () => number): void {
  app.disable('x-powered-by');
  if (config.publicUrl) app.set('trust proxy', 1);
  app.use(
    helmet({
      contentSecurityPolicy: { directives: contentPolicy(config) },
      strictTransportSecurity: config.publicUrl !== undefined,
    }),
  );
  app.use(requestLine(log));
  app.use('/api', rateLimit());
  app.use(
    '/api',
    originCheck(() => allowedOrigins(config)(port())),
  );
  app.useBodyParser('json', { limit: '256kb', type: ['application/json', 'application/merge-patch+json'] });
}

/** The web pages: hashed assets for a year, the page itself never stored. Unknown API paths stay 404. */
export function servePages(app: NestExpressApplication): void {
  if (!existsSync(join(WEB, 'index.html'))) return;
  app.use('/assets', express.static(join(WEB, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use(express.static(WEB, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' && !/^\/(api|live|health|metrics)(\/|$)/.test(request.path) && request.accepts('html');
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-store');
    return response.sendFile(join(WEB, 'index.html'));
  });
}

const contentPolicy = (config: Config) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: config.publicUrl ? [] : null,
});

/** Method, path pattern and time: never a query string, a body or a name. */
function requestLine(log: Log) {
  return (request: Request, response: Response, next: NextFunction) => {
    const started = performance.now();
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? '-';
      log.debug(
        { method: request.method, route, status: response.statusCode, ms: Math.round(performance.now() - started) },
        'request',
      );
    });
    next();
  };
}
