import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Kbd } from '../marks/kbd.tsx';
import { useKeymap } from '../keys/use-keymap.ts';

/** Props of `FilterMenu`. */
export type FilterMenuProps = {
  /** What is added, as the button says it: `Filter`, or the only field there is. */
  label: string;
  /** Menu items, one a value. */
  children: ReactNode;
};

/** The button of a filter bar that offers values to filter by (F). */
export function FilterMenu({ label, children }: FilterMenuProps) {
  const [isOpen, setOpen] = useState(false);
  useKeymap([{ keys: 'f', run: () => setOpen(true) }]);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start">
      <Menu.Target>
        <button type="button" className="cb-filter-add" aria-keyshortcuts="F">
          <IconPlus size={14} aria-hidden="true" />
          {label}
          <Kbd>F</Kbd>
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
