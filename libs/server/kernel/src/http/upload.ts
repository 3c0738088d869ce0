import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream';
import type { Readable } from 'node:stream';
import { AppError } from '../errors/app-error.ts';
import busboy from 'busboy';
import type { Busboy } from 'busboy';
import { fileNameOf } from './file-name.rules.ts';

/** A file on its way in. */
export interface Upload {
  name: string;
  /** Throws `request/too-large` past the limit and `request/unreadable` when the form is cut off. */
  content: AsyncIterable<Uint8Array>;
}

/** What a multipart form has besides the file: boundary lines and headers. */
const FORM_BYTES = 64 * 1024;
/** A client that still sends after it was refused is listened to so long, so that it can read the answer. */
const PATIENCE_MS = 10_000;

/**
 * Hands the one file of a multipart form (field `file`) to `use` while it comes in: nothing is kept in memory
 * or on disk. Throws `request/too-large` as soon as the size is known, `import/missing-file`,
 * `request/invalid` for other fields, `request/unreadable` for a form that is none.
 */
export async function withUpload<R>(
  request: IncomingMessage,
  maxBytes: number,
  use: (upload: Upload) => Promise<R>,
): Promise<R> {
  try {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + FORM_BYTES) throw new AppError('request/too-large');
    const form = openForm(request);
    try {
      const { name, stream } = await form.file;
      return await use({ name, content: bounded(stream, form.ended, maxBytes) });
    } finally {
      form.close();
    }
  } finally {
    leave(request);
  }
}

interface Form {
  file: Promise<{ name: string; stream: Readable }>;
  /** When the whole form has been read; rejects when there was more than the file in it. */
  ended: Promise<void>;
  close(): void;
}

function openForm(request: IncomingMessage): Form {
  const parser = parserFor(request);
  const file = Promise.withResolvers<{ name: string; stream: Readable }>();
  const ended = Promise.withResolvers<void>();
  let extra: AppError | undefined;
  const end = (refusal: AppError | undefined) => {
    file.reject(refusal ?? new AppError('import/missing-file'));
    if (refusal) ended.reject(refusal);
    else ended.resolve();
  };
  ended.promise.catch(() => undefined);
  parser.on('file', (field, stream, info) => {
    stream.on('error', () => undefined);
    if (field === 'file') return file.resolve({ name: fileNameOf(info.filename), stream });
    extra ??= unknownField(field);
    stream.resume();
  });
  parser.on(
    'field',
    (field) => (extra ??= field === 'file' ? new AppError('import/missing-file') : unknownField(field)),
  );
  parser.on('filesLimit', () => (extra ??= unknownField('file')));
  parser.on('error', (cause) => end(new AppError('request/unreadable', {}, { cause })));
  parser.on('close', () => end(extra));
  finished(request, { writable: false }, (error) => error && parser.destroy(error));
  request.pipe(parser);
  return { file: file.promise, ended: ended.promise, close: () => request.unpipe(parser) };
}

function parserFor(request: IncomingMessage): Busboy {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? ''))
    throw new AppError('import/missing-file');
  try {
    const limits = { files: 1, fields: 1, fieldSize: 1, parts: 3, headerPairs: 50 };
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits });
  } catch (cause) {
    throw new AppError('request/unreadable', {}, { cause });
  }
}

async function* bounded(stream: Readable, ended: Promise<void>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      bytes += piece.byteLength;
      if (bytes > maxBytes) throw new AppError('request/too-large');
      yield piece;
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('request/unreadable', {}, { cause: error });
  }
  await ended;
}

const unknownField = (name: string) =>
  new AppError('request/invalid', {
    errors: [{ pointer: `/${name.slice(0, 60)}`, message: 'This field is not known here.' }],
  });

/** Reads away what still comes: a connection closed under a client that writes loses the answer it was sent. */
function leave(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  request.on('error', () => undefined).resume();
  const timer = setTimeout(() => request.destroy(), PATIENCE_MS).unref();
  request.once('end', () => clearTimeout(timer));
}
