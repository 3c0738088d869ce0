import { readCodes } from './claim-codes.ts';
import { readClaimDate } from './claim-dates.ts';
import type { ClaimHierarchy } from './claim-hierarchy.ts';
import { ClaimLineReader, startsLine } from './claim-line-reader.ts';
import { openParty, readIntoParty, type ClaimParty } from './claim-parties.ts';
import type { SubmittedClaim } from './claim.ts';
import type { ElementValues } from './element-values.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import type { FaultLog } from './fault-log.ts';
import { errorAt } from './faults.ts';
import { claimKindOf } from './kinds.ts';
import { OtherPayerReader } from './other-payer-reader.ts';
import { referenceOf } from './parties.ts';
import type { X12Segment } from './segment.ts';

type ProviderRole =
  'renderingProvider' | 'attendingProvider' | 'operatingProvider' | 'referringProvider' | 'serviceFacility';

const ROLES: ReadonlyMap<string, ProviderRole> = new Map([
  ['82', 'renderingProvider'],
  ['71', 'attendingProvider'],
  ['72', 'operatingProvider'],
  ['DN', 'referringProvider'],
  ['77', 'serviceFacility'],
  ['FA', 'serviceFacility'],
]);

/** Collects one claim of an 837, from its CLM to the next CLM or HL. */
export class SubmittedClaimReader {
  readonly claim: SubmittedClaim;
  private readonly values: ElementValues;
  private party: ClaimParty | undefined;
  private otherPayer: OtherPayerReader | undefined;
  private line: ClaimLineReader | undefined;

  constructor(
    clm: X12Segment,
    ordinal: number,
    transaction: TransactionHeader,
    above: ClaimHierarchy,
    values: ElementValues,
    faults: FaultLog,
  ) {
    this.claim = openClaim(clm, ordinal, transaction, above, values);
    this.values = values;
    if (this.claim.controlNumber === '') faults.add(errorAt(clm, 'x12/missing-value', 'CLM01 is empty', 1));
  }

  read(segment: X12Segment): void {
    if (startsLine(segment)) return this.openLine(segment);
    if (segment.id === 'LX') this.line = undefined;
    else if (this.line !== undefined) this.line.read(segment);
    else if (segment.id === 'SBR') this.openOtherPayer(segment);
    else if (this.otherPayer !== undefined) this.otherPayer.read(segment);
    else this.readIntoClaim(segment);
  }

  private openLine(service: X12Segment): void {
    const { lines } = this.claim;
    this.line = new ClaimLineReader(service, lines.length + 1, this.values);
    if (lines.length === 0) this.claim.kind = claimKindOf(service.id) ?? this.claim.kind;
    lines.push(this.line.line);
  }

  private openOtherPayer(sbr: X12Segment): void {
    this.otherPayer = new OtherPayerReader(sbr, this.values);
    this.claim.otherPayers.push(this.otherPayer.payer);
  }

  private readIntoClaim(segment: X12Segment): void {
    const { claim, values } = this;
    switch (segment.id) {
      case 'DTP':
        return this.date(segment);
      case 'CL1':
        claim.admissionType = values.text(segment, 1);
        claim.admissionSource = values.text(segment, 2);
        claim.patientStatus = values.text(segment, 3);
        return;
      case 'AMT':
        return this.amount(segment);
      case 'REF':
        return this.reference(segment);
      case 'HI':
        return readCodes(segment, claim.diagnoses, claim.codes);
      case 'NM1':
        return this.name(segment);
      default:
        if (this.party !== undefined) readIntoParty(segment, this.party, values);
    }
  }

  private date(dtp: X12Segment): void {
    const date = readClaimDate(dtp, this.values);
    if (date === undefined) return;
    this.claim.dates.push(date);
    if (date.qualifier === '434') [this.claim.statementFrom, this.claim.statementTo] = [date.from, date.to];
    if (date.qualifier === '435') this.claim.admissionDate = date.from;
  }

  private amount(amt: X12Segment): void {
    const amount = { qualifier: amt.at(1), cents: this.values.cents(amt, 2) };
    this.claim.amounts.push(amount);
    if (amount.qualifier === 'F5') this.claim.patientPaidCents = amount.cents;
  }

  private reference(ref: X12Segment): void {
    const reference = referenceOf(ref);
    if (this.party !== undefined) return void this.party.references.push(reference);
    this.claim.references.push(reference);
    if (reference.qualifier === 'F8') this.claim.originalReference = reference.value;
    else if (reference.qualifier === 'G1') this.claim.priorAuthorization = reference.value;
    else if (reference.qualifier === 'EA') this.claim.medicalRecordNumber = reference.value;
  }

  private name(nm1: X12Segment): void {
    this.party = openParty(nm1);
    const role = ROLES.get(nm1.at(1));
    if (role !== undefined) this.claim[role] = this.party;
  }
}

function openClaim(
  clm: X12Segment,
  ordinal: number,
  transaction: TransactionHeader,
  above: ClaimHierarchy,
  values: ElementValues,
): SubmittedClaim {
  const [facilityType = '', facilityQualifier = '', frequency = ''] = clm.components(5);
  const { billingProvider, subscriber, payer } = above;
  const { kind } = transaction;
  return {
    ordinal,
    transactionOrdinal: transaction.ordinal,
    kind: kind === '837p' || kind === '837i' || kind === '837d' ? kind : '837',
    controlNumber: values.text(clm, 1),
    chargeCents: values.cents(clm, 2),
    facilityType,
    facilityQualifier,
    frequency,
    billingProvider,
    subscriber,
    patient: above.patient ?? subscriber?.party,
    patientRelationship: above.patient === undefined ? (subscriber?.relationship ?? '') : above.patientRelationship,
    payer,
    originalReference: undefined,
    priorAuthorization: undefined,
    medicalRecordNumber: undefined,
    references: [],
    dates: [],
    statementFrom: undefined,
    statementTo: undefined,
    admissionDate: undefined,
    admissionType: '',
    admissionSource: '',
    patientStatus: '',
    diagnoses: [],
    codes: [],
    renderingProvider: undefined,
    attendingProvider: undefined,
    operatingProvider: undefined,
    referringProvider: undefined,
    serviceFacility: undefined,
    amounts: [],
    patientPaidCents: undefined,
    otherPayers: [],
    lines: [],
    segment: clm.index,
  };
}
