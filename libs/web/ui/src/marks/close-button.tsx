import { IconX } from '@tabler/icons-react';

/** The quiet cross that shuts a popover, panel or bar; pushed to the end of its line. */
export function CloseButton({ onClick, label = 'Close' }: { onClick: () => void; label?: string }) {
  return (
    <button type="button" className="cb-close" aria-label={label} onClick={onClick}>
      <IconX size={16} aria-hidden="true" />
    </button>
  );
}
