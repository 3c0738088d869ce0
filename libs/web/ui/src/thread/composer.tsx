import { ActionIcon, Button } from '@mantine/core';
import { IconAt, IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, useState, type DragEvent, type ReactNode, type Ref } from 'react';
import { Kbd } from '../marks/kbd.tsx';
import type { Person } from '../people/person.rules.ts';
import { MentionField } from './mention-field.tsx';

/** A file on its way into a message. */
export type ComposerFile = {
  key: string;
  name: string;
  /** 0 to 1 while it is sent. */
  share?: number | undefined;
  /** Why it was not taken. */
  refusal?: string | undefined;
};

/** Props of `Composer`. */
export type ComposerProps = {
  body: string;
  onBody: (body: string) => void;
  /** People `@` offers. */
  people: readonly Person[];
  files: readonly ComposerFile[];
  onFiles: (files: readonly File[]) => void;
  onDropFile: (key: string) => void;
  onSend: () => void;
  isBusy: boolean;
  /** Why nothing can be sent now; the words stay. */
  offReason?: string | undefined;
  /** Why it was not sent; the words stay. */
  problem?: string | undefined;
  /** Who will see it: `4 people, open to everybody on this case`. */
  audience: string;
  fieldRef: Ref<HTMLTextAreaElement>;
};

/** Writes into a conversation: says who will see it, and that it is not for emergencies. Ctrl+Enter sends. */
export function Composer(props: ComposerProps) {
  const { body, files, isBusy, offReason, problem } = props;
  const isSending = files.some(({ share }) => share !== undefined);
  const hasWords = body.trim() !== '' || files.some(({ share, refusal }) => share === undefined && !refusal);
  const canSend = hasWords && !isBusy && !isSending && offReason === undefined;
  const send = () => canSend && props.onSend();
  return (
    <FileZone onFiles={props.onFiles}>
      <span className="cb-write-audience cb-tiny cb-dim">{props.audience}</span>
      <MentionField
        label="Message"
        body={body}
        onBody={props.onBody}
        people={props.people}
        onSend={send}
        fieldRef={props.fieldRef}
      />
      <FileList files={files} onDropFile={props.onDropFile} />
      {problem !== undefined && (
        <p className="cb-write-problem" role="alert">
          {problem} Your words are still here.
        </p>
      )}
      <div className="cb-write-line">
        <FileButton onFiles={props.onFiles} />
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label="Mention somebody"
          onClick={() => props.onBody(body === '' || body.endsWith(' ') ? `${body}@` : `${body} @`)}
        >
          <IconAt size={16} />
        </ActionIcon>
        <span className="cb-tiny cb-dim">{offReason ?? 'Not for emergencies'}</span>
        <Button
          className="cb-push"
          size="xs"
          variant="filled"
          disabled={!canSend}
          loading={isBusy}
          onClick={send}
          rightSection={<Kbd>Ctrl ↵</Kbd>}
        >
          Send
        </Button>
      </div>
    </FileZone>
  );
}

/** The composer's own frame, onto which files may be dropped. */
function FileZone({ onFiles, children }: { onFiles: ComposerProps['onFiles']; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      className="cb-write"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}

function FileButton({ onFiles }: { onFiles: ComposerProps['onFiles'] }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".pdf,.png,.jpg,.jpeg,.txt,.csv"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <ActionIcon size="sm" variant="subtle" aria-label="Attach a file" onClick={() => input.current?.click()}>
        <IconPaperclip size={16} />
      </ActionIcon>
    </>
  );
}

function FileList({ files, onDropFile }: Pick<ComposerProps, 'files' | 'onDropFile'>) {
  if (files.length === 0) return null;
  return (
    <ul className="cb-write-files" aria-label="Files to send">
      {files.map(({ key, name, share, refusal }) => (
        <li key={key} data-refused={refusal === undefined ? undefined : true}>
          <IconPaperclip size={14} aria-hidden="true" />
          <span className="cb-cut">{name}</span>
          {share !== undefined && <progress max={1} value={share} aria-label={`Sending ${name}`} />}
          {refusal !== undefined && <span>{refusal}</span>}
          <ActionIcon size="xs" variant="subtle" aria-label={`Leave out ${name}`} onClick={() => onDropFile(key)}>
            <IconX size={12} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
