import type { User } from '@caseboard/contracts';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { ACTS, type UserAct } from '../user-words.rules.ts';

const LABELS: Record<UserAct, string> = {
  disable: 'Disable',
  enable: 'Enable',
  'invite-again': 'Send the invitation again',
  'end-sessions': 'End all sessions',
};

/** Props of `PersonMenu`. */
export interface PersonMenuProps {
  user: User;
  /** Why nothing can be done now. */
  isOff: boolean;
  onEdit: () => void;
  onAct: (act: UserAct) => void;
}

/** Everything that can be done with a person, behind one button at the row's end. */
export function PersonMenu({ user, isOff, onEdit, onAct }: PersonMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Acts for ${user.name}`} disabled={isOff}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>Change</Menu.Item>
        {ACTS[user.state].map((act) => (
          <Menu.Item key={act} onClick={() => onAct(act)}>
            {LABELS[act]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
