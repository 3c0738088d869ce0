import type { Person } from '../people/person.rules.ts';
import type { MoveTarget } from './board.types.ts';

/** One line of the Move menu. */
export type MoveEntry =
  | { kind: 'stage'; id: string; target: MoveTarget; digit: string; isPossible: boolean }
  | { kind: 'assign'; id: string; isPossible: true }
  | { kind: 'person'; id: string; person: Person; isPossible: true };

const has = (text: string, words: string) => text.toLowerCase().includes(words);

/**
 * The lines for what was typed. Stages keep their digit and stay listed when impossible; people appear once
 * something is typed or "Assign to…" was chosen (`isAssigning`).
 */
export function moveEntries(
  typed: string,
  targets: readonly MoveTarget[],
  people: readonly Person[],
  isAssigning: boolean,
): MoveEntry[] {
  const words = typed.trim().toLowerCase();
  const persons = people
    .filter((person) => has(person.name, words))
    .map((person): MoveEntry => ({ kind: 'person', id: `person-${person.id}`, person, isPossible: true }));
  if (isAssigning) return persons;
  const stages = targets
    .map((target, at): MoveEntry => {
      const isPossible = target.isHere !== true && target.reason === undefined;
      return { kind: 'stage', id: `stage-${target.stage}`, target, digit: String(at + 1), isPossible };
    })
    .filter((entry) => entry.kind === 'stage' && has(entry.target.name, words));
  if (words !== '') return [...stages, ...persons];
  return people.length === 0 ? stages : [...stages, { kind: 'assign', id: 'assign', isPossible: true }];
}

/** The stage a digit key picks while nothing is typed; undefined when there is none or it is impossible. */
export function stageByDigit(entries: readonly MoveEntry[], key: string): string | undefined {
  const entry = entries.find((line) => line.kind === 'stage' && line.digit === key && line.isPossible);
  return entry?.kind === 'stage' ? entry.target.stage : undefined;
}

/** The index of the next line that can be chosen, going round; the same index when there is none. */
export function nextPossible(entries: readonly MoveEntry[], from: number, by: 1 | -1): number {
  for (let step = 1; step <= entries.length; step++) {
    const at = (from + by * step + entries.length * 2) % entries.length;
    if (entries[at]?.isPossible) return at;
  }
  return from;
}
