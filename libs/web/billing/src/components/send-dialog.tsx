import { ConfirmDialog } from '@caseboard/web/ui';
import { claimsWords, totalOf, type SendClaims } from '../use-send-claims.ts';

/** Asks before claims leave the house: that cannot be taken back. */
export function SendDialog({ sending, onSent }: { sending: SendClaims; onSent: () => void }) {
  const { asked, isBusy, cancel, send } = sending;
  const payers = new Set(asked.map(({ payerName }) => payerName));
  return (
    <ConfirmDialog
      isOpen={asked.length > 0}
      title={`Send ${claimsWords(asked.length)}, ${totalOf(asked)}`}
      confirmLabel={asked.length === 1 ? 'Send claim' : 'Send claims'}
      isBusy={isBusy}
      onCancel={cancel}
      onConfirm={() => void send().then((isSent) => isSent && onSent())}
    >
      {asked.length === 1 ? 'It leaves in an 837' : 'They leave as 837 files'} for{' '}
      {payers.size === 1 ? [...payers][0] : `${payers.size} payers`}. A claim that was sent is corrected by a
      replacement, never taken back.
    </ConfirmDialog>
  );
}
