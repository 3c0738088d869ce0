import type { Acknowledgement, ClaimStatus } from '@caseboard/contracts';
import { setErrorWords, setOutcome, statusOutcome, statusWords } from '@caseboard/x12';
import type { AcknowledgedGroup, AcknowledgedSet, ClaimStatusReport, StatusCode, StatusOutcome } from '@caseboard/x12';
import type { ProgressState } from './claim-progress.rules.ts';

/** What somebody said of a claim: what people read and where it brings the claim. */
export interface Answer {
  outcome: Acknowledgement['outcome'];
  /** Undefined: it changes nothing. What was decided comes from 835s, never from a 277. */
  state: ProgressState | undefined;
  statuses: ClaimStatus[];
}

/** The answer to a claim of a 277CA or 277 (domain 2.2): of several codes the one that matters most. */
export function answerOfClaim(report: ClaimStatusReport): Answer {
  const own = report.statuses.flatMap(({ codes }) => codes);
  const codes = own.length > 0 ? own : report.lines.flatMap((line) => line.statuses.flatMap((status) => status.codes));
  const isReturned = report.statuses.some(({ action }) => action === 'U');
  const found = new Set(codes.map(({ category }) => statusOutcome(category)));
  const outcome = isReturned ? 'rejected' : (BY_WEIGHT.find((one) => found.has(one)) ?? 'unreadable');
  const lines = own.length > 0 ? report.lines.flatMap((line) => line.statuses.flatMap((status) => status.codes)) : [];
  return { ...MEANS[outcome], statuses: distinct([...codes, ...lines]).map(shownStatus) };
}

const BY_WEIGHT: readonly StatusOutcome[] = [
  'rejected',
  'info-requested',
  'not-found',
  'pending',
  'finalized',
  'payer-accepted',
  'accepted',
  'forwarded',
];

const MEANS: Record<StatusOutcome, Pick<Answer, 'outcome' | 'state'>> = {
  forwarded: { outcome: 'forwarded', state: 'accepted' },
  accepted: { outcome: 'accepted', state: 'accepted' },
  'payer-accepted': { outcome: 'accepted', state: 'payer-accepted' },
  rejected: { outcome: 'rejected', state: 'rejected' },
  pending: { outcome: 'pending', state: 'pending' },
  'info-requested': { outcome: 'info-requested', state: 'info-requested' },
  finalized: { outcome: 'finalized', state: undefined },
  'not-found': { outcome: 'not-found', state: undefined },
  unreadable: { outcome: 'not-found', state: undefined },
};

const MOST_STATUSES = 40;

const distinct = (codes: readonly StatusCode[]): StatusCode[] =>
  [...new Map(codes.map((code) => [`${code.category}:${code.status}:${code.entity}`, code])).values()].slice(
    0,
    MOST_STATUSES,
  );

const shownStatus = (code: StatusCode): ClaimStatus => ({
  category: code.category,
  status: code.status || null,
  entity: code.entity || null,
  words: statusWords(code),
});

/** What a 999 says of a set, or of a group whose sets it does not name. */
export type SetAnswer = Pick<AcknowledgedSet, 'code' | 'errorCodes'> & Partial<Pick<AcknowledgedSet, 'segments'>>;

const SET_WORDS = {
  accepted: 'The file was taken',
  'accepted-with-errors': 'The file was taken, with errors',
  rejected: 'The file was rejected',
} as const;

/** The answer to one claim of a set: what became of the set, and the errors that stand in this very claim. */
export function answerOfSet({ code, errorCodes, segments = [] }: SetAnswer, controlNumber?: string): Answer {
  const outcome = setOutcome(code);
  const isRejected = outcome === 'rejected';
  const why = errorCodes.map(setErrorWords).join(', ');
  const status: ClaimStatus = {
    category: code,
    status: errorCodes[0] ?? null,
    entity: null,
    words: why === '' ? SET_WORDS[outcome] : `${SET_WORDS[outcome]}: ${why}`,
  };
  const own = segments.filter(
    (one) => one.claimControlNumber === undefined || one.claimControlNumber === controlNumber,
  );
  return {
    outcome: isRejected ? 'rejected' : 'accepted',
    state: isRejected ? 'rejected' : 'acknowledged',
    statuses: [status, ...own.slice(0, MOST_STATUSES).map((segment) => segmentStatus(code, segment))],
  };
}

const segmentStatus = (category: string, { id, position, code, elements }: AcknowledgedSet['segments'][number]) => {
  const places = elements.map((one) => `${id}${String(one.position).padStart(2, '0')}`).join(', ');
  const words = `${places === '' ? `Segment ${id}` : places} at ${position} has errors`;
  return { category, status: code || null, entity: null, words };
};

/** A group that was answered as a whole, as an answer to each of its sets. */
export const answerOfGroup = ({ code, errorCodes }: AcknowledgedGroup): SetAnswer => ({ code, errorCodes });

/** Control numbers of groups are numbers: zeros in front say nothing. */
export const groupKey = (controlNumber: string): string => controlNumber.trim().replace(/^0+(?=.)/, '');
