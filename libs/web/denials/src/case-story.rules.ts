import type { DenialCase, TimelineEntry } from '@caseboard/contracts';
import type { TimelineKind } from '@caseboard/web/ui';

/** The glyph of each thing that can happen to a case. */
const KINDS: Readonly<Record<string, TimelineKind>> = {
  opened: 'denied',
  moved: 'done',
  reversed: 'money',
  linked: 'file',
  deadline: 'done',
  taken: 'person',
  assigned: 'person',
  released: 'person',
};

export const kindOf = ({ kind }: TimelineEntry): TimelineKind => KINDS[kind] ?? 'done';

/** Who did it and what proves it; a person the words already name is not said again. */
export const proofOf = (
  { evidence, actor, text }: TimelineEntry,
  nameOf: (actor: string) => string,
): string | undefined =>
  [evidence, actor === null || text.endsWith(nameOf(actor)) ? null : nameOf(actor)]
    .filter((part) => part !== null)
    .join(', ') || undefined;

/** What holds a case up right now, after the next step: who has it, or that nobody does. */
export function holdOf(
  { stage, ownerId }: Pick<DenialCase, 'stage' | 'ownerId'>,
  editing: readonly string[],
  owner: string,
): string {
  if (editing.length > 0) return `${editing.join(' and ')} ${editing.length === 1 ? 'is' : 'are'} editing it now.`;
  if (stage === 'waiting') return 'It waits for somebody else; the payer’s deadline goes on.';
  if (ownerId === null) return 'Nobody has it.';
  return owner === 'You' ? 'You have it.' : `${owner} has it.`;
}
