import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

const about = { itemId: id, queueId: id };

export const ItemOpened = defineEvent('worklist.item-opened', 'A case became work in a queue.', about);
export const ItemTaken = defineEvent('worklist.item-taken', 'A person took an item, by choice or as their next.', {
  ...about,
  ownerId: id,
});
export const ItemAssigned = defineEvent('worklist.item-assigned', 'A lead gave an item to a person.', {
  ...about,
  ownerId: id,
  previousOwnerId: z.nullable(id),
});
export const ItemReleased = defineEvent('worklist.item-released', 'An item has no owner any more.', {
  ...about,
  previousOwnerId: z.nullable(id),
});
export const ItemRescored = defineEvent(
  'worklist.item-rescored',
  'Priority, due date, amount or summary of an item changed.',
  about,
);
export const ItemWaiting = defineEvent(
  'worklist.item-waiting',
  'An item waits for somebody else; its clock is paused.',
  about,
);
export const ItemResumed = defineEvent('worklist.item-resumed', 'A waiting item is to do again.', about);
export const ItemDone = defineEvent('worklist.item-done', 'An item is done and left its queue.', about);
export const ItemReopened = defineEvent('worklist.item-reopened', 'A done item is work again.', about);
export const ItemsRegated = defineEvent(
  'worklist.items-regated',
  'A facility was saved; its items are shown anew to those who may see them.',
  {
    facilityId: id,
  },
);
