import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** Props of `ConfirmDialog`. */
export type ConfirmDialogProps = {
  isOpen: boolean;
  /** The act as a question or statement: `Write off $412.00`. */
  title: string;
  /** What will happen and what cannot be taken back. */
  children: ReactNode;
  /** A verb: `Write off`. */
  confirmLabel: string;
  onConfirm: () => void;
  onCancel: () => void;
  isDangerous?: boolean;
  isBusy?: boolean;
};

/** Above a case opened beside its list, whichever of the two came first; below menus and toasts. */
const OVER_DRAWERS = 250;

/** Asks before the few acts that cannot be undone: submit, write-off, send statement, more than 200 at once. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  confirmLabel,
  onConfirm,
  onCancel,
  isDangerous = false,
  isBusy = false,
}: ConfirmDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onCancel}
      title={title}
      centered
      size={440}
      zIndex={OVER_DRAWERS}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="cb-dialog-body">{children}</div>
      <div className="cb-dialog-acts">
        <Button onClick={onCancel} data-autofocus>
          Cancel
        </Button>
        <Button variant="filled" color={isDangerous ? 'bad' : 'ink'} loading={isBusy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  );
}
