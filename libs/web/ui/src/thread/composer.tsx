import { Button, SegmentedControl } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { Kbd } from '../marks/kbd.tsx';

/** What is written: to everybody in the case, or on the yellow paper that stays inside. */
export type ComposerMode = 'message' | 'internal-note';

/** Props of `Composer`. */
export type ComposerProps = {
  /** Resolves when the text is stored; the text stays on refusal. */
  onSend: (body: string, mode: ComposerMode) => Promise<void> | void;
  /** Who will see it: `4 people will see this`. */
  audience: string;
  /** Called at each keystroke; throttle it before it leaves the page. */
  onTyping?: (() => void) | undefined;
  /** Why nothing can be sent now. */
  offReason?: string | undefined;
  defaultBody?: string;
};

const modes = [
  { value: 'message', label: 'Reply to team' },
  { value: 'internal-note', label: 'Internal note' },
];

/** Writes into a thread: says who will see it, and that it is not for emergencies. Ctrl+Enter sends. */
export function Composer({ onSend, audience, onTyping, offReason, defaultBody = '' }: ComposerProps) {
  const [mode, setMode] = useState<ComposerMode>('message');
  const [body, setBody] = useState(defaultBody);
  const [isBusy, setBusy] = useState(false);
  const canSend = body.trim() !== '' && !isBusy && offReason === undefined;

  const send = async () => {
    if (!canSend) return;
    setBusy(true);
    try {
      await onSend(body.trim(), mode);
      setBody('');
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  const write = (text: string) => {
    setBody(text);
    onTyping?.();
  };

  return (
    <div className="cb-composer" data-mode={mode}>
      <div className="cb-composer-line">
        <SegmentedControl
          size="xs"
          data={modes}
          value={mode}
          onChange={(value) => setMode(value as ComposerMode)}
          aria-label="Kind"
        />
        <span className="cb-push cb-tiny cb-dim">{audience}</span>
      </div>
      <textarea
        aria-label={mode === 'message' ? 'Reply to team' : 'Internal note'}
        rows={2}
        value={body}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className="cb-composer-line">
        <span className="cb-tiny cb-dim">{offReason ?? 'Not for emergencies'}</span>
        <Button
          className="cb-push"
          size="xs"
          variant="filled"
          disabled={!canSend}
          loading={isBusy}
          onClick={() => void send()}
          rightSection={<Kbd>Ctrl ↵</Kbd>}
        >
          Send
        </Button>
      </div>
    </div>
  );
}
