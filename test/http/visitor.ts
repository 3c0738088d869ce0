import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

interface Ask {
  body?: unknown;
  version?: number;
  key?: string | null;
  headers?: Record<string, string>;
}

/** A person at the interface: real HTTP, a real cookie, the Origin a browser would send. */
export class Visitor {
  readonly address: string;
  cookie: string | undefined;

  constructor(address: string, cookie?: string) {
    this.address = address;
    this.cookie = cookie;
  }

  static async signedIn(address: string, email: string, password: string): Promise<Visitor> {
    const visitor = new Visitor(address);
    const answer = await visitor.post('/session', { body: { email, password }, key: null });
    if (answer.status !== 200)
      throw new Error(`${email} could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return visitor;
  }

  get<Body>(path: string, ask: Ask = {}) {
    return this.call<Body>('GET', path, ask);
  }
  post<Body>(path: string, ask: Ask = {}) {
    return this.call<Body>('POST', path, ask);
  }
  put<Body>(path: string, ask: Ask = {}) {
    return this.call<Body>('PUT', path, ask);
  }
  patch<Body>(path: string, ask: Ask = {}) {
    return this.call<Body>('PATCH', path, ask);
  }
  delete<Body>(path: string, ask: Ask = {}) {
    return this.call<Body>('DELETE', path, ask);
  }

  async call<Body = unknown>(method: string, path: string, ask: Ask = {}): Promise<Answer<Body>> {
    const key = ask.key === undefined && method === 'POST' ? randomUUID() : (ask.key ?? undefined);
    const isForm = ask.body instanceof FormData;
    const response = await fetch(
      `${this.address}${path.startsWith('/api') || path.startsWith('/health') ? path : `/api/v1${path}`}`,
      {
        method,
        headers: {
          Origin: this.address,
          ...(ask.body !== undefined && !isForm ? { 'Content-Type': 'application/json' } : {}),
          ...(this.cookie ? { Cookie: this.cookie } : {}),
          ...(key ? { 'Idempotency-Key': key } : {}),
          ...(ask.version === undefined ? {} : { 'If-Match': `"v${ask.version}"` }),
          ...ask.headers,
        },
        ...(ask.body === undefined ? {} : { body: isForm ? (ask.body as FormData) : JSON.stringify(ask.body) }),
      },
    );
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    const session = set.find((pair) => /^(__Host-)?caseboard=/.test(pair));
    if (session !== undefined) this.cookie = session.endsWith('=') ? undefined : session;
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: (isJson && text !== '' ? JSON.parse(text) : text) as Body,
      headers: response.headers,
    };
  }

  /** Uploads a file to the import page's door. */
  upload(name: string, content: string | Uint8Array<ArrayBuffer>, ask: Ask = {}) {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    return this.post<{ id: string; code?: string }>('/imports', { ...ask, body: form });
  }

  /** Asks for an import until it has come to its end. */
  async imported(id: string) {
    for (;;) {
      const { body } = await this.get<ImportAnswer>(`/imports/${id}`);
      if (['done', 'failed', 'rejected'].includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Opens the live socket with this person's cookie. */
  live(origin = this.address): Socket {
    return io(this.address, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { Origin: origin, ...(this.cookie ? { Cookie: this.cookie } : {}) },
    });
  }
}

export interface ImportAnswer {
  id: string;
  kind: string;
  state: string;
  counts: Record<string, number>;
  errors: { code: string; message: string; severity: string; segment?: number; element?: number }[];
  duplicateOf?: string;
}
