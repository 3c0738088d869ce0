import { readClaimDate } from './claim-dates.ts';
import { coverageOf } from './claim-hierarchy.ts';
import { openParty, readIntoParty, type ClaimParty } from './claim-parties.ts';
import type { OtherPayer } from './claim.ts';
import type { ElementValues } from './element-values.ts';
import { referenceOf } from './parties.ts';
import { readAdjustments } from './remittance-adjustments.ts';
import type { X12Segment } from './segment.ts';

/** Collects what another payer has done, from the SBR inside a claim to the next SBR or LX. */
export class OtherPayerReader {
  readonly payer: OtherPayer;
  private readonly values: ElementValues;
  private party: ClaimParty | undefined;

  constructor(sbr: X12Segment, values: ElementValues) {
    const { responsibility, filingIndicator } = coverageOf(sbr);
    this.payer = {
      responsibility,
      filingIndicator,
      payer: undefined,
      subscriber: undefined,
      paidCents: undefined,
      adjustments: [],
      amounts: [],
      dates: [],
      references: [],
    };
    this.values = values;
  }

  read(segment: X12Segment): void {
    switch (segment.id) {
      case 'CAS':
        return readAdjustments(segment, this.values, this.payer.adjustments);
      case 'AMT':
        return this.amount(segment);
      case 'NM1':
        return this.name(segment);
      case 'DTP':
        return this.date(segment);
      case 'REF':
        (this.party ?? this.payer).references.push(referenceOf(segment));
        return;
      default:
        if (this.party !== undefined) readIntoParty(segment, this.party, this.values);
    }
  }

  /** What was paid is AMT*D; the 4010 institutional guide says it in AMT*C4. */
  private amount(amt: X12Segment): void {
    const qualifier = amt.at(1);
    const cents = this.values.cents(amt, 2);
    this.payer.amounts.push({ qualifier, cents });
    if (qualifier === 'D' || (qualifier === 'C4' && this.payer.paidCents === undefined)) this.payer.paidCents = cents;
  }

  private name(nm1: X12Segment): void {
    this.party = openParty(nm1);
    const entity = nm1.at(1);
    if (entity === 'IL') this.payer.subscriber = this.party;
    else if (entity === 'PR') this.payer.payer = this.party;
  }

  private date(dtp: X12Segment): void {
    const date = readClaimDate(dtp, this.values);
    if (date !== undefined) this.payer.dates.push(date);
  }
}
