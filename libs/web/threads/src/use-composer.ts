import { attachment, message, permissionsOf, thread } from '@caseboard/contracts';
import type { Attachment, Role } from '@caseboard/contracts';
import { api, ApiError, upload, useColleagues, useConnection, useSession, wordsOf } from '@caseboard/web/kernel';
import { mentionedIn, type ComposerFile, type ComposerProps } from '@caseboard/web/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { draftOf, keepDraft } from './drafts.ts';

/** What is written about: a case, and its thread once it has one. */
export interface Place {
  subjectType: string;
  subjectId: string;
  threadId: string | undefined;
  /** Who takes part already. */
  participantIds: readonly string[];
  draftKey: string;
}

interface Upload extends ComposerFile {
  sent?: Attachment;
}

/** Physicians are asked by query, never called into a conversation. */
const mayJoin = (roles: readonly Role[]) => permissionsOf(roles).has('threads.thread.create');

const AWAY = 'No connection: your words stay here until it is back';
const TYPING_MS = 3000;

/** The composer of a conversation: draft, files, sending. What could not be sent stays. */
export function useComposer(place: Place) {
  const { draftKey, participantIds } = place;
  const { active } = useColleagues();
  const { user } = useSession();
  const { state } = useConnection();
  const [body, setBody] = useState(() => draftOf(draftKey));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const typing = useTyping();
  const uploads = useUploads();
  const people = useMemo(
    () => active.filter(({ id, roles }) => id !== user.id && (participantIds.includes(id) || mayJoin(roles))),
    [active, user.id, participantIds],
  );
  const fieldRef = useRef<HTMLTextAreaElement>(null);

  const write = (next: string) => {
    setBody(next);
    keepDraft(draftKey, next);
    setProblem(undefined);
    typing.touch(next !== '');
  };
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const words = body.trim() === '' ? uploads.names.join(', ') : body.trim();
      const mentionIds = mentionedIn(words, people);
      await post(place, { body: words, mentionIds, fileIds: uploads.ids });
      write('');
      uploads.clear();
    } catch (error) {
      setProblem(refusalWords(error));
    } finally {
      setBusy(false);
      fieldRef.current?.focus();
    }
  };
  const props: Omit<ComposerProps, 'audience'> = {
    body,
    onBody: write,
    people,
    files: uploads.files,
    onFiles: uploads.add,
    onDropFile: uploads.drop,
    onSend: () => void send(),
    isBusy,
    problem,
    offReason: state === 'live' ? undefined : AWAY,
    fieldRef,
  };
  return { props, isTyping: typing.isOn, focus: useCallback(() => fieldRef.current?.focus(), []) };
}

async function post({ threadId, subjectType, subjectId }: Place, words: object): Promise<void> {
  if (threadId !== undefined) await api.post(`/threads/${threadId}/messages`, message, { body: words });
  else await api.post('/threads', thread, { body: { subjectType, subjectId, kind: 'message', ...words } });
}

/** Who may not be called in is named; everything else in the server's words. */
function refusalWords(error: unknown): string {
  const named = error instanceof ApiError ? (error.problem?.errors ?? []).map((one) => one.message) : [];
  return error instanceof ApiError && error.code === 'thread/wrong-recipient' && named.length > 0
    ? named.join(' ')
    : wordsOf(error).text;
}

/** On from a keystroke until three seconds after the last one. */
function useTyping() {
  const [isOn, setOn] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const touch = (hasWords: boolean) => {
    clearTimeout(timer.current);
    setOn(hasWords);
    if (hasWords) timer.current = setTimeout(() => setOn(false), TYPING_MS);
  };
  return { isOn, touch };
}

/** Files are sent as soon as they are chosen; the message then only names them. */
function useUploads() {
  const [files, setFiles] = useState<readonly Upload[]>([]);
  const patch = (key: string, change: Partial<Upload>) =>
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...change } : file)));
  const start = (file: File) => {
    const key = crypto.randomUUID();
    setFiles((before) => [...before, { key, name: file.name, share: 0 }]);
    upload('/thread-files', attachment, file, (share) => patch(key, { share })).then(
      (sent) => patch(key, { sent, share: undefined }),
      (error: unknown) => patch(key, { share: undefined, refusal: wordsOf(error).text }),
    );
  };
  const sent = files.flatMap((file) => (file.sent ? [file.sent] : []));
  return {
    files,
    ids: sent.map(({ id }) => id),
    names: sent.map(({ name }) => name),
    add: (chosen: readonly File[]) => chosen.forEach(start),
    drop: (key: string) => setFiles((before) => before.filter((file) => file.key !== key)),
    clear: () => setFiles([]),
  };
}
