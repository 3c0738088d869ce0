import type { ImportFault } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { CheckedFile, CheckedSet } from './remittance-check.ts';
import { errorsFirst } from './remittance-check.ts';
import { duplicateFault, unknownPayeeFault } from './remittance-faults.ts';

/** A set that will post, under an id chosen now so that a resumed run finds its own. */
export interface PlannedSet {
  ordinal: number;
  remittanceId: string;
  fingerprint: string;
  claims: number;
}

/** A set of which nothing posts and a person has to look at. */
export interface RefusedSet {
  ordinal: number;
  exceptionId: string;
  level: 'line' | 'claim' | 'transaction';
  differenceCents: number;
  paidCents: number;
  payerName: string;
  payeeId: string;
  trace: string;
}

/** What pass 1 hands to pass 2 and to the verdict's transaction; stored as JSON. */
export interface RemittancePlan {
  posts: PlannedSet[];
  refused: RefusedSet[];
  /** Claims of the sets that post. */
  claims: number;
  /** Work it makes: a case for each claim with a denial, an exception for each refused set. */
  workItems: number;
}

/** A payment that posted earlier. */
export interface PostedBefore {
  number: string;
  importId: string;
}

/** What is to be done with a checked file. */
export interface RemittanceDecision {
  isAccepted: boolean;
  duplicateOf: string | undefined;
  faults: ImportFault[];
  plan: RemittancePlan;
}

/** Most posting exceptions one file opens: beyond, one more stands for the rest. */
const MOST_EXCEPTIONS = 300;

/**
 * Decides set by set (interface.md "Remittances"): an unbalanced one is refused, one that came before (also
 * earlier in this file) is a duplicate, the others post. A broken envelope refuses the whole file; a file of
 * which nothing posts is rejected, unless all of it came before.
 */
export function planRemittances(
  file: CheckedFile,
  before: ReadonlyMap<string, PostedBefore>,
  isOurs: (payeeId: string) => boolean,
): RemittanceDecision {
  if (file.hasEnvelopeErrors) return nothingPosts(file.faults);
  const refused = file.sets.filter(isRefused);
  const sound = file.sets.filter((set) => !isRefused(set));
  const seen = new Set(before.keys());
  const posts: CheckedSet[] = [];
  const repeated: CheckedSet[] = [];
  for (const set of sound) (isFirst(seen, set.fingerprint) ? posts : repeated).push(set);
  const faults = errorsFirst([
    ...file.faults,
    ...posts.filter(({ payeeId }) => !isOurs(payeeId)).map(unknownPayeeFault),
    ...repeated.map((set) => duplicateFault(set, before.get(set.fingerprint)?.number ?? 'another part of this file')),
  ]);
  const [first] = repeated;
  const isRepeat = posts.length === 0 && refused.length === 0 && first !== undefined;
  const exceptions = withRest(refused.map(refusedSet));
  return {
    isAccepted: posts.length > 0 || isRepeat,
    duplicateOf: isRepeat ? before.get(first.fingerprint)?.importId : undefined,
    faults,
    plan: {
      posts: posts.map(({ ordinal, fingerprint, claims }) => ({
        ordinal,
        remittanceId: uuidv7(),
        fingerprint,
        claims,
      })),
      refused: exceptions,
      claims: posts.reduce((sum, set) => sum + set.claims, 0),
      workItems: posts.reduce((sum, set) => sum + set.deniedClaims, exceptions.length),
    },
  };
}

const isRefused = (set: CheckedSet): boolean => set.failure !== undefined || set.isUnreadable;

function isFirst(seen: Set<string>, fingerprint: string): boolean {
  if (seen.has(fingerprint)) return false;
  seen.add(fingerprint);
  return true;
}

const nothingPosts = (faults: ImportFault[]): RemittanceDecision => ({
  isAccepted: false,
  duplicateOf: undefined,
  faults,
  plan: { posts: [], refused: [], claims: 0, workItems: 0 },
});

const refusedSet = ({ ordinal, failure, paidCents, payerName, payeeId, traceNumber }: CheckedSet): RefusedSet => ({
  ordinal,
  exceptionId: uuidv7(),
  level: failure?.level ?? 'transaction',
  differenceCents: failure?.differenceCents ?? 0,
  paidCents,
  payerName,
  payeeId,
  trace: traceNumber,
});

/** The last exception of a very long list carries what the rest would have paid. */
function withRest(refused: RefusedSet[]): RefusedSet[] {
  if (refused.length <= MOST_EXCEPTIONS) return refused;
  const listed = refused.slice(0, MOST_EXCEPTIONS);
  const rest = refused.slice(MOST_EXCEPTIONS - 1);
  const last = listed.at(-1) as RefusedSet;
  last.paidCents = rest.reduce((sum, set) => sum + set.paidCents, 0);
  last.trace = `${rest.length} payments`;
  return listed;
}
