import type { ImportFault, ImportJob } from '@caseboard/contracts';
import { formatCount, formatMoney, type ImportState } from '@caseboard/web/ui';
import { errorCountOf, sentenceOf } from './import-faults.rules.ts';
import { counted, isAnswer, mainWords } from './import-counts.rules.ts';
import { causeOf, isPartly, stateOf, verbOf } from './import-words.rules.ts';

/** One sentence with the part that matters most between two quiet ones. */
export interface Verdict {
  before: string;
  strong?: string;
  after?: string;
}

/** What became of a file, in one sentence of plain words. */
export function verdictOf(job: ImportJob): Verdict {
  const byState: Record<ImportState, () => Verdict> = {
    queued: () => ({ before: 'It waits for its turn. Nothing is read yet.' }),
    checking: () => ({ before: `It is being read to its end first. Nothing is ${verbOf(job)} unless it adds up.` }),
    applying: () => ({
      before: `${causeOf(job) ? 'What is sound of it' : 'It is sound and'} is being ${verbOf(job)} now.`,
    }),
    done: () => doneVerdict(job),
    repeat: () => ({ before: `This was ${verbOf(job)} before, so nothing changed.` }),
    rejected: () => rejectedVerdict(job),
    failed: () => ({
      before: 'It stopped for a reason on our side. Nothing is half done, and it can go on where it stopped.',
    }),
  };
  return byState[stateOf(job)]();
}

function doneVerdict(job: ImportJob): Verdict {
  const { claims = 0, denials = 0 } = job.counts;
  const what = counted(claims, 'claim');
  if (job.kind === 'fhir') return chartVerdict(job);
  if (isAnswer(job)) return answerVerdict(job);
  if (job.kind !== '835') return { before: `${what} ${claims === 1 ? 'is' : 'are'} on record.` };
  if (isPartly(job))
    return {
      before: 'Some payments in this file ',
      strong: 'do not add up',
      after: ' and posted nothing. The others are posted.',
    };
  const denied =
    denials === 0
      ? 'none of it is denied'
      : `${formatCount(denials)} ${denials === 1 ? 'denial was' : 'denials were'} found`;
  return { before: `It adds up. ${what} ${claims === 1 ? 'is' : 'are'} posted and ${denied}.` };
}

/** Resources that name somebody who is nowhere are left out one by one; the rest of the file is on record. */
function chartVerdict(job: ImportJob): Verdict {
  const before = `On record now: ${mainWords(job)}.`;
  const left = errorCountOf(job);
  return left === 0
    ? { before }
    : { before: `${before} `, strong: `${counted(left, 'problem')}`, after: ' left something out: see where.' };
}

function answerVerdict(job: ImportJob): Verdict {
  const rejections = job.counts.rejections ?? 0;
  const rest =
    rejections === 0
      ? 'Nothing was rejected.'
      : `${counted(rejections, 'rejection is', 'rejections are')} in the rejection queue.`;
  return { before: `${counted(job.counts.acknowledgements ?? 0, 'answer is', 'answers are')} on record. ${rest}` };
}

function rejectedVerdict(job: ImportJob): Verdict {
  const after = `, so nothing in this file was ${verbOf(job)}.`;
  const cause = causeOf(job);
  if (cause?.balance) {
    const { differenceCents } = cause.balance;
    const strong = `${formatMoney(Math.abs(differenceCents), 'dollars')} ${differenceCents < 0 ? 'short' : 'over'}`;
    return { before: `${subjectOf(cause.balance)} does not add up. It is `, strong, after };
  }
  return {
    before: `${sentenceOf(cause?.message ?? 'It cannot be read.')} `,
    strong: `Nothing in this file was ${verbOf(job)}.`,
  };
}

/** What an equation is about: the payment, a claim by its control number, a line of it. */
export function subjectOf({ level, ids }: NonNullable<ImportFault['balance']>): string {
  if (level === 'transaction') return ids[0] ? `Payment ${ids[0]}` : 'The payment';
  return level === 'line' ? `Line ${ids[1] ?? '?'} of claim ${ids[0] ?? '?'}` : `Claim ${ids[0] ?? '?'}`;
}

const NEWER = 'Import the new file here. It replaces this one.';
const UNKNOWN = 'Send FHIR R4 JSON or an X12 file (835, 837, 999, 277CA, 276 or 277), plain or gzip.';

/** The act for a code; the first line that the code of the cause begins with counts. */
const ADVICE: readonly (readonly [code: string, steps: readonly string[]])[] = [
  ['remittance/unbalanced', ['Ask the payer for a corrected 835.', NEWER]],
  [
    'x12/truncated',
    ['The end of the file is missing: fetch it from the payer’s site again.', 'Import the whole file here.'],
  ],
  [
    'x12/count-mismatch',
    ['Its own counts do not agree with what is in it: fetch it again, or ask the sender for a whole one.', NEWER],
  ],
  ['x12/control-number-mismatch', ['Its envelopes do not belong together: ask the sender for a whole file.', NEWER]],
  ['x12/segment-too-long', ['One segment is far too long, so a separator is missing: fetch the file again.', NEWER]],
  ['x12/unknown-transaction', [UNKNOWN]],
  ['x12/', ['Send the list below to whoever made the file.', NEWER]],
  [
    'fhir/missing-reference',
    ['Send the files that hold what is missing.', 'Then import this file again: what is on record is only updated.'],
  ],
  ['fhir/too-large', ['Send a very large document as a file of its own.', NEWER]],
  ['fhir/', ['Export the file again as FHIR R4 JSON, or send the list below to whoever made it.', NEWER]],
  ['import/fhir-shorthand', ['Compile the FSH file with SUSHI and send the JSON it makes.']],
  ['import/unknown-kind', [UNKNOWN]],
  ['import/unreadable-gzip', ['Compress the file again, or send it as it is.']],
  ['import/decompression-limit', ['Send the file uncompressed, or in parts.']],
];

/** What to do about a file, step by step; empty when nothing is to be done. */
export function adviceOf(job: ImportJob): readonly string[] {
  const state = stateOf(job);
  if (state === 'repeat') return [];
  if (state === 'failed')
    return ['Let it go on. If it stops again, tell whoever runs this server the time and the file.'];
  const code = causeOf(job)?.code;
  if (code === undefined) return [];
  return ADVICE.find(([start]) => code.startsWith(start))?.[1] ?? [NEWER];
}
