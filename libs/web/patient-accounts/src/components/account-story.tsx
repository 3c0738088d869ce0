import type { TimelineEntry } from '@caseboard/contracts';
import { useColleagues, useMoments } from '@caseboard/web/kernel';
import { formatMoney, Timeline, type TimelineItem } from '@caseboard/web/ui';

const MONEY = new Set(['decision', 'payment', 'payment-reversed']);

/** What happened to an account, oldest first. */
export function AccountStory({ entries }: { entries: readonly TimelineEntry[] }) {
  const { nameOfActor } = useColleagues();
  const moments = useMoments();
  const items = entries.map((entry): TimelineItem => ({
    id: entry.id,
    kind: MONEY.has(entry.kind) ? 'money' : entry.kind === 'statement' ? 'file' : 'done',
    text:
      entry.amountCents === null ? entry.text : `${entry.text}, ${formatMoney(Math.abs(entry.amountCents), 'dollars')}`,
    date: moments.words(entry.at),
    dateTime: entry.at,
    evidence: [entry.evidence, entry.actor === null ? null : nameOfActor(entry.actor)].filter(Boolean).join(', '),
    ...(entry.kind === 'payment' ? { tone: 'won' as const } : {}),
  }));
  return <Timeline items={items} />;
}
