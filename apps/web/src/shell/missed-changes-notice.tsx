import { useColleagues, useLiveConnection, useMoments, useSession, type AppliedChange } from '@caseboard/web/kernel';
import { notifyCaughtUp } from '@caseboard/web/ui';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { missedWords, wordOf } from './missed-words.rules.ts';

/** Says once, after each return of the connection, what others changed meanwhile, and lists it on request. */
export function MissedChangesNotice() {
  const connection = useLiveConnection();
  const { user } = useSession();
  const [shown, setShown] = useState<readonly AppliedChange[]>([]);
  const [isOpen, setOpen] = useState(false);
  useEffect(
    () =>
      connection.missed.onCaughtUp((changes) => {
        const others = changes.filter(({ actor }) => actor !== `user:${user.id}`);
        if (others.length === 0) return;
        setShown(others);
        notifyCaughtUp(others.length, { text: `${missedWords(others)}.`, onShow: () => setOpen(true) });
      }),
    [connection, user.id],
  );
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="What changed while you were away"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <MissedList changes={shown} />
    </Modal>
  );
}

function MissedList({ changes }: { changes: readonly AppliedChange[] }) {
  const { nameOfActor } = useColleagues();
  const moments = useMoments();
  return (
    <table className="cb-table cb-small">
      <tbody>
        {changes.map((change) => (
          <tr key={change.id}>
            <td>
              <code>{change.label ?? '–'}</code>
            </td>
            <td>{wordOf(change)}</td>
            <td>{nameOfActor(change.actor)}</td>
            <td className="cb-num">{moments.words(change.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
