import type { FileStore } from '@caseboard/server/kernel';
import { gunzipped } from './gunzip.ts';
import type { HeldImport } from './import-leases.service.ts';
import { ImportRefusal } from './import-refusal.ts';

/** What reading a file tells on the way. */
export interface Reading {
  /** Bytes of the file as stored, so far. */
  onBytes(bytes: number): Promise<void>;
  onRefusal(refusal: ImportRefusal): void;
}

/** The file of an import from its beginning, decompressed. Throws ImportRefusal when it cannot be read as it was sent. */
export async function* openSource(files: FileStore, held: HeldImport, reading: Reading): AsyncGenerator<Uint8Array> {
  const stored = storedBytes(files, held, reading);
  try {
    yield* held.job.encoding === 'gzip' ? gunzipped(stored) : stored;
  } catch (error) {
    if (error instanceof ImportRefusal) reading.onRefusal(error);
    throw error;
  }
}

async function* storedBytes(
  files: FileStore,
  { orgId, job, signal }: HeldImport,
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of files.read(orgId, job.fileId)) {
    signal.throwIfAborted();
    bytes += chunk.byteLength;
    await reading.onBytes(bytes);
    yield chunk;
  }
  if (bytes !== job.bytes) throw new Error(`Stored file ${job.fileId} has ${bytes} of ${job.bytes} bytes.`);
}
