import { createHash } from 'node:crypto';

/** Counts and fingerprints a set of texts of any size in eight bytes each (the first 64 bits of their SHA-256). */
export class DistinctHashes {
  private hashes = new BigUint64Array(64);
  private used = 0;

  add(text: string): void {
    if (this.used === this.hashes.length) this.grow();
    this.hashes[this.used] = createHash('sha256').update(text).digest().readBigUInt64BE(0);
    this.used += 1;
  }

  /** Each hash once, in ascending order. */
  distinct(): BigUint64Array {
    const sorted = this.hashes.subarray(0, this.used).slice().sort();
    return sorted.filter((hash, at) => at === 0 || hash !== sorted[at - 1]);
  }

  private grow(): void {
    const larger = new BigUint64Array(this.hashes.length * 2);
    larger.set(this.hashes);
    this.hashes = larger;
  }
}
