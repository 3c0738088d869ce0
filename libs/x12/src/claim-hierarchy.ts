import { openParty, readIntoParty, type ClaimParty } from './claim-parties.ts';
import type { ClaimSubscriber } from './claim.ts';
import type { ElementValues } from './element-values.ts';
import type { FaultLog } from './fault-log.ts';
import { warningAt } from './faults.ts';
import type { X12Segment } from './segment.ts';

const BILLING_PROVIDER = '20';
const SUBSCRIBER = '22';
const PATIENT = '23';

/**
 * Follows the HL levels of an 837 and keeps the provider, subscriber, patient and payer that hold for the next
 * claim. Only the current branch is kept, so depth and number of levels cost no memory; a parent that is not on
 * that branch is a warning.
 */
export class ClaimHierarchy {
  billingProvider: ClaimParty | undefined;
  subscriber: ClaimSubscriber | undefined;
  patient: ClaimParty | undefined;
  patientRelationship = '';
  payer: ClaimParty | undefined;
  private readonly values: ElementValues;
  private readonly faults: FaultLog;
  private party: ClaimParty | undefined;
  private billingLevel = '';
  private subscriberLevel = '';
  private taxonomy = '';

  constructor(values: ElementValues, faults: FaultLog) {
    this.values = values;
    this.faults = faults;
  }

  /** Takes an HL. */
  openLevel(hl: X12Segment): void {
    const level = hl.at(3).trim();
    this.party = undefined;
    if (level === BILLING_PROVIDER) this.openBillingProvider(hl);
    else if (level === SUBSCRIBER) this.openSubscriber(hl);
    else if (level === PATIENT) this.openPatient(hl);
    else this.faults.add(warningAt(hl, 'x12/bad-hierarchy', 'HL03 is none of 20, 22, 23', 3));
  }

  /** Takes a segment between an HL and the first claim under it. */
  read(segment: X12Segment): void {
    switch (segment.id) {
      case 'SBR':
        if (this.subscriber !== undefined) Object.assign(this.subscriber, coverageOf(segment));
        return;
      case 'PAT':
        this.patientRelationship = this.values.text(segment, 1);
        return;
      case 'NM1':
        return this.name(segment);
      case 'PRV':
        return this.specialty(segment);
      default:
        if (this.party !== undefined) readIntoParty(segment, this.party, this.values);
    }
  }

  private openBillingProvider(hl: X12Segment): void {
    this.billingLevel = hl.at(1).trim();
    this.billingProvider = undefined;
    this.taxonomy = '';
    this.leaveSubscriber();
  }

  private openSubscriber(hl: X12Segment): void {
    this.requireParent(hl, this.billingLevel);
    this.leaveSubscriber();
    this.subscriberLevel = hl.at(1).trim();
    this.subscriber = { ...NO_COVERAGE, party: undefined };
  }

  private openPatient(hl: X12Segment): void {
    this.requireParent(hl, this.subscriberLevel);
    this.patient = undefined;
    this.patientRelationship = '';
  }

  private leaveSubscriber(): void {
    this.subscriberLevel = '';
    this.subscriber = undefined;
    this.patient = undefined;
    this.patientRelationship = '';
    this.payer = undefined;
  }

  private requireParent(hl: X12Segment, expected: string): void {
    if (expected !== '' && hl.at(2).trim() === expected) return;
    this.faults.add(warningAt(hl, 'x12/bad-hierarchy', 'HL02 is not the level this one stands under', 2));
  }

  private name(nm1: X12Segment): void {
    const party = openParty(nm1);
    this.party = party;
    const entity = nm1.at(1);
    if (entity === '85') this.openBillingParty(party);
    else if (entity === 'IL' && this.subscriber !== undefined) this.subscriber.party = party;
    else if (entity === 'PR') this.payer = party;
    else if (entity === 'QC') this.patient = party;
  }

  /** The billing provider's PRV stands before its NM1 (loop 2000A), every other PRV after its own. */
  private specialty(prv: X12Segment): void {
    if (this.party !== undefined) readIntoParty(prv, this.party, this.values);
    else this.taxonomy = this.values.text(prv, 3);
  }

  private openBillingParty(party: ClaimParty): void {
    party.taxonomy = this.taxonomy;
    this.billingProvider = party;
  }
}

/** The coverage an SBR names. */
export function coverageOf(sbr: X12Segment): Omit<ClaimSubscriber, 'party'> {
  return {
    responsibility: sbr.at(1).trim(),
    relationship: sbr.at(2).trim(),
    groupNumber: sbr.at(3).trim(),
    groupName: sbr.at(4).trim(),
    filingIndicator: sbr.at(9).trim(),
  };
}

const NO_COVERAGE: Omit<ClaimSubscriber, 'party'> = {
  responsibility: '',
  relationship: '',
  groupNumber: '',
  groupName: '',
  filingIndicator: '',
};
