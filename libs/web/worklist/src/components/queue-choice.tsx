import type { Queue } from '@caseboard/contracts';
import { Button, Menu } from '@mantine/core';
import { formatCount } from '@caseboard/web/ui';
import { IconChevronDown } from '@tabler/icons-react';

/** Props of `QueueChoice`. */
export type QueueChoiceProps = { queues: readonly Queue[]; chosen: string; onChoose: (key: string) => void };

/** Which queue "next" takes from. */
export function QueueChoice({ queues, chosen, onChoose }: QueueChoiceProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} />}>
          Next from: {queues.find(({ key }) => key === chosen)?.name ?? 'a queue'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {queues.map(({ key, name, open }) => (
          <Menu.Item
            key={key}
            onClick={() => onChoose(key)}
            rightSection={<span className="cb-dim">{formatCount(open)}</span>}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
