import { openParty, readIntoParty, type ClaimParty } from './claim-parties.ts';
import { readClaimDate } from './claim-dates.ts';
import type { ClaimLine, LineAdjudication } from './claim.ts';
import type { ElementValues } from './element-values.ts';
import { procedureOf, referenceOf, type Procedure } from './parties.ts';
import { readAdjustments } from './remittance-adjustments.ts';
import type { X12Segment } from './segment.ts';

/** Which element of SV1, SV2 and SV3 holds what; 0 where it holds none. */
type ServiceLayout = {
  readonly procedure: number;
  readonly revenue: number;
  readonly charge: number;
  readonly measure: number;
  readonly units: number;
  readonly place: number;
  readonly pointers: number;
};

const LAYOUTS: ReadonlyMap<string, ServiceLayout> = new Map([
  ['SV1', { procedure: 1, revenue: 0, charge: 2, measure: 3, units: 4, place: 5, pointers: 7 }],
  ['SV2', { procedure: 2, revenue: 1, charge: 3, measure: 4, units: 5, place: 0, pointers: 0 }],
  ['SV3', { procedure: 1, revenue: 0, charge: 2, measure: 0, units: 6, place: 3, pointers: 11 }],
]);

const NO_PROCEDURE: Procedure = { qualifier: '', code: '', modifiers: [], description: '' };

/** Whether a segment starts a service line of an 837. */
export function startsLine(segment: X12Segment): boolean {
  return LAYOUTS.has(segment.id);
}

/** Collects one service line of an 837, from its SV1, SV2 or SV3 to the next LX. */
export class ClaimLineReader {
  readonly line: ClaimLine;
  private readonly values: ElementValues;
  private party: ClaimParty | undefined;
  private adjudication: LineAdjudication | undefined;

  constructor(service: X12Segment, ordinal: number, values: ElementValues) {
    this.line = openLine(service, ordinal, values);
    this.values = values;
  }

  read(segment: X12Segment): void {
    const { line, values } = this;
    switch (segment.id) {
      case 'DTP':
        return this.date(segment);
      case 'NM1':
        return this.name(segment);
      case 'SVD':
        return this.adjudicate(segment);
      case 'CAS':
        if (this.adjudication !== undefined) readAdjustments(segment, values, this.adjudication.adjustments);
        return;
      case 'AMT':
        line.amounts.push({ qualifier: segment.at(1), cents: values.cents(segment, 2) });
        return;
      case 'LIN':
        if (segment.at(2) === 'N4') line.drugCode = values.text(segment, 3);
        return;
      case 'REF':
        return this.reference(segment);
      default:
        if (this.party !== undefined) readIntoParty(segment, this.party, values);
    }
  }

  private date(dtp: X12Segment): void {
    const date = readClaimDate(dtp, this.values);
    if (date === undefined) return;
    if (this.adjudication !== undefined && date.qualifier === '573') this.adjudication.adjudicatedDate = date.from;
    else this.line.dates.push(date);
    if (date.qualifier === '472') [this.line.serviceFrom, this.line.serviceTo] = [date.from, date.to];
  }

  private name(nm1: X12Segment): void {
    this.party = openParty(nm1);
    const entity = nm1.at(1);
    if (entity === '82') this.line.renderingProvider = this.party;
    else if (entity === 'DK' || entity === 'DN') this.line.orderingProvider = this.party;
  }

  private adjudicate(svd: X12Segment): void {
    this.party = undefined;
    this.adjudication = {
      payerId: this.values.text(svd, 1),
      paidCents: this.values.cents(svd, 2),
      procedure: procedureOf(svd, 3),
      units: this.values.quantity(svd, 5),
      adjustments: [],
      adjudicatedDate: undefined,
    };
    this.line.adjudications.push(this.adjudication);
  }

  private reference(ref: X12Segment): void {
    const reference = referenceOf(ref);
    if (this.party !== undefined) this.party.references.push(reference);
    else this.line.references.push(reference);
    if (reference.qualifier === '6R') this.line.controlNumber ??= reference.value;
  }
}

function openLine(service: X12Segment, ordinal: number, values: ElementValues): ClaimLine {
  const layout = LAYOUTS.get(service.id) ?? {
    procedure: 1,
    charge: 2,
    revenue: 0,
    measure: 0,
    units: 0,
    place: 0,
    pointers: 0,
  };
  const text = (position: number): string => (position === 0 ? '' : values.text(service, position));
  return {
    ordinal,
    procedure: text(layout.procedure) === '' ? NO_PROCEDURE : procedureOf(service, layout.procedure),
    revenueCode: text(layout.revenue),
    chargeCents: values.cents(service, layout.charge),
    unitMeasure: text(layout.measure),
    units: layout.units === 0 ? undefined : values.quantity(service, layout.units),
    placeOfService: text(layout.place),
    diagnosisPointers: layout.pointers === 0 ? [] : pointersOf(service, layout.pointers),
    serviceFrom: undefined,
    serviceTo: undefined,
    controlNumber: undefined,
    drugCode: undefined,
    renderingProvider: undefined,
    orderingProvider: undefined,
    references: [],
    dates: [],
    amounts: [],
    adjudications: [],
    segment: service.index,
  };
}

/** Pointers are 1 to 12; anything else points at nothing and is left out. */
function pointersOf(service: X12Segment, position: number): number[] {
  return service
    .components(position)
    .map(Number)
    .filter((pointer) => Number.isInteger(pointer) && pointer > 0);
}
