import type { ElementValues } from './element-values.ts';
import type { FaultLog } from './fault-log.ts';
import { errorAt } from './faults.ts';
import { partyOf, referenceOf } from './parties.ts';
import { readAdjustments } from './remittance-adjustments.ts';
import { openLine, readIntoLine } from './remittance-line-reader.ts';
import type { RemittanceClaim } from './remittance.ts';
import type { X12Segment } from './segment.ts';

/** Where a claim stands in its file. */
export type ClaimPlace = { readonly ordinal: number; readonly transactionOrdinal: number; readonly group: string };

const MIA_REMARKS = [5, 20, 21, 22, 23];
const MOA_REMARKS = [3, 4, 5, 6, 7];

/** Collects one claim of an 835, from its CLP to the next. */
export class RemittanceClaimReader {
  readonly claim: RemittanceClaim;
  private readonly values: ElementValues;
  private readonly faults: FaultLog;

  constructor(clp: X12Segment, place: ClaimPlace, values: ElementValues, faults: FaultLog) {
    this.claim = openClaim(clp, place, values);
    this.values = values;
    this.faults = faults;
    if (this.claim.controlNumber === '') faults.add(errorAt(clp, 'x12/missing-value', 'CLP01 is empty', 1));
  }

  read(segment: X12Segment): void {
    const { lines } = this.claim;
    if (segment.id === 'SVC') {
      lines.push(openLine(segment, lines.length + 1, this.values, this.faults));
      return;
    }
    const line = lines[lines.length - 1];
    if (line === undefined) this.readIntoClaim(segment);
    else readIntoLine(segment, line, this.values);
  }

  private readIntoClaim(segment: X12Segment): void {
    const { claim, values } = this;
    switch (segment.id) {
      case 'CAS':
        return readAdjustments(segment, values, claim.adjustments);
      case 'NM1':
        return this.name(segment);
      case 'DTM':
        return this.date(segment);
      case 'REF':
        claim.references.push(referenceOf(segment));
        return;
      case 'AMT':
        claim.amounts.push({ qualifier: segment.at(1), cents: values.cents(segment, 2) });
        return;
      case 'MIA':
        return this.remarks(segment, MIA_REMARKS);
      case 'MOA':
        return this.remarks(segment, MOA_REMARKS);
    }
  }

  private name(nm1: X12Segment): void {
    const { claim } = this;
    const entity = nm1.at(1);
    if (entity === 'QC') claim.patient = partyOf(nm1);
    else if (entity === 'IL') claim.insured = partyOf(nm1);
    else if (entity === '74') claim.corrected = partyOf(nm1);
    else if (entity === '82') claim.renderingProvider = partyOf(nm1);
    else if (entity === 'TT') claim.crossoverCarrier = partyOf(nm1);
  }

  private date(dtm: X12Segment): void {
    const { claim, values } = this;
    const qualifier = dtm.at(1);
    if (qualifier === '232') claim.statementFrom = values.date(dtm, 2);
    else if (qualifier === '233') claim.statementTo = values.date(dtm, 2);
    else if (qualifier === '050') claim.receivedDate = values.date(dtm, 2);
  }

  private remarks(segment: X12Segment, positions: readonly number[]): void {
    for (const position of positions) {
      const code = this.values.text(segment, position);
      if (code !== '') this.claim.remarkCodes.push(code);
    }
  }
}

function openClaim(clp: X12Segment, place: ClaimPlace, values: ElementValues): RemittanceClaim {
  return {
    ...place,
    controlNumber: values.text(clp, 1),
    status: values.text(clp, 2),
    chargeCents: values.cents(clp, 3),
    paidCents: values.cents(clp, 4),
    patientResponsibilityCents: values.optionalCents(clp, 5),
    filingIndicator: values.text(clp, 6),
    payerControlNumber: values.text(clp, 7),
    facilityType: values.text(clp, 8),
    frequency: values.text(clp, 9),
    drg: values.text(clp, 11),
    patient: undefined,
    insured: undefined,
    corrected: undefined,
    renderingProvider: undefined,
    crossoverCarrier: undefined,
    statementFrom: undefined,
    statementTo: undefined,
    receivedDate: undefined,
    adjustments: [],
    remarkCodes: [],
    references: [],
    amounts: [],
    lines: [],
    segment: clp.index,
  };
}
