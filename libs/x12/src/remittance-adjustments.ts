import type { ElementValues } from './element-values.ts';
import type { ProviderAdjustment, RemittanceAdjustment } from './remittance.ts';
import type { X12Segment } from './segment.ts';

const LAST_CAS_REASON = 17;
const LAST_PLB_REASON = 13;

/** The up to six reasons of a CAS (elements 02 to 19), added to `into`. */
export function readAdjustments(cas: X12Segment, values: ElementValues, into: RemittanceAdjustment[]): void {
  const group = values.text(cas, 1);
  for (let position = 2; position <= LAST_CAS_REASON; position += 3) {
    const reason = values.text(cas, position);
    if (reason === '' && values.text(cas, position + 1) === '') continue;
    const cents = values.cents(cas, position + 1);
    into.push({ group, reason, cents, quantity: values.quantity(cas, position + 2), segment: cas.index });
  }
}

/** The up to six pairs of a PLB (elements 03 to 14), added to `into`. */
export function readProviderAdjustments(plb: X12Segment, values: ElementValues, into: ProviderAdjustment[]): void {
  const providerId = values.text(plb, 1);
  const fiscalPeriodEnd = values.date(plb, 2);
  for (let position = 3; position <= LAST_PLB_REASON; position += 2) {
    if (values.text(plb, position) === '' && values.text(plb, position + 1) === '') continue;
    const [reason = '', reference = ''] = plb.components(position);
    const cents = values.cents(plb, position + 1);
    into.push({ providerId, fiscalPeriodEnd, reason, reference, cents, segment: plb.index });
  }
}
