import type { User } from '@caseboard/contracts';
import { ApiError, wordsOf } from '@caseboard/web/kernel';
import { ConfirmDialog, ErrorStrip, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { useState } from 'react';
import { act } from '../use-users.ts';
import type { UserAct } from '../user-words.rules.ts';

/** Words of an act: what will happen, the button, and what to say once it is done. */
interface ActWords {
  title: string;
  what: string;
  verb: string;
  done: string;
}

const wordsFor: Record<UserAct, (name: string) => ActWords> = {
  disable: (name) => ({
    title: `Disable ${name}`,
    what: 'Their sessions end now and they cannot sign in. Their work and their name in the history stay. You can enable them again.',
    verb: 'Disable',
    done: `${name} is disabled`,
  }),
  enable: (name) => ({
    title: `Enable ${name}`,
    what: 'They can sign in again with the password they had.',
    verb: 'Enable',
    done: `${name} is enabled`,
  }),
  'invite-again': (name) => ({
    title: `Send ${name} a new link`,
    what: 'A new link goes to their address. The earlier one stops working.',
    verb: 'Send link',
    done: `A new link is on its way to ${name}`,
  }),
  'end-sessions': (name) => ({
    title: `End all sessions of ${name}`,
    what: 'They are signed out everywhere at once. What they were typing and had not saved is lost. They can sign in again.',
    verb: 'End sessions',
    done: `${name} is signed out everywhere`,
  }),
};

/** Props of `PersonAct`. */
export interface PersonActProps {
  user: User;
  what: UserAct;
  onGone: () => void;
}

/** Asks before an act on a person that cannot be undone, and says in words when it is refused. */
export function PersonAct({ user, what, onGone }: PersonActProps) {
  const { isOpen, close } = useDrawerLife(onGone);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ReturnType<typeof wordsOf>>();
  const words = wordsFor[what](user.name);
  const run = async () => {
    setBusy(true);
    setRefusal(undefined);
    await act(what, user).then(
      () => {
        notifyDone(words.done);
        close();
      },
      (error: unknown) => setRefusal(refusalWords(error)),
    );
    setBusy(false);
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={words.title}
      confirmLabel={words.verb}
      isBusy={isBusy}
      isDangerous={what === 'disable' || what === 'end-sessions'}
      onConfirm={() => void run()}
      onCancel={close}
    >
      {refusal && (
        <ErrorStrip title="Not done." traceId={refusal.traceId}>
          {refusal.text}
        </ErrorStrip>
      )}
      <p>{words.what}</p>
    </ConfirmDialog>
  );
}

function refusalWords(error: unknown): ReturnType<typeof wordsOf> {
  const isStale = error instanceof ApiError && error.code === 'request/stale';
  return isStale
    ? { text: 'Somebody changed this person a moment ago. Look at the row, then press again.' }
    : wordsOf(error);
}
