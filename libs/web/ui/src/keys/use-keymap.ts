import { useEffect, useEffectEvent, useRef } from 'react';
import { answerTo, isTyping, strokeOf, type KeyBinding } from './keymap.rules.ts';

const sequenceMs = 1000;
const isInDialog = () => document.querySelector('[aria-modal="true"]') !== null;

/**
 * Listens for the page's keys. They do not fire while the person types or a dialog is open, and never when
 * a component already took the key. `isEnabled` is the off switch of the profile (WCAG 2.1.4).
 */
export function useKeymap(bindings: readonly KeyBinding[], isEnabled = true): void {
  const before = useRef<{ stroke: string; at: number } | null>(null);
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!isEnabled || event.defaultPrevented || event.isComposing || event.repeat) return;
    const recent =
      before.current !== null && event.timeStamp - before.current.at < sequenceMs ? before.current.stroke : null;
    before.current = null;
    const stroke = strokeOf(event);
    const { run, starts } = answerTo(bindings, recent, stroke);
    const isQuiet = isTyping(event.target as HTMLElement | null) || (isInDialog() && run?.inDialog !== true);
    if (isQuiet && run?.evenWhileTyping !== true) return;
    if (starts !== undefined) before.current = { stroke: starts, at: event.timeStamp };
    if (run === undefined || run.isOff) return;
    event.preventDefault();
    run.run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
