import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface SealedChunk {
  nonce: Buffer;
  tag: Buffer;
  data: Buffer;
}

const ALGORITHM = 'aes-256-gcm';

/** AES-256-GCM per chunk, bound to its file and place, with the key kept outside the database. */
export class FileCipher {
  private readonly key: Buffer;

  /** `key` is 32 bytes. */
  constructor(key: Buffer) {
    if (key.length !== 32) throw new Error('The file key must have 32 bytes.');
    this.key = key;
  }

  seal(chunk: Uint8Array, place: string): SealedChunk {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(place));
    const data = Buffer.concat([cipher.update(chunk), cipher.final()]);
    return { nonce, tag: cipher.getAuthTag(), data };
  }

  /** Throws when the chunk was changed or moved. */
  open(sealed: SealedChunk, place: string): Buffer {
    const decipher = createDecipheriv(ALGORITHM, this.key, sealed.nonce)
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.tag);
    return Buffer.concat([decipher.update(sealed.data), decipher.final()]);
  }
}
