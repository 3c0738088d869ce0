import { formatCents } from './cents.ts';
import type {
  ClaimFileInput,
  WrittenAddress,
  WrittenBillingProvider,
  WrittenClaim,
  WrittenClinician,
  WrittenLine,
} from './claim-file.ts';
import type { DiagnosisRole } from './claim-codes.ts';
import { formatPlainDate } from './dates.ts';
import { USUAL_DELIMITERS } from './delimiters.ts';
import { writableText } from './segment-writer.ts';
import type { SegmentInput } from './segment-writer.ts';

type Kind = ClaimFileInput['kind'];

/** Most codes an HI takes. */
const MOST_CODES = 12;

/** Free text as it may stand in a file: without delimiters, trimmed, cut to what the element holds. */
export const fileText = (text: string, length: number): string =>
  writableText(text, USUAL_DELIMITERS).trim().slice(0, length).trim();

/** Loops 2000A and 2010AA. */
export function billingLevel(provider: WrittenBillingProvider, level: number): SegmentInput[] {
  return [
    ['HL', `${level}`, '', '20', '1'],
    ['NM1', '85', '2', fileText(provider.name, 60), '', '', '', '', 'XX', provider.npi],
    ...addressOf(provider.address),
    ...(provider.taxId ? [['REF', 'EI', provider.taxId] as const] : []),
  ];
}

/** Loops 2000B, 2010BA and 2010BB: the patient is the subscriber. */
export function subscriberLevel(claim: WrittenClaim, level: number, parent: number): SegmentInput[] {
  const { subscriber, payer, filingIndicator } = claim;
  const name = [subscriber.lastName, subscriber.firstName, subscriber.middleName ?? ''] as const;
  const [last, first, middle] = [fileText(name[0], 60), fileText(name[1], 35), fileText(name[2], 25)];
  const suffix = fileText(subscriber.suffix ?? '', 10);
  return [
    ['HL', `${level}`, `${parent}`, '22', '0'],
    ['SBR', 'P', '18', fileText(subscriber.groupNumber ?? '', 50), '', '', '', '', '', filingIndicator],
    ['NM1', 'IL', '1', last, first, middle, '', suffix, 'MI', fileText(subscriber.memberId, 80)],
    ...addressOf(subscriber.address),
    ['DMG', 'D8', formatPlainDate(subscriber.birthDate), subscriber.sex],
    ['NM1', 'PR', '2', fileText(payer.name, 60), '', '', '', '', 'PI', fileText(payer.id, 80)],
  ];
}

/** Loop 2300 with its lines, in the order of the guide. */
export function claimSegments(claim: WrittenClaim, kind: Kind): SegmentInput[] {
  return [
    claimSegment(claim, kind),
    ...(kind === 'institutional' ? stay(claim) : []),
    ...(claim.originalReference ? [['REF', 'F8', fileText(claim.originalReference, 50)] as const] : []),
    ...(claim.medicalRecordNumber ? [['REF', 'EA', fileText(claim.medicalRecordNumber, 50)] as const] : []),
    ...(kind === 'institutional' ? institutionalCodes(claim) : professionalCodes(claim)),
    clinicianName(claim.clinician, kind === 'institutional' ? '71' : '82'),
    ...claim.lines.flatMap((line, at) => lineSegments(line, at + 1, claim.controlNumber, kind)),
  ];
}

/** Signature on file, assignment accepted, benefits assigned, release of information: yes. */
function claimSegment({ controlNumber, chargeCents, facilityType, frequency }: WrittenClaim, kind: Kind): SegmentInput {
  const place = [facilityType, kind === 'institutional' ? 'A' : 'B', frequency];
  const signature = kind === 'institutional' ? '' : 'Y';
  return ['CLM', controlNumber, formatCents(chargeCents), '', '', place, signature, 'A', 'Y', 'Y'];
}

function stay(claim: WrittenClaim): SegmentInput[] {
  const span = `${formatPlainDate(claim.statementFrom)}-${formatPlainDate(claim.statementTo)}`;
  const { admissionDate, admissionType = '', admissionSource = '', patientStatus = '' } = claim;
  return [
    ['DTP', '434', 'RD8', span],
    ...(admissionDate ? [['DTP', '435', 'D8', formatPlainDate(admissionDate)] as const] : []),
    ['CL1', admissionType, admissionSource, patientStatus],
  ];
}

