import type { Queue } from '@caseboard/contracts';
import { Menu } from '@mantine/core';
import { FilterMenu } from '@caseboard/web/ui';

/** Adds the filter "Queue is …" (F). */
export function QueueFilter({ queues, onPick }: { queues: readonly Queue[]; onPick: (key: string) => void }) {
  return (
    <FilterMenu label="Filter">
      <Menu.Label>Queue is</Menu.Label>
      {queues.map(({ key, name }) => (
        <Menu.Item key={key} onClick={() => onPick(key)}>
          {name}
        </Menu.Item>
      ))}
    </FilterMenu>
  );
}
