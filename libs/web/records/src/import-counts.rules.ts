import type { ImportJob } from '@caseboard/contracts';
import { formatCount } from '@caseboard/web/ui';

/** A number with its noun: `1 claim`, `1,240 claims`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

type Counted = Pick<ImportJob, 'kind' | 'counts'>;

/** Acknowledgements and answers to status questions: they say what became of claims and hold none. */
export const isAnswer = ({ kind }: Pick<ImportJob, 'kind'>): boolean => ['999', '277ca', '277', '276'].includes(kind);

const NOUNS = [
  ['transactions', 'transaction'],
  ['claims', 'claim'],
  ['serviceLines', 'line'],
  ['adjustments', 'adjustment'],
  ['denials', 'denial'],
  ['acknowledgements', 'answer'],
  ['rejections', 'rejection'],
  ['patients', 'patient'],
  ['coverages', 'coverage'],
  ['encounters', 'visit'],
  ['practitioners', 'clinician'],
  ['organizations', 'organization'],
  ['conditions', 'condition'],
  ['procedures', 'procedure'],
  ['documents', 'document'],
  ['resources', 'resource'],
] as const;

/** Everything a file holds, in words. */
export const holdsOf = ({ counts }: Counted): string[] =>
  NOUNS.flatMap(([name, word]) => (counts[name] === undefined ? [] : [counted(counts[name], word)]));

/** What people look for in a chart file; other kinds of resources are only counted. */
const CHART = [
  'patients',
  'encounters',
  'documents',
  'coverages',
  'conditions',
  'procedures',
  'practitioners',
  'organizations',
];

/** What matters most of a file, in a few words: claims, answers, or patients with their visits and documents. */
export function mainWords(job: Counted): string {
  if (isAnswer(job)) return counted(job.counts.acknowledgements ?? 0, 'answer');
  if (job.kind !== 'fhir') return counted(job.counts.claims ?? 0, 'claim');
  const parts = CHART.flatMap((name) => {
    const [, word] = NOUNS.find(([noun]) => noun === name) ?? [];
    const count = job.counts[name as keyof typeof job.counts];
    return count === undefined || word === undefined ? [] : [counted(count, word)];
  });
  return parts.length === 0 ? counted(job.counts.resources ?? 0, 'resource') : parts.slice(0, 3).join(', ');
}
