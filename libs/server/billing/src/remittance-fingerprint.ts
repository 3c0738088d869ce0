import { createHash } from 'node:crypto';
import type { RemittanceHeader } from '@caseboard/x12';
import { DistinctHashes } from './distinct-hashes.ts';

/**
 * Recognises a payment that came before, whatever file it came in: payer (id, else name), TRN02, BPR02 and the
 * set of CLP01 (interface.md "Remittances").
 */
export class RemittanceFingerprint {
  private readonly claims = new DistinctHashes();

  /** Adds a CLP01; the order does not count, nor does a repetition. */
  add(controlNumber: string): void {
    this.claims.add(controlNumber);
  }

  of(header: RemittanceHeader): string {
    const hash = createHash('sha256');
    const payer = header.payer.id === '' ? ['name', header.payer.name.toUpperCase()] : ['id', header.payer.id];
    hash.update(JSON.stringify([payer, header.traceNumber, header.paidCents]));
    hash.update(this.claims.distinct());
    return hash.digest('hex');
  }
}
