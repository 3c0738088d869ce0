import { useCallback, useEffect, useRef, useState } from 'react';

const tintMs = () => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 3000 : 1000);

/** Remembers which rows changed a moment ago: `mark` adds ids, each leaves by itself after 1 s (3 s with reduced motion). */
export function useChangedTint(): { changedIds: ReadonlySet<string>; mark: (ids: readonly string[]) => void } {
  const [changedIds, setChangedIds] = useState<ReadonlySet<string>>(new Set());
  const until = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const timers = until.current;
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  const mark = useCallback((ids: readonly string[]) => {
    if (ids.length === 0) return;
    const timers = until.current;
    const fade = () => {
      ids.forEach((id) => timers.delete(id));
      setChangedIds(new Set(timers.keys()));
    };
    ids.forEach((id) => clearTimeout(timers.get(id)));
    const timer = setTimeout(fade, tintMs());
    ids.forEach((id) => timers.set(id, timer));
    setChangedIds(new Set(timers.keys()));
  }, []);
  return { changedIds, mark };
}
