import { notifications } from '@mantine/notifications';
import { IconAlertOctagon, IconCheck, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Kbd } from '../marks/kbd.tsx';

const lifeSeconds = 8;

const show = (body: (close: () => void) => ReactNode, options: { tone?: 'bad'; stays?: boolean } = {}): string => {
  const id = `toast-${crypto.randomUUID()}`;
  notifications.show({
    id,
    message: body(() => notifications.hide(id)),
    autoClose: options.stays ? false : lifeSeconds * 1000,
    withCloseButton: options.stays ?? false,
    className: 'cb-toast',
    role: options.tone === 'bad' ? 'alert' : 'status',
  });
  return id;
};

/** Says that something is done, with Undo for 8 seconds when it can be undone. Returns the toast's id. */
export function notifyDone(text: string, onUndo?: () => void): string {
  return show((close) => (
    <ToastLine
      icon={<IconCheck size={16} />}
      act={onUndo && { label: 'Undo', key: 'Z', run: onUndo }}
      close={close}
      countdown
    >
      {text}
    </ToastLine>
  ));
}

/** "Caught up: 12 changes. 1 needs you …" after the connection came back. */
export function notifyCaughtUp(changes: number, needsYou?: { text: string; onShow: () => void }): string {
  return show((close) => (
    <ToastLine icon={<IconRefresh size={16} />} act={needsYou && { label: 'Show', run: needsYou.onShow }} close={close}>
      <b>
        Caught up: {changes} {changes === 1 ? 'change' : 'changes'}.
      </b>{' '}
      {needsYou && <span className="cb-toast-soft">{needsYou.text}</span>}
    </ToastLine>
  ));
}

/** An error that has no place on the page; it stays until closed and carries the trace id. */
export function notifyError(title: string, detail: string, traceId?: string): string {
  const words = traceId === undefined ? detail : `${detail} Trace ${traceId}`;
  return show(
    () => (
      <ToastLine icon={<IconAlertOctagon size={16} />}>
        <b>{title}</b> {words}
      </ToastLine>
    ),
    { tone: 'bad', stays: true },
  );
}

type Act = { label: string; key?: string; run: () => void };
type ToastLineProps = {
  icon: ReactNode;
  children: ReactNode;
  act?: Act | undefined;
  close?: () => void;
  countdown?: boolean;
};

function ToastLine({ icon, children, act, close, countdown = false }: ToastLineProps) {
  const run = () => {
    close?.();
    act?.run();
  };
  return (
    <div className="cb-toast-line">
      {icon}
      <span>{children}</span>
      {act !== undefined && (
        <span className="cb-push cb-line">
          {countdown && <SecondsLeft />}
          <button type="button" className="cb-toast-act" onClick={run}>
            {act.label}
          </button>
          {act.key !== undefined && <Kbd>{act.key}</Kbd>}
        </span>
      )}
    </div>
  );
}

function SecondsLeft() {
  const [seconds, setSeconds] = useState(lifeSeconds);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="cb-toast-soft" aria-hidden="true">
      {seconds} s
    </span>
  );
}
