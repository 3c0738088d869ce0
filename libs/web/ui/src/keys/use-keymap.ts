import { useEffect, useEffectEvent } from 'react';
import { KeySequences } from './key-sequences.ts';
import { answerTo, isTyping, strokeOf, type KeyBinding } from './keymap.rules.ts';

const sequences = new KeySequences();
const isInDialog = () => document.querySelector('[aria-modal="true"]') !== null;

/**
 * Listens for the page's keys. They do not fire while the person types or a dialog is open, and never when
 * a component already took the key. `isEnabled` is the off switch of the profile (WCAG 2.1.4).
 */
export function useKeymap(bindings: readonly KeyBinding[], isEnabled = true): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!isEnabled || event.isComposing || event.repeat) return;
    const before = sequences.beforeOf(event);
    if (event.defaultPrevented) return;
    const stroke = strokeOf(event);
    const { run, starts } = answerTo(bindings, before, stroke, sequences.all);
    const isQuiet = isTyping(event.target as HTMLElement | null) || (isInDialog() && run?.inDialog !== true);
    if (isQuiet && run?.evenWhileTyping !== true) return;
    if (starts !== undefined) sequences.begin(event, starts);
    if (run === undefined || run.isOff) return;
    event.preventDefault();
    run.run();
  });
  const bindingsNow = useEffectEvent(() => (isEnabled ? bindings : []));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    const leave = sequences.join(() => bindingsNow());
    window.addEventListener('keydown', listen);
    return () => {
      leave();
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
