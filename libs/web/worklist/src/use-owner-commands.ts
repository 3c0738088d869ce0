import { nextItem, workItem } from '@caseboard/contracts';
import type { WorkItem } from '@caseboard/contracts';
import { ApiError, api, wordsOf } from '@caseboard/web/kernel';
import { notifyDone, notifyError } from '@caseboard/web/ui';
import { useCallback, useState } from 'react';
import * as z from 'zod/mini';
import type { PendingOwner } from './pending-owner.rules.ts';

/** The work item a command is about: a row of a list, or what a case's card says of its item. */
export interface OwnerTarget {
  id: string;
  number: string;
  ownerId: string | null;
  version: number;
}

/** What a refusal is told with; the page says it where it happened. */
export interface OwnerRefusal {
  target: OwnerTarget;
  /** Who has it (409), when the server said so. */
  holder: string | undefined;
  /** Somebody changed the item first (412). */
  isStale: boolean;
}

export interface OwnerCommands {
  pending: ReadonlyMap<string, PendingOwner>;
  /** Gives the item to a person: oneself is taking it. */
  give(target: OwnerTarget, userId: string): Promise<void>;
  release(target: OwnerTarget): Promise<void>;
  /** Takes the next item of a queue and says why it is the next; undefined when nothing waits there. */
  next(queue: { key: string; name: string }): Promise<WorkItem | undefined>;
}

/** How long a change that happened still counts as this person's own, so that its row goes at once. */
const OWN_MS = 1500;

/**
 * Owner commands, applied at once and taken back with the reason on refusal. `onRefused` tells races in place;
 * `onItem` hears each item as an answer or a refusal brings it.
 */
export function useOwnerCommands(
  onRefused: (refusal: OwnerRefusal) => void,
  onItem: (current: WorkItem) => void,
): OwnerCommands {
  const [pending, setPending] = useState<ReadonlyMap<string, PendingOwner>>(new Map());
  const forget = useCallback((done: string, version: number) => {
    setPending(
      (before) => new Map([...before].filter(([id, { fromVersion }]) => id !== done || fromVersion !== version)),
    );
  }, []);
  const put = useCallback(
    async (target: OwnerTarget, ownerId: string | null) => {
      const own = { ownerId, fromVersion: target.version, isSaved: false };
      setPending((before) => new Map(before).set(target.id, own));
      try {
        onItem(await send(target, ownerId));
        setPending((before) => new Map(before).set(target.id, { ...own, isSaved: true }));
        setTimeout(() => forget(target.id, target.version), OWN_MS);
      } catch (error) {
        forget(target.id, target.version);
        refuse(target, error, onRefused, onItem);
      }
    },
    [forget, onRefused, onItem],
  );
  return {
    pending,
    give: put,
    release: useCallback((target) => put(target, null), [put]),
    next: takeNext,
  };
}

const send = ({ id, version }: OwnerTarget, ownerId: string | null) =>
  ownerId === null
    ? api.delete(`/work-items/${id}/owner`, workItem, { version })
    : api.put(`/work-items/${id}/owner`, workItem, { version, body: { userId: ownerId } });

function refuse(
  target: OwnerTarget,
  error: unknown,
  onRefused: (refusal: OwnerRefusal) => void,
  onItem: (current: WorkItem) => void,
): void {
  const current = error instanceof ApiError ? z.safeParse(workItem, error.problem?.current).data : undefined;
  if (current) onItem(current);
  const code = error instanceof ApiError ? error.code : undefined;
  const isRace = code === 'work-item/taken' || code === 'request/stale';
  if (error instanceof ApiError && isRace) {
    onRefused({ target, holder: error.problem?.holder?.name, isStale: code === 'request/stale' });
    return;
  }
  const { text, traceId } = wordsOf(error);
  notifyError(`${target.number} keeps its owner.`, text, traceId);
}

async function takeNext({ key, name }: { key: string; name: string }): Promise<WorkItem | undefined> {
  try {
    const item: (WorkItem & { because: string }) | undefined = await api.post(`/queues/${key}/next`, nextItem);
    notifyDone(item ? `${item.number} is yours. ${item.because}` : `Nothing is waiting in ${name}`);
    return item;
  } catch (error) {
    const { text, traceId } = wordsOf(error);
    notifyError('No next item.', text, traceId);
    return undefined;
  }
}
