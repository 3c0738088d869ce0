import type { TimelineEntry } from '@caseboard/contracts';
import { useColleagues, useMoments } from '@caseboard/web/kernel';
import { formatMoney, Timeline, type TimelineItem } from '@caseboard/web/ui';
import { timelineKindOf, timelineText, toneOf } from '../claim-words.rules.ts';

/** What happened to a claim, oldest first, and where it stands now. */
export function ClaimTimeline({ entries, now }: { entries: readonly TimelineEntry[]; now?: string | undefined }) {
  const { nameOfActor } = useColleagues();
  const moments = useMoments();
  const past = entries.map((entry): TimelineItem => ({
    id: entry.id,
    kind: timelineKindOf(entry),
    text: [timelineText(entry), entry.amountCents === null ? null : formatMoney(entry.amountCents, 'dollars')]
      .filter(Boolean)
      .join(', '),
    date: moments.words(entry.at),
    dateTime: entry.at,
    evidence:
      [entry.evidence, entry.actor === null ? null : nameOfActor(entry.actor)].filter(Boolean).join(', ') || undefined,
    ...(toneOf(entry) ? { tone: 'lost' as const } : {}),
  }));
  const present: TimelineItem[] = now === undefined ? [] : [{ id: 'now', kind: 'now', text: now, date: 'now' }];
  return <Timeline items={[...past, ...present]} />;
}
