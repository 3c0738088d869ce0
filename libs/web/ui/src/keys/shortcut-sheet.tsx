import { Modal, Switch } from '@mantine/core';
import { Kbd } from '../marks/kbd.tsx';

/** Keys that belong together. */
export type ShortcutGroup = { title: string; shortcuts: readonly { keys: string; label: string }[] };

/** Props of `ShortcutSheet`. */
export type ShortcutSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  groups: readonly ShortcutGroup[];
  /** The single-key shortcuts are on. */
  isEnabled?: boolean;
  /** Turns them off or on, kept in the profile. */
  onToggle?: ((isEnabled: boolean) => void) | undefined;
};

const names: Record<string, string> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  Enter: '\u21b5',
  Escape: 'Esc',
  ArrowUp: '\u2191',
  ArrowDown: '\u2193',
  ' ': 'Space',
};
const nameOf = (key: string) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** All keys of the page (`?`), and the switch that turns them off. */
export function ShortcutSheet({ isOpen, onClose, groups, isEnabled = true, onToggle }: ShortcutSheetProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keys" size={720} closeButtonProps={{ 'aria-label': 'Close' }}>
      {onToggle !== undefined && (
        <Switch
          mb={12}
          label="Single-key shortcuts"
          checked={isEnabled}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
      )}
      <div className="cb-keys">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <ul>
              {group.shortcuts.map(({ keys, label }) => (
                <li key={keys}>
                  <span>{label}</span>
                  <Combo keys={keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** A combination as keycaps: strokes of a sequence with "then" between them. */
export function Combo({ keys }: { keys: string }) {
  return (
    <span className="cb-keys-combo">
      <span className="cb-heard">{keys}</span>
      {keys.split(' ').map((stroke, at) => (
        <span key={`${stroke}-${at}`} className="cb-keys-combo">
          {at > 0 && 'then'}
          {stroke.split('+').map((key) => (
            <Kbd key={key}>{nameOf(key)}</Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
