import type { ElementValues } from './element-values.ts';
import type { FaultLog } from './fault-log.ts';
import { warningAt } from './faults.ts';
import { procedureOf, referenceOf } from './parties.ts';
import { readAdjustments } from './remittance-adjustments.ts';
import type { RemittanceLine } from './remittance.ts';
import type { X12Segment } from './segment.ts';

/** Starts a service line from its SVC. */
export function openLine(svc: X12Segment, ordinal: number, values: ElementValues, faults: FaultLog): RemittanceLine {
  const procedure = procedureOf(svc, 1);
  if (procedure.code === '') faults.add(warningAt(svc, 'x12/missing-value', 'SVC01 has no procedure code', 1));
  return {
    ordinal,
    procedure,
    submittedProcedure: svc.at(6) === '' ? undefined : procedureOf(svc, 6),
    revenueCode: procedure.qualifier === 'NU' ? procedure.code : values.text(svc, 4),
    chargeCents: values.cents(svc, 2),
    paidCents: values.optionalCents(svc, 3) ?? 0,
    units: values.quantity(svc, 5) ?? 1,
    submittedUnits: values.quantity(svc, 7),
    serviceFrom: undefined,
    serviceTo: undefined,
    adjustments: [],
    remarkCodes: [],
    controlNumber: undefined,
    references: [],
    amounts: [],
    segment: svc.index,
  };
}

/** Adds a segment that follows an SVC to its line. */
export function readIntoLine(segment: X12Segment, line: RemittanceLine, values: ElementValues): void {
  switch (segment.id) {
    case 'CAS':
      return readAdjustments(segment, values, line.adjustments);
    case 'DTM':
      return readServiceDate(segment, line, values);
    case 'REF':
      return readLineReference(segment, line);
    case 'AMT':
      line.amounts.push({ qualifier: segment.at(1), cents: values.cents(segment, 2) });
      return;
    case 'LQ':
      if (values.text(segment, 2) !== '') line.remarkCodes.push(values.text(segment, 2));
      return;
  }
}

/** DTM*472 is the day of service, DTM*150 and DTM*151 its first and last day. */
function readServiceDate(dtm: X12Segment, line: RemittanceLine, values: ElementValues): void {
  const qualifier = dtm.at(1);
  if (qualifier !== '472' && qualifier !== '150' && qualifier !== '151') return;
  const span = values.span(dtm, dtm.at(2) === '' ? 6 : 2);
  if (qualifier !== '151') line.serviceFrom = span?.from;
  if (qualifier === '472') line.serviceTo = span?.to;
  if (qualifier === '151') line.serviceTo = span?.to;
}

function readLineReference(ref: X12Segment, line: RemittanceLine): void {
  const reference = referenceOf(ref);
  if (reference.qualifier === '6R') line.controlNumber = reference.value;
  line.references.push(reference);
}
