import type { ShortcutGroup } from '@caseboard/web/ui';

/** The key map as the sheet shows it; each key has a visible control on its page. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Lists',
    shortcuts: [
      { keys: 'j', label: 'Next row' },
      { keys: 'k', label: 'Row before' },
      { keys: 'Enter', label: 'Open' },
      { keys: 'x', label: 'Select' },
      { keys: 'n', label: 'Next item for me' },
      { keys: 'c', label: 'Take' },
      { keys: 'a', label: 'Assign' },
      { keys: 'Escape', label: 'Back' },
    ],
  },
  {
    title: 'Board',
    shortcuts: [
      { keys: 'm', label: 'Move the card' },
      { keys: 'Enter', label: 'Open the case' },
    ],
  },
  {
    title: 'Go to',
    shortcuts: [
      { keys: 'g w', label: 'My work' },
      { keys: 'g d', label: 'Denials' },
      { keys: 'g f', label: 'Follow-up' },
      { keys: 'g c', label: 'Claims' },
      { keys: 'g i', label: 'Imports' },
      { keys: '?', label: 'This sheet' },
    ],
  },
];
