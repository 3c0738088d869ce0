import { CLEARINGHOUSE, claimAnswers, fileAnswer } from './acknowledgement-file.ts';
import type { Answerer, ClaimAnswer, SentFile } from './acknowledgement-file.ts';
import { claimFile } from './claim-file.ts';
import { dayBefore, weekBefore, x12Date } from './days.ts';
import type { SampleHospital } from './hospital.ts';
import type { SampleFile } from './hospital-week.ts';
import type { SampleClaim } from './sample-claim.ts';

/** The claims went out in a week that ended this long ago, before the first payer answered. */
const SENT_DAYS_AGO = 49;
/** Of the batch that the clearinghouse sends back as a whole, and of its numbers. */
const SENT_BACK = 3;

const REJECTIONS: readonly ClaimAnswer['status'][] = [
  ['A7', '562', '85'],
  ['A3', '21'],
  ['A7', '164', 'IL'],
];

/** What becomes of the n-th claim: most are decided; a few are rejected on the way, a few never answered. */
export function fateOf(index: number): 'decided' | 'rejected' | 'silent' {
  if (index % 47 === 11) return 'rejected';
  return index % 31 === 7 ? 'silent' : 'decided';
}

interface Batch extends SentFile {
  name: string;
  claims: { claim: SampleClaim; index: number }[];
}

/**
 * The claims of the week with what came back for them before adjudication: 837, then a 999 and the clearinghouse's
 * 277CA a file, then each payer's 277CA. One small batch is sent back whole. The last twentieth was never sent by 837.
 */
export function sentClaims(hospital: SampleHospital, asOf: string, claims: readonly SampleClaim[]): SampleFile[] {
  const sent = claims.map((claim, index) => ({ claim, index })).slice(0, Math.floor(claims.length * 0.95));
  const batches = weekBefore(dayBefore(asOf, SENT_DAYS_AGO)).flatMap((day, dayIndex) =>
    (['professional', 'institutional'] as const).map((kind, kindIndex): Batch => {
      const letter = kind === 'professional' ? 'P' : 'I';
      const own = sent.filter(({ claim, index }) => index % 5 === dayIndex && claim.kind === kind);
      const name = `837${letter}_BATCH_${x12Date(day)}.edi`;
      return { name, kind, day, controlNumber: 1000 + dayIndex * 2 + kindIndex, claims: own };
    }),
  );
  return [
    ...batches.filter(({ claims: own }) => own.length > 0).flatMap((batch) => taken(hospital, batch)),
    ...payersAnswer(hospital, asOf, sent),
  ];
}

function taken(hospital: SampleHospital, batch: Batch): SampleFile[] {
  const { claims, name, kind } = batch;
  const answers = claims.map(({ claim, index }): ClaimAnswer => ({ claim, status: firstAnswer(index) }));
  const day = x12Date(batch.day);
  return [
    {
      name,
      kind: kind === 'professional' ? '837p' : '837i',
      parts: () =>
        claimFile(
          hospital,
          kind,
          claims.map(({ claim }) => claim),
          batch.day,
          batch.controlNumber,
        ),
    },
    { name: `999_${batch.controlNumber}_${day}.edi`, kind: '999', parts: () => fileAnswer(hospital, batch, true) },
    {
      name: `277CA_CH_${batch.controlNumber}_${day}.edi`,
      kind: '277ca',
      parts: () => claimAnswers(hospital, batch, CLEARINGHOUSE, answers),
    },
  ];
}

const firstAnswer = (index: number): ClaimAnswer['status'] =>
  (fateOf(index) === 'rejected' ? REJECTIONS[index % REJECTIONS.length] : undefined) ?? ['A1', '19', 'PR'];

/** Each payer says what it took in; of the silent claims it took only every second one. */
function payersAnswer(
  hospital: SampleHospital,
  asOf: string,
  sent: readonly { claim: SampleClaim; index: number }[],
): SampleFile[] {
  const day = dayBefore(asOf, SENT_DAYS_AGO - 2);
  return hospital.payers.flatMap(({ name, code }, payerIndex): SampleFile[] => {
    const by: Answerer = { entity: 'PR', name, code };
    const own = sent.filter(({ claim, index }) => claim.payerIndex === payerIndex && isTaken(index));
    if (own.length === 0) return [];
    const answers = own.map(({ claim }): ClaimAnswer => ({ claim, status: ['A2', '20', 'PR'] }));
    const file: SentFile = { kind: 'professional', day, controlNumber: 1100 + payerIndex };
    const parts = () => claimAnswers(hospital, file, by, answers);
    return [{ name: `277CA_${code}_${x12Date(day)}.edi`, kind: '277ca', parts }];
  });
}

const isTaken = (index: number): boolean =>
  fateOf(index) === 'decided' || (fateOf(index) === 'silent' && index % 2 === 0);

/** A late batch that the clearinghouse sends back whole: the 999 says R, nothing of it ever reaches a payer. */
export function sentBack(hospital: SampleHospital, asOf: string, claims: readonly SampleClaim[]): SampleFile[] {
  const day = dayBefore(asOf, 6);
  const own = claims.filter(({ kind }) => kind === 'professional').slice(0, SENT_BACK);
  if (own.length === 0) return [];
  const batch: SentFile = { kind: 'professional', day, controlNumber: 1090 };
  return [
    {
      name: `837P_BATCH_${x12Date(day)}.edi`,
      kind: '837p',
      parts: () => claimFile(hospital, 'professional', own, day, batch.controlNumber),
    },
    { name: `999_1090_${x12Date(day)}.edi`, kind: '999', parts: () => fileAnswer(hospital, batch, false) },
  ];
}
