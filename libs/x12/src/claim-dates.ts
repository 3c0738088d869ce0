import type { ClaimDate } from './claim.ts';
import type { ElementValues } from './element-values.ts';
import type { X12Segment } from './segment.ts';

/** The date of a DTP; undefined for a bare time (`TM`) and for a bad date, which is reported. */
export function readClaimDate(dtp: X12Segment, values: ElementValues): ClaimDate | undefined {
  if (dtp.at(2) === 'TM') return undefined;
  const span = values.span(dtp, 3);
  return span && { qualifier: dtp.at(1), ...span };
}
