import { Menu, SegmentedControl } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Kbd } from '../marks/kbd.tsx';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';
import { useColorScheme, type ColorScheme } from '../theme/caseboard-provider.tsx';

/** Props of `UserMenu`. */
export type UserMenuProps = {
  me: Person;
  /** Role and hours, in a few words. */
  about: string;
  onSignOut: () => void;
  onShowKeys?: (() => void) | undefined;
  /** Further `Menu.Item`s above the sign-out line. */
  children?: ReactNode;
};

const schemes = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** The signed-in person, their appearance choice, keys and sign-out. */
export function UserMenu({ me, about, onSignOut, onShowKeys, children }: UserMenuProps) {
  const { scheme, setScheme } = useColorScheme();
  return (
    <Menu position="top-start" width={240} offset={4}>
      <Menu.Target>
        <button type="button" className="cb-user" aria-label={`${me.name}, ${about}. Account menu`}>
          <Face person={me} />
          <span className="cb-user-words">
            <span className="cb-medium cb-cut">{me.name}</span>
            <span className="cb-dim cb-cut">{about}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        <SegmentedControl
          fullWidth
          m={4}
          aria-label="Appearance"
          data={schemes}
          value={scheme}
          onChange={(value) => setScheme(value as ColorScheme)}
        />
        <Menu.Divider />
        {children}
        {onShowKeys !== undefined && (
          <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Kbd>?</Kbd>} onClick={onShowKeys}>
            Keys
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
