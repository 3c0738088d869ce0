import { writeInterchangeParts } from '@caseboard/x12';
import type { SegmentInput } from '@caseboard/x12';
import { x12Amount, x12Date } from './days.ts';
import type { SampleHospital } from './hospital.ts';
import type { SampleClaim } from './sample-claim.ts';

const VERSIONS = { professional: '005010X222A1', institutional: '005010X223A2' } as const;

/** One day's claims of one kind as an 837 (ASC X12N 005010X222A1 or X223A2), piece by piece. */
export function* claimFile(
  hospital: SampleHospital,
  kind: SampleClaim['kind'],
  claims: readonly SampleClaim[],
  day: string,
  controlNumber: number,
): Generator<string> {
  const version = VERSIONS[kind];
  yield* writeInterchangeParts({
    senderId: hospital.key.toUpperCase(),
    receiverId: 'CLEARINGHOUSE',
    controlNumber,
    at: new Date(`${day}T13:00:00Z`),
    lineEnd: '\n',
    groups: [
      {
        functionalId: 'HC',
        version,
        senderCode: hospital.key.toUpperCase(),
        receiverCode: 'CLEARINGHOUSE',
        controlNumber,
        transactions: [{ id: '837', segments: transaction(hospital, claims, day, controlNumber) }],
      },
    ],
  });
}

function* transaction(
  hospital: SampleHospital,
  claims: readonly SampleClaim[],
  day: string,
  controlNumber: number,
): Generator<SegmentInput> {
  yield ['BHT', '0019', '00', String(controlNumber), x12Date(day), '1300', 'CH'];
  yield ['NM1', '41', '2', hospital.name, '', '', '', '', '46', hospital.taxId];
  yield ['PER', 'IC', 'BILLING OFFICE', 'TE', '5555550100'];
  yield ['NM1', '40', '2', 'CLEARINGHOUSE', '', '', '', '', '46', 'CLEAR01'];
  let level = 0;
  for (const facility of hospital.facilities) {
    const own = claims.filter((claim) => claim.facility.npi === facility.npi);
    if (own.length === 0) continue;
    const provider = (level += 1);
    yield ['HL', String(provider), '', '20', '1'];
    yield ['NM1', '85', '2', facility.name, '', '', '', '', 'XX', facility.npi];
    yield ['N3', '1 SHORE ROAD'];
    yield ['N4', 'LAKESIDE', 'IL', '600010000'];
    yield ['REF', 'EI', hospital.taxId];
    for (const claim of own) yield* subscriber(hospital, claim, provider, (level += 1));
  }
}

function* subscriber(
  hospital: SampleHospital,
  claim: SampleClaim,
  provider: number,
  level: number,
): Generator<SegmentInput> {
  const { patient } = claim;
  const payer = hospital.payers[claim.payerIndex];
  if (!payer) throw new RangeError('The claim names no payer of this hospital.');
  yield ['HL', String(level), String(provider), '22', '0'];
  yield ['SBR', 'P', '18', '', '', '', '', '', '', claim.payerIndex === 1 ? 'MB' : 'CI'];
  yield ['NM1', 'IL', '1', patient.last, patient.first, '', '', '', 'MI', patient.memberId];
  yield ['N3', patient.street];
  yield ['N4', 'LAKESIDE', 'IL', '60001'];
  yield ['DMG', 'D8', x12Date(patient.birthDate), patient.sex];
  yield ['NM1', 'PR', '2', payer.name, '', '', '', '', 'PI', payer.code];
  yield* claim.kind === 'professional' ? professional(claim) : institutional(claim);
}

function* professional(claim: SampleClaim): Generator<SegmentInput> {
  yield ['CLM', claim.controlNumber, x12Amount(claim.chargeCents), '', '', ['22', 'B', '1'], 'Y', 'A', 'Y', 'Y'];
  yield ['HI', ...claim.diagnoses.map((code, index) => [index === 0 ? 'ABK' : 'ABF', code])];
  yield ['NM1', '82', '1', claim.clinician.last, claim.clinician.first, '', '', '', 'XX', claim.clinician.npi];
  for (const [index, line] of claim.lines.entries()) {
    yield ['LX', String(index + 1)];
    yield ['SV1', ['HC', line.service.code], x12Amount(line.chargeCents), 'UN', String(line.units), '', '', ['1']];
    yield ['DTP', '472', 'D8', x12Date(claim.servedOn)];
  }
}

function* institutional(claim: SampleClaim): Generator<SegmentInput> {
  const [principal, ...others] = claim.diagnoses;
  const day = x12Date(claim.servedOn);
  yield ['CLM', claim.controlNumber, x12Amount(claim.chargeCents), '', '', ['13', 'A', '1'], '', 'A', 'Y', 'Y'];
  yield ['DTP', '434', 'RD8', `${day}-${day}`];
  yield ['CL1', '3', '1', '01'];
  yield ['HI', ['ABK', principal ?? 'R69', '', '', '', '', '', '', 'Y']];
  if (others.length > 0) yield ['HI', ...others.map((code) => ['ABF', code, '', '', '', '', '', '', 'Y'])];
  yield ['NM1', '71', '1', claim.clinician.last, claim.clinician.first, '', '', '', 'XX', claim.clinician.npi];
  for (const [index, line] of claim.lines.entries()) {
    yield ['LX', String(index + 1)];
    yield [
      'SV2',
      line.service.revenue,
      ['HC', line.service.code],
      x12Amount(line.chargeCents),
      'UN',
      String(line.units),
    ];
    yield ['DTP', '472', 'D8', day];
  }
}
