import { problem } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { ApiError } from './api-error.ts';
import { tellSignedOut } from './signed-out.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Ask {
  body?: unknown;
  /** The version seen, sent as `If-Match`. */
  version?: number;
  query?: Readonly<Record<string, string | number | undefined>>;
  signal?: AbortSignal;
}

const TRIES = 3;
/**
 * Calls `/api/v1`. Every POST carries one Idempotency-Key over all its tries, so that a lost answer is
 * asked for again without doing the thing twice. Throws ApiError.
 */
async function call<Reply>(
  method: Method,
  path: string,
  reply: z.core.$ZodType<Reply> | undefined,
  ask: Ask = {},
): Promise<Reply> {
  const headers: Record<string, string> = {};
  if (ask.body !== undefined) headers['Content-Type'] = 'application/json';
  if (ask.version !== undefined) headers['If-Match'] = `"v${ask.version}"`;
  if (method === 'POST') headers['Idempotency-Key'] = crypto.randomUUID();
  const init: RequestInit = {
    method,
    headers,
    ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
    ...(ask.signal ? { signal: ask.signal } : {}),
  };
  const response = await insist(() => fetch(address(path, ask.query), init), method);
  if (response.status === 204 || !reply) return undefined as Reply;
  return z.parse(reply, await response.json());
}

/** Repeats what may be repeated: reads, and commands under their key, when the way there failed. */
async function insist(run: () => Promise<Response>, method: Method): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await run().catch((error: Error) => {
      if (error.name === 'AbortError') throw error;
      return undefined;
    });
    if (response?.ok) return response;
    const isPassing = response === undefined || response.status === 503;
    if (!isPassing || attempt === TRIES || (method !== 'GET' && method !== 'POST')) throw await refusal(response);
    await pause(Number(response?.headers.get('Retry-After') ?? 0) * 1000 || 150 * attempt);
  }
}

async function refusal(response: Response | undefined): Promise<ApiError> {
  if (!response) return new ApiError(0, undefined);
  const parsed = z.safeParse(problem, await response.json().catch(() => undefined));
  if (response.status === 401 && parsed.data?.code === 'access/no-session') tellSignedOut();
  return new ApiError(response.status, parsed.data);
}

function address(path: string, query: Ask['query'] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return `/api/v1${path}${given.length > 0 ? `?${search}` : ''}`;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The REST door. `reply` is the contract's schema of the answer. */
export const api = {
  get: <Reply>(path: string, reply: z.core.$ZodType<Reply>, ask?: Ask) => call('GET', path, reply, ask),
  post: <Reply>(path: string, reply?: z.core.$ZodType<Reply>, ask?: Ask) => call('POST', path, reply, ask),
  put: <Reply>(path: string, reply: z.core.$ZodType<Reply>, ask?: Ask) => call('PUT', path, reply, ask),
  patch: <Reply>(path: string, reply: z.core.$ZodType<Reply>, ask?: Ask) => call('PATCH', path, reply, ask),
  delete: <Reply>(path: string, reply?: z.core.$ZodType<Reply>, ask?: Ask) => call('DELETE', path, reply, ask),
};
