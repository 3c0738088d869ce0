import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { AppError } from '../errors/app-error.ts';
import { withUpload } from './upload.ts';

const LIMIT = 100_000;

describe('an upload', () => {
  let server: Server;
  let url: string;
  let most = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      withUpload(request, LIMIT, async ({ name, content }) => {
        let bytes = 0;
        for await (const piece of content) {
          bytes += piece.byteLength;
          most = Math.max(most, piece.byteLength);
        }
        return `${name}: ${bytes} bytes`;
      }).then(
        (said) => response.end(said),
        (error: unknown) => response.end(error instanceof AppError ? error.code : `unexpected: ${String(error)}`),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const form = (...fields: [name: string, value: string | Blob, fileName?: string][]) => {
    const data = new FormData();
    for (const [name, value, fileName] of fields) {
      if (value instanceof Blob) data.append(name, value, fileName);
      else data.append(name, value);
    }
    return data;
  };
  const sent = async (body: FormData | string, headers: Record<string, string> = {}) =>
    (await fetch(url, { method: 'POST', body, headers })).text();
  const file = (bytes: number) => new Blob([Buffer.alloc(bytes, 'x')]);
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=line' };

  it('comes in pieces, with its name without folders', async () => {
    expect(await sent(form(['file', file(90_000), 'C:\\in\\Zahlung für März.835']))).toBe(
      'Zahlung für März.835: 90000 bytes',
    );
    expect(most).toBeLessThanOrEqual(65_536);
  });

  it('may be empty; that is for others to refuse', async () => {
    expect(await sent(form(['file', file(0), 'empty.835']))).toBe('empty.835: 0 bytes');
  });

  it('is refused past the limit by what it says of its size', async () => {
    expect(await sent(form(['file', file(LIMIT * 4), 'big.835']))).toBe('request/too-large');
  });

  it('is refused past the limit by what has come, at once, when it says no size', async () => {
    const asked = httpRequest(url, { method: 'POST', headers: { ...multipart, 'Transfer-Encoding': 'chunked' } });
    asked.on('error', () => undefined);
    asked.write('--line\r\nContent-Disposition: form-data; name="file"; filename="endless.835"\r\n\r\n');
    const timer = setInterval(() => asked.write(Buffer.alloc(20_000)), 1);
    const [answer] = await once(asked, 'response');
    clearInterval(timer);
    expect(String(Buffer.concat(await answer.toArray()))).toBe('request/too-large');
    asked.destroy();
  });

  it('needs the field "file" as a file', async () => {
    expect(await sent(form())).toMatch(/import\/missing-file|request\/unreadable/);
    expect(await sent(form(['file', 'just text']))).toBe('import/missing-file');
    expect(await sent('{}', { 'Content-Type': 'application/json' })).toBe('import/missing-file');
  });

  it('takes no other fields, before or after the file', async () => {
    expect(await sent(form(['orgId', 'x'], ['file', file(5), 'a']))).toBe('request/invalid');
    expect(await sent(form(['file', file(5), 'a'], ['orgId', 'x']))).toBe('request/invalid');
    expect(await sent(form(['file', file(5), 'a'], ['file', file(5), 'b']))).toBe('request/invalid');
    expect(await sent(form(['other', file(5), 'a']))).toBe('request/invalid');
  });

  it('is unreadable when the form is none or is cut off', async () => {
    const start = '--line\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf a fi';
    expect(await sent(start, multipart)).toBe('request/unreadable');
    expect(await sent('nothing of the kind', multipart)).toBe('request/unreadable');
    expect(await sent('x', { 'Content-Type': 'multipart/form-data' })).toBe('request/unreadable');
  });

  it('that is cut off in the middle ends', async () => {
    const refused = new Promise((resolve) => {
      server.once('request', (request) => withUploadOnly(request).catch(resolve));
    });
    const asked = httpRequest(url, { method: 'POST', headers: { ...multipart, 'Content-Length': '50000' } });
    asked.on('error', () => undefined);
    asked.write('--line\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf');
    await new Promise((resolve) => setTimeout(resolve, 50));
    asked.destroy();
    expect(await refused).toMatchObject({ code: 'request/unreadable' });
  });

  const withUploadOnly = async (request: Parameters<typeof withUpload>[0]) =>
    withUpload(request, LIMIT, async ({ content }) => {
      for await (const _ of content);
    });
});
