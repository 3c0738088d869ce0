/** What a transaction set is, by ST01 and the guide it names. `837` and `277` when no guide tells which. */
export type X12Kind =
  | '270'
  | '271'
  | '275'
  | '276'
  | '277'
  | '277ca'
  | '278'
  | '835'
  | '837'
  | '837p'
  | '837i'
  | '837d'
  | '997'
  | '999'
  | 'ta1'
  | 'unknown';

const PLAIN_KINDS: readonly X12Kind[] = ['270', '271', '275', '276', '277', '278', '835', '837', '997', '999'];

/** The X-numbers of the HIPAA guides (4010A1 and 5010) that share one ST01. */
const GUIDES: readonly (readonly [st01: string, number: string, kind: X12Kind])[] = [
  ['837', 'X098', '837p'],
  ['837', 'X222', '837p'],
  ['837', 'X096', '837i'],
  ['837', 'X223', '837i'],
  ['837', 'X097', '837d'],
  ['837', 'X224', '837d'],
  ['277', 'X167', '277ca'],
  ['277', 'X214', '277ca'],
];

/** The kind of a set from ST01 and its guide, such as `005010X222A1`. */
export function kindOf(st01: string, guide: string): X12Kind {
  const named = GUIDES.find(([id, number]) => id === st01 && guide.includes(number));
  return named?.[2] ?? PLAIN_KINDS.find((kind) => kind === st01) ?? 'unknown';
}

/** The kind of an 837 by the service segment its lines use: SV1, SV2 or SV3. */
export function claimKindOf(segmentId: string): '837p' | '837i' | '837d' | undefined {
  if (segmentId === 'SV1') return '837p';
  if (segmentId === 'SV2') return '837i';
  return segmentId === 'SV3' ? '837d' : undefined;
}
