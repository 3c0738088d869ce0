import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

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

/** A dialog that slides in from an edge, holds the focus and gives it back. */
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
  return (
    <Drawer.Root
      opened={isOpen}
      onClose={onClose}
      position={side}
      size={width}
      className="cb-drawer"
      data-fills-phone={fillsPhone || undefined}
      onEnterTransitionEnd={onOpened}
    >
      <Drawer.Overlay backgroundOpacity={0.28} blur={0} />
      <Drawer.Content aria-label={label}>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
