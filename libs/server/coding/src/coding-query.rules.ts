const MOST_CHARACTERS = 1200;
/** Usual target for the answer to a query: 72 hours (ACDIS Q&A on response rates). */
const ANSWER_WITHIN_MS = 72 * 3_600_000;

/** What is asked, as the rules see it. */
export interface AskedWords {
  body: string;
  options: readonly string[];
}

/**
 * Why a question may not be sent as it is: JSON pointer and words each. One question of at most 1,200 characters
 * (QL-13); no empty or repeated answers (QL-04; "other" and "unable to determine" are added by themselves).
 */
export function faultsOfQuery({ body, options }: AskedWords): { pointer: string; message: string }[] {
  const texts = options.map((option) => option.trim().toLowerCase());
  return [
    ...(body.trim() === '' ? [{ pointer: '/body', message: 'Write the question.' }] : []),
    ...(body.length > MOST_CHARACTERS
      ? [{ pointer: '/body', message: 'Keep the question under 1,200 characters.' }]
      : []),
    ...((body.match(/\?/g) ?? []).length > 1 ? [{ pointer: '/body', message: 'Ask one question at a time.' }] : []),
    ...(texts.includes('') ? [{ pointer: '/options', message: 'An answer is empty.' }] : []),
    ...(new Set(texts).size < texts.length ? [{ pointer: '/options', message: 'An answer is there twice.' }] : []),
  ];
}

/** When the answer to a question asked now is due. */
export const answerDueAt = (now: Date): Date => new Date(now.getTime() + ANSWER_WITHIN_MS);