/** ICD-10 qualifiers of HI by what the diagnosis is. */
const QUALIFIERS: Record<DiagnosisRole, string> = {
  principal: 'ABK',
  other: 'ABF',
  admitting: 'ABJ',
  'reason-for-visit': 'APR',
  'external-cause': 'ABN',
};

const bare = (code: string): string => code.replaceAll('.', '').trim();

function professionalCodes({ diagnoses }: WrittenClaim): SegmentInput[] {
  const codes = diagnoses.map(({ role, code }) => [QUALIFIERS[role], bare(code)]);
  return codes.length === 0 ? [] : [['HI', ...codes.slice(0, MOST_CODES)]];
}

/** The guide wants principal, admitting, reason for visit, external cause, then the others, each in an HI of its own. */
const HI_ORDER: readonly DiagnosisRole[] = ['principal', 'admitting', 'reason-for-visit', 'external-cause', 'other'];

function institutionalCodes({ diagnoses, procedures, conditionCodes = [] }: WrittenClaim): SegmentInput[] {
  const byRole = HI_ORDER.map((role) =>
    diagnoses
      .filter((one) => one.role === role)
      .map(({ code, presentOnAdmission = '' }) => {
        const poa = role === 'admitting' || role === 'reason-for-visit' ? '' : presentOnAdmission;
        return [QUALIFIERS[role], bare(code), '', '', '', '', '', '', poa];
      }),
  );
  const done = procedures.map(({ code, on }, at) => [at === 0 ? 'BBR' : 'BBQ', bare(code), 'D8', formatPlainDate(on)]);
  const conditions = conditionCodes.map((code) => ['BG', code]);
  return [...byRole, done.slice(0, 1), done.slice(1), conditions].flatMap((codes) => inSegments(codes));
}

function inSegments(codes: readonly (readonly string[])[]): SegmentInput[] {
  const segments: SegmentInput[] = [];
  for (let at = 0; at < codes.length; at += MOST_CODES) segments.push(['HI', ...codes.slice(at, at + MOST_CODES)]);
  return segments;
}

const clinicianName = ({ lastName, firstName, npi }: WrittenClinician, entity: string): SegmentInput => [
  'NM1',
  entity,
  '1',
  fileText(lastName, 60),
  fileText(firstName, 35),
  '',
  '',
  '',
  'XX',
  npi,
];

function lineSegments(line: WrittenLine, number: number, controlNumber: string, kind: Kind): SegmentInput[] {
  return [
    ['LX', `${number}`],
    kind === 'institutional' ? institutionalService(line) : professionalService(line),
    ['DTP', '472', 'D8', formatPlainDate(line.serviceFrom)],
    ['REF', '6R', `${controlNumber}-${number}`],
  ];
}

const procedureOf = ({ procedure, modifiers }: WrittenLine): readonly string[] | string =>
  procedure === undefined ? '' : ['HC', procedure, ...modifiers.slice(0, 4)];

const professionalService = (line: WrittenLine): SegmentInput => [
  'SV1',
  procedureOf(line),
  formatCents(line.chargeCents),
  'UN',
  `${line.units}`,
  '',
  '',
  line.pointers.slice(0, 4).map(String),
];

const institutionalService = (line: WrittenLine): SegmentInput => [
  'SV2',
  line.revenueCode ?? '',
  procedureOf(line),
  formatCents(line.chargeCents),
  line.procedure ? 'UN' : 'DA',
  `${line.units}`,
];

function addressOf(address: WrittenAddress | undefined): SegmentInput[] {
  const [first, ...others] = (address?.lines ?? []).map((line) => fileText(line, 55)).filter((line) => line !== '');
  if (!address || first === undefined) return [];
  return [
    ['N3', first, others.join(' ').slice(0, 55)],
    ['N4', fileText(address.city, 30), address.state, address.postalCode],
  ];
}
