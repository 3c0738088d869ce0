import type { Thread } from '@caseboard/contracts';
import { isUnanswered } from '@caseboard/web/kernel';

/** A patient's questions together, the most pressing first. */
export interface PatientQuestions {
  key: string;
  patient: string;
  dueAt: string | null;
  queries: readonly Thread[];
}

const LAST = '9999';
const dueOf = ({ dueAt }: { dueAt: string | null }) => dueAt ?? LAST;
const byDue = (a: { dueAt: string | null }, b: { dueAt: string | null }) => dueOf(a).localeCompare(dueOf(b));

/** Unanswered questions in bundles: one for each case, since initials and digits alone name nobody. */
export function bundled(queries: readonly Thread[]): PatientQuestions[] {
  const open = queries.filter(isUnanswered).sort(byDue);
  return [...Map.groupBy(open, ({ subjectId }) => subjectId)]
    .map(([key, own]) => ({ key, patient: own[0]?.patient ?? '', dueAt: own[0]?.dueAt ?? null, queries: own }))
    .sort(byDue);
}

/** What is left after one is answered: of the same patient first. */
export function nextAfter(done: Thread, queries: readonly Thread[]): Thread | undefined {
  const left = queries.filter((query) => query.id !== done.id && isUnanswered(query)).sort(byDue);
  return left.find(({ subjectId }) => subjectId === done.subjectId) ?? left[0];
}

/** `Choose one, 4 options. From Carla Mendes`. */
export const howToAnswer = ({ options }: Pick<Thread, 'options'>, asker: string): string =>
  `${options.length === 0 ? 'Open question' : `Choose one, ${options.length} options`}. From ${asker}`;

/** `4 questions, 3 patients. About 2 minutes.` at half a minute each. */
export function workload(bundles: readonly PatientQuestions[]): string {
  const count = bundles.reduce((sum, { queries }) => sum + queries.length, 0);
  const minutes = Math.max(1, Math.round(count / 2));
  return `${count} ${count === 1 ? 'question' : 'questions'}, ${bundles.length} ${
    bundles.length === 1 ? 'patient' : 'patients'
  }. About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
}

/** The answer as it was given: the option's words, then the person's own. */
export function answerWords({ options, answer }: Pick<Thread, 'options' | 'answer'>): string {
  if (!answer) return '';
  const option = options.find(({ id }) => id === answer.optionId)?.text;
  return [option, answer.body].filter((part) => part !== undefined && part !== '').join('\n');
}

/** Whether an option needs words of one's own. */
export const needsWords = (optionId: string): boolean => optionId === 'other';
