import type { QueryOption, ThreadState } from '@caseboard/contracts';

/** What people do to a query. */
export type QueryAct = 'view' | 'answer' | 'respond' | 'retract' | 'review';

/**
 * From which states an act is allowed (domain 2.5). A response without an answer is a response, but more
 * information may still bring the answer; what is not the physician's patient stays unanswered. Retracting is
 * for questions without an answer; reviewing closes what was answered, or ends what never will be.
 */
const FROM: Record<QueryAct, readonly ThreadState[]> = {
  view: ['sent'],
  answer: ['sent', 'viewed', 'need-info'],
  respond: ['sent', 'viewed', 'need-info'],
  retract: ['sent', 'viewed', 'need-info', 'not-my-patient'],
  review: ['answered', 'need-info', 'not-my-patient'],
};

/** May this be done to a query in this state? */
export const allows = (state: ThreadState, act: QueryAct): boolean => FROM[act].includes(state);

/** States of a query somebody still has to do something about. */
export const OPEN_STATES: readonly ThreadState[] = [
  'open',
  'sent',
  'viewed',
  'need-info',
  'not-my-patient',
  'answered',
];

const ALWAYS: readonly QueryOption[] = [
  { id: 'other', text: 'Other (please say)' },
  { id: 'undetermined', text: 'Unable to determine' },
];
const MEANS: readonly [id: string, words: RegExp][] = [
  ['other', /^other\b/i],
  ['undetermined', /^(clinically )?(unable to (be )?determined?|undetermined|cannot be determined)\b/i],
];

/** The answers offered: the asker's, and always "other" and "unable to determine" (AHIMA/ACDIS compliant queries). */
export function optionsOf(texts: readonly string[]): QueryOption[] {
  if (texts.length === 0) return [];
  const own: QueryOption[] = [];
  for (const text of texts) {
    const known = MEANS.find(([id, words]) => words.test(text) && !own.some((option) => option.id === id))?.[0];
    own.push({ id: known ?? `option-${own.length + 1}`, text });
  }
  return [...own, ...ALWAYS.filter(({ id }) => !own.some((option) => option.id === id))];
}

/** The answer as one text: what was chosen, then the words, exactly as given. */
export const answerText = (option: QueryOption | undefined, body: string): string =>
  [option?.text, body].filter((part) => part).join('\n');
