import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Actor, Tx } from '../database/tx.ts';
import { FileCipher } from './file-cipher.ts';

const CHUNK = 256 * 1024;

export interface StoredFile {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
}

/** Uploads, attachments and letters: encrypted 256 KB chunks in PostgreSQL, so every node and the backup have them. */
@Injectable()
export class FileStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FileCipher,
  ) {}

  /**
   * Keeps a stream, a few chunks at a time. The file's own row comes last: until then it does not exist.
   * If `source` throws (too large, connection cut) what was written is removed and the error goes on.
   */
  async keep(orgId: string, actor: Actor, name: string, source: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const file = { id: uuidv7(), name: name.slice(0, 200), bytes: 0, sha256: '' };
    const hash = createHash('sha256');
    let ordinal = 0;
    try {
      for await (const chunk of inChunks(source, CHUNK)) {
        hash.update(chunk);
        file.bytes += chunk.byteLength;
        await this.writeChunk(orgId, actor, file.id, ordinal, chunk);
        ordinal += 1;
      }
      file.sha256 = hash.digest('hex');
      const audit = { action: 'kernel.file.keep', kind: 'file', id: file.id };
      await this.uow.actAs(orgId, actor, audit, (tx) => insertFile(tx, file));
      return file;
    } catch (error) {
      await this.drop(orgId, actor, file.id);
      throw error;
    }
  }

  /** Keeps a file that is made in a transaction, so that both are there or neither. For what fits in memory. */
  async keepIn(tx: Tx, name: string, bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { id: uuidv7(), name: name.slice(0, 200), bytes: bytes.byteLength, sha256 };
    for (let ordinal = 0; ordinal * CHUNK < bytes.byteLength; ordinal += 1)
      await this.insertChunk(tx, file.id, ordinal, bytes.subarray(ordinal * CHUNK, (ordinal + 1) * CHUNK));
    await insertFile(tx, file);
    return file;
  }

  /** Removes a file, whole or half written; throws when a row still refers to it. */
  async drop(orgId: string, actor: Actor, fileId: string): Promise<void> {
    await this.uow.actAs(orgId, actor, { action: 'kernel.file.drop', kind: 'file', id: fileId }, async (tx) => {
      await tx.execute('DELETE FROM kernel.file WHERE org_id = $1 AND id = $2', [orgId, fileId]);
      await tx.execute('DELETE FROM kernel.file_chunk WHERE org_id = $1 AND file_id = $2', [orgId, fileId]);
    });
  }

  /** The file again, chunk by chunk, each read in its own short transaction. */
  async *read(orgId: string, fileId: string): AsyncGenerator<Uint8Array> {
    for (let ordinal = 0; ; ordinal += 1) {
      const chunk = await this.uow.peek(orgId, (tx) => this.chunkAt(tx, fileId, ordinal));
      if (!chunk) return;
      yield chunk;
    }
  }

  private async chunkAt(tx: Tx, fileId: string, ordinal: number): Promise<Uint8Array | undefined> {
    const [row] = await tx.query<{ nonce: Buffer; tag: Buffer; data: Buffer }>(
      'SELECT nonce, tag, data FROM kernel.file_chunk WHERE org_id = $1 AND file_id = $2 AND ordinal = $3',
      [tx.orgId, fileId, ordinal],
    );
    return row && this.cipher.open(row, `${fileId}:${ordinal}`);
  }

  private async writeChunk(
    orgId: string,
    actor: Actor,
    fileId: string,
    ordinal: number,
    chunk: Uint8Array,
  ): Promise<void> {
    const audit = { action: 'kernel.file.chunk', kind: 'file', id: fileId };
    await this.uow.actAs(orgId, actor, audit, (tx) => this.insertChunk(tx, fileId, ordinal, chunk));
  }

  private async insertChunk(tx: Tx, fileId: string, ordinal: number, chunk: Uint8Array): Promise<void> {
    const sealed = this.cipher.seal(chunk, `${fileId}:${ordinal}`);
    await tx.execute(
      'INSERT INTO kernel.file_chunk (org_id, file_id, ordinal, nonce, tag, data) VALUES ($1, $2, $3, $4, $5, $6)',
      [tx.orgId, fileId, ordinal, sealed.nonce, sealed.tag, sealed.data],
    );
  }
}

async function insertFile(tx: Tx, { id, name, bytes, sha256 }: StoredFile): Promise<void> {
  await tx.execute('INSERT INTO kernel.file (org_id, id, name, bytes, sha256) VALUES ($1, $2, $3, $4, $5)', [
    tx.orgId,
    id,
    name,
    bytes,
    sha256,
  ]);
}

/** Re-cuts any stream into pieces of exactly `size` bytes, the last one shorter. */
export async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of source) {
    held.push(piece);
    bytes += piece.byteLength;
    while (bytes >= size) {
      const joined = Buffer.concat(held);
      yield joined.subarray(0, size);
      const rest = joined.subarray(size);
      held = [rest];
      bytes = rest.byteLength;
    }
  }
  if (bytes > 0) yield Buffer.concat(held);
}
