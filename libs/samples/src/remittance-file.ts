import { writeInterchangeParts } from '@caseboard/x12';
import type { SegmentInput, TransactionInput } from '@caseboard/x12';
import { x12Amount, x12Date } from './days.ts';
import type { Decision, SampleAdjustment } from './decision.ts';
import type { SampleHospital, SamplePayer } from './hospital.ts';

/** Money beside the claims: PLB reason, reference and cents as X12 signs them (positive lowers the payment). */
export interface SampleProviderAdjustment {
  reason: string;
  reference: string;
  cents: number;
}

export interface SampleRemittance {
  payer: Pick<SamplePayer, 'name' | 'code' | 'taxId'>;
  trace: string;
  paidOn: string;
  decisions: readonly Decision[];
  providerAdjustments: readonly SampleProviderAdjustment[];
  /** Makes it wrong on purpose: the first paid line says this much less than its adjustments leave. */
  shortCents?: number;
}

/** Remittances as one 835 file (ASC X12N 005010X221A1), piece by piece; each is a transaction set of its own. */
export function* remittanceFile(
  hospital: SampleHospital,
  remittances: readonly SampleRemittance[],
  controlNumber: number,
): Generator<string> {
  const [first] = remittances;
  if (!first) throw new RangeError('A file needs a remittance.');
  yield* writeInterchangeParts({
    senderId: first.payer.code,
    receiverId: hospital.key.toUpperCase(),
    controlNumber,
    at: new Date(`${first.paidOn}T11:00:00Z`),
    lineEnd: '\n',
    groups: [
      {
        functionalId: 'HP',
        version: '005010X221A1',
        senderCode: first.payer.code,
        receiverCode: hospital.key.toUpperCase(),
        transactions: remittances.map((remittance): TransactionInput => ({
          id: '835',
          implementation: null,
          segments: transaction(hospital, remittance),
        })),
      },
    ],
  });
}

function* transaction(hospital: SampleHospital, remittance: SampleRemittance): Generator<SegmentInput> {
  const { payer, decisions, providerAdjustments, paidOn } = remittance;
  const claims = decisions.reduce((sum, decision) => sum + decision.paidCents, 0);
  const beside = providerAdjustments.reduce((sum, { cents }) => sum + cents, 0);
  const facility = hospital.facilities[0];
  yield [
    'BPR',
    'I',
    x12Amount(claims - beside),
    'C',
    'ACH',
    'CCP',
    '01',
    '999999992',
    'DA',
    '000111222',
    `1${payer.taxId}`,
    '',
    '01',
    '999999992',
    'DA',
    '000333444',
    x12Date(paidOn),
  ];
  yield ['TRN', '1', remittance.trace, `1${payer.taxId}`];
  yield ['DTM', '405', x12Date(paidOn)];
  yield ['N1', 'PR', payer.name, 'XV', payer.code];
  yield ['N3', '500 MARKET STREET'];
  yield ['N4', 'SPRINGFIELD', 'IL', '627010000'];
  yield ['N1', 'PE', hospital.name, 'XX', facility?.npi ?? ''];
  yield ['REF', 'TJ', hospital.taxId];
  yield ['LX', '1'];
  let short = remittance.shortCents ?? 0;
  for (const decision of decisions) {
    yield* claim(decision, short);
    if (decision.lines.some((line) => line.paidCents > short)) short = 0;
  }
  for (const { reason, reference, cents } of providerAdjustments) {
    yield ['PLB', facility?.npi ?? '', `${paidOn.slice(0, 4)}1231`, [reason, reference], x12Amount(cents)];
  }
}

function* claim(decision: Decision, short: number): Generator<SegmentInput> {
  const { claim: sent } = decision;
  const patientCents = patientPart(decision);
  yield [
    'CLP',
    sent.controlNumber,
    decision.status,
    x12Amount(decision.chargeCents),
    x12Amount(decision.paidCents),
    patientCents === 0 ? '' : x12Amount(patientCents),
    '12',
    decision.payerClaimNumber,
    '11',
    '1',
  ];
  yield* adjustments(decision.adjustments);
  yield ['NM1', 'QC', '1', sent.patient.last, sent.patient.first, '', '', '', 'MI', sent.patient.memberId];
  yield ['NM1', '82', '1', sent.clinician.last, sent.clinician.first, '', '', '', 'XX', sent.clinician.npi];
  if (decision.remarks.length > 0) yield ['MOA', '', '', ...decision.remarks];
  yield ['REF', '1C', sent.facility.npi];
  yield ['DTM', '232', x12Date(sent.servedOn)];
  let left = short;
  for (const { line, paidCents, adjustments: own, remarks } of decision.lines) {
    const said = left > 0 && paidCents > left ? paidCents - left : paidCents;
    if (said !== paidCents) left = 0;
    yield [
      'SVC',
      ['HC', line.service.code],
      x12Amount(line.chargeCents),
      x12Amount(said),
      line.service.revenue,
      String(line.units),
    ];
    yield ['DTM', '472', x12Date(sent.servedOn)];
    yield* adjustments(own);
    for (const remark of remarks) yield ['LQ', 'HE', remark];
  }
}

const patientPart = (decision: Decision): number =>
  [...decision.adjustments, ...decision.lines.flatMap((line) => line.adjustments)]
    .filter(({ group }) => group === 'PR')
    .reduce((sum, { cents }) => sum + cents, 0);

/** One CAS per group, up to six triplets each. */
function* adjustments(all: readonly SampleAdjustment[]): Generator<SegmentInput> {
  for (const [group, own] of Map.groupBy(all, ({ group }) => group)) {
    yield ['CAS', group, ...own.slice(0, 6).flatMap(({ carc, cents }) => [carc, x12Amount(cents), ''])];
  }
}
