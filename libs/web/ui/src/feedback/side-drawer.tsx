import { Drawer } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** Props of `SideDrawer`. */
export type SideDrawerProps = {
  isOpen: boolean;
  onClose: () => void;
  /** What the dialog is called aloud. */
  label: string;
  side?: 'left' | 'right';
  /** Pixels; the whole width on a phone when `fillsPhone`. */
  width: number;
  fillsPhone?: boolean;
  onOpened?: () => void;
  children: ReactNode;
};

/** A dialog that slides in from an edge, holds the focus and gives it back. Escape shuts it only when it is on top. */
export function SideDrawer({
  isOpen,
  onClose,
  label,
  side = 'right',
  width,
  fillsPhone = true,
  onOpened,
  children,
}: SideDrawerProps) {
  const content = useEscape(isOpen, onClose);
  return (
    <Drawer.Root
      opened={isOpen}
      onClose={onClose}
      closeOnEscape={false}
      position={side}
      size={width}
      className="cb-drawer"
      data-fills-phone={fillsPhone || undefined}
      onEnterTransitionEnd={onOpened}
    >
      <Drawer.Overlay backgroundOpacity={0.28} blur={0} />
      <Drawer.Content ref={content} aria-label={label}>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/**
 * Escape goes to one dialog: the one with the focus, else the last one opened. Mantine's own listeners all hear the
 * key, so that a form over a case would shut both.
 */
function useEscape(isOpen: boolean, onClose: () => void) {
  const content = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || isKept(event.target)) return;
      if (topDialog() === content.current) close.current();
    };
    // Before anything that shuts on the same key and moves the focus away.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [isOpen]);
  return content;
}

/** Mantine marks what takes the key for itself: an open menu, a list of choices. */
const isKept = (target: EventTarget | null): boolean =>
  target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';

function topDialog(): Element | null {
  const focused = document.activeElement?.closest('[role="dialog"]');
  return focused ?? [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? null;
}
