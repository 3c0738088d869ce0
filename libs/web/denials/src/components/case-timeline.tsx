import { plainDateWords, useColleagues, useMoments } from '@caseboard/web/kernel';
import { formatMoney, stageWord, Timeline, type TimelineItem } from '@caseboard/web/ui';
import { kindOf, proofOf } from '../case-story.rules.ts';
import type { OpenedCase } from '../denials.live.ts';

/** What happened to a case, where it stands now, and by when it has to go on. */
export function CaseTimeline({ opened, owner }: { opened: OpenedCase; owner: string | undefined }) {
  const { nameOfActor } = useColleagues();
  const moments = useMoments();
  const past = opened.timeline.map((entry): TimelineItem => ({
    id: entry.id,
    kind: kindOf(entry),
    text: entry.amountCents === null ? entry.text : `${entry.text}, ${formatMoney(entry.amountCents, 'dollars')}`,
    date: moments.words(entry.at),
    dateTime: entry.at,
    evidence: proofOf(entry, nameOfActor),
    ...(entry.kind === 'opened' ? { tone: 'lost' as const } : {}),
  }));
  const isOpen = opened.stage !== 'closed';
  const now: TimelineItem = {
    id: 'now',
    kind: 'now',
    text: stageWord(opened.stage),
    date: 'now',
    evidence: owner === undefined ? 'Nobody has it' : `With ${owner}`,
  };
  const due: TimelineItem | undefined =
    opened.dueOn === null
      ? undefined
      : {
          id: 'due',
          kind: 'planned',
          text: 'Answer the payer',
          date: `by ${plainDateWords(opened.dueOn)}`,
          evidence: opened.dueRule ?? undefined,
        };
  return <Timeline items={[...past, ...(isOpen ? [now] : []), ...(isOpen && due ? [due] : [])]} />;
}
