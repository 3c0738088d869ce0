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
    title: 'Chart',
    shortcuts: [
      { keys: '/', label: 'Find in the document' },
      { keys: ']', label: 'Next document' },
      { keys: '[', label: 'Document before' },
      { keys: 'q', label: 'Quote what is marked or found' },
      { keys: 'shift+q', label: 'Ask a physician' },
      { keys: 'r', label: 'Write to colleagues' },
      { keys: 'd', label: 'Add a diagnosis' },
      { keys: 'p', label: 'Add a procedure' },
      { keys: 'alt+ArrowUp', label: 'Move a code up' },
      { keys: 'Delete', label: 'Take a code out' },
      { keys: 'e', label: 'Finalize' },
      { keys: 'shift+e', label: 'Finalize, then the next chart' },
    ],
  },
  {
    title: 'Go to',
    shortcuts: [
      { keys: 'g w', label: 'My work' },
      { keys: 'g d', label: 'Denials' },
      { keys: 'g f', label: 'Follow-up' },
      { keys: 'g c', label: 'Claims' },
      { keys: 'g m', label: 'Messages' },
      { keys: 'g i', label: 'Imports' },
      { keys: 'g r', label: 'Reports' },
      { keys: '?', label: 'This sheet' },
    ],
  },
];
