import { useCallback, useEffect, useRef, useState } from 'react';

const NOTE_MS = 5000;

/** Sentences that stand on single rows for five seconds: "Taken by Jo Tran. Next for you is …". */
export function useRowNotes(): { notes: ReadonlyMap<string, string>; note(id: string, text: string): void } {
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const held = timers.current;
    return () => held.forEach(clearTimeout);
  }, []);
  const note = useCallback((id: string, text: string) => {
    clearTimeout(timers.current.get(id));
    setNotes((before) => new Map(before).set(id, text));
    const forget = () => setNotes((before) => new Map([...before].filter(([key]) => key !== id)));
    timers.current.set(id, setTimeout(forget, NOTE_MS));
  }, []);
  return { notes, note };
}
