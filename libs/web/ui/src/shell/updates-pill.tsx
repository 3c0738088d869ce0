import { IconArrowUp } from '@tabler/icons-react';
import { updatesWords, type WaitingUpdates } from './updates.rules.ts';

/** Props of `UpdatesPill`. */
export type UpdatesPillProps = { updates: WaitingUpdates; onShow: () => void };

/** "Show 3 updates: 2 new, 1 moved": what waits for consent while the hand is in the list. Nothing when nothing waits. */
export function UpdatesPill({ updates, onShow }: UpdatesPillProps) {
  const words = updatesWords(updates);
  return (
    <span role="status">
      {words !== '' && (
        <button type="button" className="cb-pill" onClick={onShow}>
          <IconArrowUp size={14} aria-hidden="true" />
          {words}
        </button>
      )}
    </span>
  );
}
