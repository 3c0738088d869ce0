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
async function ask(method: Method, path: string, { body, version, query, signal }: Ask = {}): Promise<Response> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"v${version}"`;
  if (method === 'POST') headers['Idempotency-Key'] = crypto.randomUUID();
  const init: RequestInit = {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
  return insist(() => fetch(address(path, query), init), method);
}

async function call<Reply>(
  method: Method,
  path: string,
  reply: z.core.$ZodType<Reply> | undefined,
  asked?: Ask,
): Promise<Reply> {
  const response = await ask(method, path, asked);
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
  get: <Reply>(path: string, reply: z.core.$ZodType<Reply>, asked?: Ask) => call('GET', path, reply, asked),
  post: <Reply>(path: string, reply?: z.core.$ZodType<Reply>, asked?: Ask) => call('POST', path, reply, asked),
  put: <Reply>(path: string, reply: z.core.$ZodType<Reply>, asked?: Ask) => call('PUT', path, reply, asked),
  patch: <Reply>(path: string, reply: z.core.$ZodType<Reply>, asked?: Ask) => call('PATCH', path, reply, asked),
  delete: <Reply>(path: string, reply?: z.core.$ZodType<Reply>, asked?: Ask) => call('DELETE', path, reply, asked),
  /** A file with the name the server gives it. */
  file: async (path: string, asked?: Ask): Promise<{ name: string; content: Blob }> => {
    const response = await ask('GET', path, asked);
    const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
    return { name: name ?? 'caseboard', content: await response.blob() };
  },
};
