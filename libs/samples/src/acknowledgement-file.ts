import { writeInterchangeParts } from '@caseboard/x12';
import type { SegmentInput } from '@caseboard/x12';
import { x12Amount, x12Date } from './days.ts';
import type { SampleHospital } from './hospital.ts';
import type { SampleClaim } from './sample-claim.ts';

/** An 837 file as its acknowledgement names it. */
export interface SentFile {
  kind: SampleClaim['kind'];
  controlNumber: number;
  day: string;
}

const VERSIONS = { professional: '005010X222A1', institutional: '005010X223A2' } as const;

/** What a clearinghouse says of a whole file (999, ASC X12C 005010X231A1): taken, or sent back. */
export function* fileAnswer(hospital: SampleHospital, sent: SentFile, isTaken: boolean): Generator<string> {
  const version = VERSIONS[sent.kind];
  const segments: SegmentInput[] = [
    ['AK1', 'HC', String(sent.controlNumber), version],
    ['AK2', '837', '0001', version],
    ...(isTaken
      ? []
      : ([
          ['IK3', 'NM1', '9', '2010', '8'],
          ['IK4', '9', '67', '7', 'XX'],
        ] satisfies SegmentInput[])),
    ['IK5', ...(isTaken ? ['A'] : ['R', '5'])],
    ['AK9', isTaken ? 'A' : 'R', '1', '1', isTaken ? '1' : '0'],
  ];
  yield* answer(hospital, sent, { functionalId: 'FA', version: '005010X231A1', transaction: '999', segments });
}

/** What was decided of one claim of a file: category, status and, where one is named, the entity (STC01). */
export interface ClaimAnswer {
  claim: SampleClaim;
  status: readonly [category: string, status: string] | readonly [category: string, status: string, entity: string];
}

/** Whoever answers for claims: the clearinghouse or a payer. */
export interface Answerer {
  entity: 'AY' | 'PR';
  name: string;
  code: string;
}
export const CLEARINGHOUSE: Answerer = { entity: 'AY', name: 'CLEARINGHOUSE', code: 'CLEAR01' };

/** Claim by claim, what became of a file before anybody adjudicates (277CA, ASC X12N 005010X214). */
export function* claimAnswers(
  hospital: SampleHospital,
  sent: SentFile,
  by: Answerer,
  answers: readonly ClaimAnswer[],
): Generator<string> {
  const segments = claimSegments(hospital, sent, by, answers);
  yield* answer(hospital, sent, { functionalId: 'HN', version: '005010X214', transaction: '277', segments });
}

function* claimSegments(
  hospital: SampleHospital,
  sent: SentFile,
  by: Answerer,
  answers: readonly ClaimAnswer[],
): Generator<SegmentInput> {
  const day = x12Date(sent.day);
  const taken = answers.filter(({ status }) => /^A[012]$/.test(status[0]));
  const cents = (some: readonly ClaimAnswer[]) => some.reduce((sum, { claim }) => sum + claim.chargeCents, 0);
  yield ['BHT', '0085', '08', String(sent.controlNumber), day, '0630', 'TH'];
  yield ['HL', '1', '', '20', '1'];
  yield ['NM1', by.entity, '2', by.name, '', '', '', '', by.entity === 'PR' ? 'PI' : '46', by.code];
  yield ['TRN', '1', String(sent.controlNumber)];
  yield ['DTP', '050', 'D8', day];
  yield ['DTP', '009', 'D8', day];
  yield ['HL', '2', '1', '21', '1'];
  yield ['NM1', '41', '2', hospital.name, '', '', '', '', '46', hospital.taxId];
  yield ['TRN', '2', String(sent.controlNumber)];
  yield ['STC', ['A1', '20'], day, 'WQ', x12Amount(cents(answers))];
  yield ['QTY', '90', String(taken.length)];
  if (taken.length < answers.length) yield ['QTY', 'AA', String(answers.length - taken.length)];
  yield ['AMT', 'YU', x12Amount(cents(taken))];
  if (taken.length < answers.length) yield ['AMT', 'YY', x12Amount(cents(answers) - cents(taken))];
  let level = 2;
  for (const facility of hospital.facilities) {
    const own = answers.filter(({ claim }) => claim.facility.npi === facility.npi);
    if (own.length === 0) continue;
    const provider = (level += 1);
    yield ['HL', String(provider), '2', '19', '1'];
    yield ['NM1', '85', '2', facility.name, '', '', '', '', 'XX', facility.npi];
    yield ['TRN', '1', '0'];
    for (const { claim, status } of own) {
      level += 1;
      yield ['HL', String(level), String(provider), 'PT'];
      yield ['NM1', 'QC', '1', claim.patient.last, claim.patient.first, '', '', '', 'MI', claim.patient.memberId];
      yield ['TRN', '2', claim.controlNumber];
      yield ['STC', [...status], day, status[0] > 'A2' ? 'U' : 'WQ', x12Amount(claim.chargeCents)];
      if (by.entity === 'PR') yield ['REF', '1K', `${by.code}${claim.controlNumber.slice(-7)}`];
      yield ['DTP', '472', 'D8', x12Date(claim.servedOn)];
    }
  }
}

function* answer(
  hospital: SampleHospital,
  sent: SentFile,
  what: { functionalId: string; version: string; transaction: string; segments: Iterable<SegmentInput> },
): Generator<string> {
  yield* writeInterchangeParts({
    senderId: 'CLEARINGHOUSE',
    receiverId: hospital.key.toUpperCase(),
    controlNumber: 500_000 + sent.controlNumber,
    at: new Date(`${sent.day}T20:30:00Z`),
    lineEnd: '\n',
    groups: [
      {
        functionalId: what.functionalId,
        version: what.version,
        senderCode: 'CLEARINGHOUSE',
        receiverCode: hospital.key.toUpperCase(),
        controlNumber: 500_000 + sent.controlNumber,
        transactions: [{ id: what.transaction, segments: what.segments }],
      },
    ],
  });
}
