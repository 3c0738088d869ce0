import type { Queue } from '@caseboard/contracts';
import { Menu } from '@mantine/core';
import { Kbd, useKeymap } from '@caseboard/web/ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

/** Adds the filter "Queue is …" (F). */
export function QueueFilter({ queues, onPick }: { queues: readonly Queue[]; onPick: (key: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  useKeymap([{ keys: 'f', run: () => setOpen(true) }]);
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start">
      <Menu.Target>
        <button type="button" className="cb-filter-add" aria-keyshortcuts="F">
          <IconPlus size={14} aria-hidden="true" />
          Filter
          <Kbd>F</Kbd>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Queue is</Menu.Label>
        {queues.map(({ key, name }) => (
          <Menu.Item key={key} onClick={() => onPick(key)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
