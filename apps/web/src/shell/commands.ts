import type { Command, NavSection } from '@caseboard/web/ui';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';

/** Keys of places, as the shortcut sheet lists them. */
const KEYS: Record<string, string> = {
  'my-work': 'g w',
  'queue-denials': 'g d',
  'queue-follow-up': 'g f',
  claims: 'g c',
  imports: 'g i',
  reports: 'g r',
};

/** What the palette offers: every place this person may go, then what they can do anywhere. */
export function commandsOf(
  sections: readonly NavSection[],
  go: (href: string) => void,
  acts: { help(): void; signOut(): void },
): Command[] {
  const places = sections.flatMap(({ label = 'Mine', items }) =>
    items.map(({ id, label: name, icon, href }): Command => {
      const keys = KEYS[id];
      return { id, label: name, group: label, icon, run: () => go(href), ...(keys === undefined ? {} : { keys }) };
    }),
  );
  return [
    ...places,
    { id: 'keys', label: 'Show the keys', group: 'Anywhere', icon: IconKeyboard, keys: '?', run: acts.help },
    { id: 'sign-out', label: 'Sign out', group: 'Anywhere', icon: IconLogout, run: acts.signOut },
  ];
}
