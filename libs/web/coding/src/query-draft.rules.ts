import type { Indicator, Thread } from '@caseboard/contracts';

/** What is asked for `POST /threads` of a query. */
export interface QueryDraft {
  recipientId: string | undefined;
  title: string;
  body: string;
  /** Two or more to choose from, or none for an open question; "Other" and "Unable to determine" are always added. */
  options: readonly string[];
  indicators: readonly Indicator[];
}

export const EMPTY_QUERY: QueryDraft = {
  recipientId: undefined,
  title: '',
  body: '',
  options: ['', ''],
  indicators: [],
};

/** The two ways out every question with options has (AHIMA/ACDIS, Guidelines for a compliant query practice). */
export const ALWAYS_OFFERED = ['Other (please say)', 'Unable to determine'] as const;

/** The longest question there may be. */
export const QUESTION_MAX = 1200;
const MOST_QUOTES = 20;
const QUOTE_MAX = 600;

/** The draft with one more quote; the same quote of the same document is taken once. */
export function withQuote(draft: QueryDraft, quote: Indicator): QueryDraft {
  const words = quote.quote.replaceAll(/\s+/g, ' ').trim().slice(0, QUOTE_MAX);
  const isKnown = draft.indicators.some((held) => held.quote === words && held.documentId === quote.documentId);
  if (words === '' || isKnown || draft.indicators.length >= MOST_QUOTES) return draft;
  return { ...draft, indicators: [...draft.indicators, { ...quote, quote: words }] };
}

export const optionsOf = ({ options }: QueryDraft): string[] =>
  options.map((text) => text.trim()).filter((text) => text !== '');

/** What must be said before the question can go, by field. */
export function missingIn(draft: QueryDraft): Partial<Record<keyof QueryDraft, string>> {
  const options = optionsOf(draft);
  return {
    ...(draft.recipientId === undefined ? { recipientId: 'Choose whom to ask.' } : {}),
    ...(draft.title.trim() === '' ? { title: 'Say what it is about, in a few words.' } : {}),
    ...(draft.body.trim() === '' ? { body: 'Write the question.' } : {}),
    ...((draft.body.match(/\?/g) ?? []).length > 1 ? { body: 'Ask one question at a time.' } : {}),
    ...(options.length === 1 ? { options: 'Offer at least two answers, or none for an open question.' } : {}),
    ...(new Set(options.map((text) => text.toLowerCase())).size < options.length
      ? { options: 'Two answers are the same.' }
      : {}),
  };
}

/** The body of `POST /threads`. */
export const askOf = (draft: QueryDraft, caseId: string) => ({
  subjectType: 'coding',
  subjectId: caseId,
  kind: 'query' as const,
  recipientId: draft.recipientId,
  title: draft.title.trim(),
  body: draft.body.trim(),
  ...(optionsOf(draft).length > 0 ? { options: optionsOf(draft) } : {}),
  indicators: draft.indicators.map(({ documentId, title, on, quote }) => ({ documentId, title, on, quote })),
});

/** Whether something was entered that would be lost. */
export const isBegun = (draft: QueryDraft): boolean =>
  draft.title.trim() !== '' || draft.body.trim() !== '' || draft.indicators.length > 0 || optionsOf(draft).length > 0;

/** Where a query stands, in the asker's words. */
export const QUERY_STATES: Record<Thread['state'], string> = {
  open: 'Open',
  sent: 'Sent, not seen yet',
  viewed: 'Seen, not answered yet',
  'need-info': 'Needs more information',
  'not-my-patient': 'Not their patient',
  answered: 'Answered',
  closed: 'Closed',
  retracted: 'Taken back',
};

/** How a query can end, in words (domain 2.5). */
export const OUTCOMES = [
  { value: 'agreed', label: 'Agreed' },
  { value: 'disagreed', label: 'Disagreed' },
  { value: 'other-documented', label: 'Something else is documented' },
  { value: 'unable-to-determine', label: 'Unable to determine' },
  { value: 'no-longer-needed', label: 'No longer needed' },
] as const;

/** The outcome an answer suggests; the asker confirms it. */
export const suggestedOutcome = ({
  answer,
  state,
}: Pick<Thread, 'answer' | 'state'>): (typeof OUTCOMES)[number]['value'] => {
  if (state !== 'answered' || !answer) return 'no-longer-needed';
  if (answer.optionId === 'undetermined') return 'unable-to-determine';
  return answer.optionId === 'other' || answer.optionId === null ? 'other-documented' : 'agreed';
};

export const mayReview = ({ state }: Pick<Thread, 'state'>): boolean =>
  state === 'answered' || state === 'need-info' || state === 'not-my-patient';
export const mayRetract = ({ state }: Pick<Thread, 'state'>): boolean =>
  state === 'sent' || state === 'viewed' || state === 'need-info' || state === 'not-my-patient';
export const isEnded = ({ state }: Pick<Thread, 'state'>): boolean => state === 'closed' || state === 'retracted';
