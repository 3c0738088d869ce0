import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors/app-error.ts';

/** Exactly the addresses our own pages are served from; look-alikes, sub-domains and other ports are not. */
export function allowedOrigins(
  config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
): (port: number) => ReadonlySet<string> {
  return (port) =>
    new Set(
      config.publicUrl
        ? [new URL(config.publicUrl).origin]
        : [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`],
    );
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change unless its Origin is exactly one of ours. Browsers always send one on changes; programs
 * name the address they speak to.
 */
export const originCheck =
  (origins: () => ReadonlySet<string>) => (request: Request, _: Response, next: NextFunction) => {
    const isAllowed = SAFE.has(request.method) || origins().has(request.headers.origin ?? '');
    next(isAllowed ? undefined : new AppError('access/origin'));
  };
