import type { ImportKind } from '@caseboard/contracts';
import type { Detection } from '@caseboard/server/records';
import { detectX12 } from '@caseboard/x12';
import type { X12Fault, X12Kind } from '@caseboard/x12';
import { faultOfReader } from './remittance-faults.ts';

const KINDS: Partial<Record<X12Kind, ImportKind>> = {
  '835': '835',
  '837': '837p',
  '837p': '837p',
  '837i': '837i',
  '997': '999',
  '999': '999',
  '277ca': '277ca',
  '277': '277',
  '276': '276',
};

/**
 * What an X12 file is. Undefined: no X12 at all. X12 that is broken at its head or of a kind nothing imports is
 * `unknown` with the reason.
 */
export function detectX12File(head: Uint8Array): Detection | undefined {
  const found = detectX12(head);
  if (isFault(found)) {
    return found.code === 'x12/not-x12' || found.code === 'x12/empty-file'
      ? undefined
      : { kind: 'unknown', fault: faultOfReader(found) };
  }
  const kind = KINDS[found.kind];
  if (kind) return { kind };
  const message =
    found.transactionId === '' ? 'The file holds no transaction set.' : `Files of kind ${found.kind} are not imported.`;
  return { kind: 'unknown', fault: { code: 'x12/unknown-transaction', message, severity: 'error' } };
}

const isFault = (found: ReturnType<typeof detectX12>): found is X12Fault => 'code' in found;
