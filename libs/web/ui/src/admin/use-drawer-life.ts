import { useEffect, useRef, useState } from 'react';

const EXIT_MS = 240;

/**
 * The life of a drawer that is mounted for one opening (with a `key`), so that its form starts fresh: it slides
 * in after mounting and is reported gone once it has slid out and given the focus back.
 */
export function useDrawerLife(onGone: () => void): { isOpen: boolean; close: () => void } {
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // The drawer's portal needs one turn to stand before it may slide in, or it neither slides nor takes the focus.
    timer.current = setTimeout(() => setOpen(true));
    return () => clearTimeout(timer.current);
  }, []);
  const close = () => {
    setOpen(false);
    timer.current = setTimeout(onGone, EXIT_MS);
  };
  return { isOpen, close };
}
