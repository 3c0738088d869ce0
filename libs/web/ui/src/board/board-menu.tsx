import { Popover } from '@mantine/core';
import { MoveMenu, type MoveMenuProps } from './move-menu.tsx';

/** Props of `BoardMenu`. */
export type BoardMenuProps = MoveMenuProps & {
  /** Where the card stands in the scrolled board, in pixels. */ at: { top: number; left: number };
};

/** The Move menu hung on its card; it scrolls with the board. */
export function BoardMenu({ at, ...menu }: BoardMenuProps) {
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && menu.onClose()}
      position="bottom-start"
      width={256}
      offset={4}
      withinPortal
    >
      <Popover.Target>
        <span className="cb-board-anchor" style={at} />
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={`Move ${menu.number}`}>
        <MoveMenu {...menu} />
      </Popover.Dropdown>
    </Popover>
  );
}
