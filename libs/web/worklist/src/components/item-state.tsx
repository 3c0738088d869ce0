import type { WorkItem } from '@caseboard/contracts';
import { PendingMark, StateMark } from '@caseboard/web/ui';

/** What is happening to a row right now, beside its state. */
export interface RowMood {
  /** An own change is on its way. */
  isSaving: boolean;
  /** What somebody else just did to it. */
  news: string | undefined;
}

const words = { open: 'To do', waiting: 'Waiting', done: 'Done' };

/** Where an item stands: its state, or for a moment who just changed it, or that an own change is on its way. */
export function ItemState({ item, mood }: { item: WorkItem; mood: RowMood }) {
  if (mood.isSaving) return <PendingMark state={{ kind: 'saving' }} />;
  if (mood.news !== undefined) return <StateMark state="working">{mood.news}</StateMark>;
  return <StateMark state={item.state}>{words[item.state]}</StateMark>;
}
