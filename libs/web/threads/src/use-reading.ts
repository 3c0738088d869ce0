import { thread as threadSchema } from '@caseboard/contracts';
import type { Thread } from '@caseboard/contracts';
import { api, useSession } from '@caseboard/web/kernel';
import { useCallback, useEffect, useState } from 'react';
import { upToOf } from './conversation.rules.ts';

const LOOKED_MS = 1000;

/**
 * Marks a thread read only once its newest message has been in view in a focused window for a second, and keeps the
 * "New" line where it was when the person began to look.
 */
export function useReading(thread: Thread | undefined): { mark: number; endRef: (end: HTMLElement | null) => void } {
  const { user } = useSession();
  const [end, setEnd] = useState<HTMLElement | null>(null);
  const isSeen = useInView(end);
  const isFocused = useFocused();
  const upTo = thread && upToOf(thread, user.id);
  const newest = thread?.messageCount ?? 0;
  const threadId = thread?.id;
  useEffect(() => {
    if (threadId === undefined || upTo === undefined || upTo >= newest || !isSeen || !isFocused) return undefined;
    const timer = setTimeout(
      () => void api.put(`/threads/${threadId}/read`, threadSchema, { body: { upTo: newest } }).catch(() => undefined),
      LOOKED_MS,
    );
    return () => clearTimeout(timer);
  }, [threadId, upTo, newest, isSeen, isFocused]);
  return { mark: useHeldMark(threadId, upTo, isFocused), endRef: useCallback((node) => setEnd(node), []) };
}

/** How far had been read when the person came to look; it moves on when they look away. */
function useHeldMark(threadId: string | undefined, upTo: number | undefined, isFocused: boolean): number {
  const [held, setHeld] = useState<{ threadId: string | undefined; mark: number }>();
  const mark = upTo ?? Number.MAX_SAFE_INTEGER;
  const isHeld = held !== undefined && held.threadId === threadId && isFocused;
  useEffect(() => {
    if (!isHeld) setHeld({ threadId, mark });
  }, [isHeld, threadId, mark]);
  return isHeld ? held.mark : mark;
}

function useInView(end: HTMLElement | null): boolean {
  const [isIn, setIn] = useState(false);
  useEffect(() => {
    if (!end) return undefined;
    const observer = new IntersectionObserver(([entry]) => setIn(entry?.isIntersecting === true));
    observer.observe(end);
    return () => observer.disconnect();
  }, [end]);
  return isIn;
}

function useFocused(): boolean {
  const [isFocused, setFocused] = useState(() => document.hasFocus());
  useEffect(() => {
    const look = () => setFocused(document.hasFocus() && !document.hidden);
    const names = ['focus', 'blur'] as const;
    names.forEach((name) => window.addEventListener(name, look));
    document.addEventListener('visibilitychange', look);
    return () => {
      names.forEach((name) => window.removeEventListener(name, look));
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return isFocused;
}
