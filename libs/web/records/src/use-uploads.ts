import { ApiError, uploadImport, wordsOf } from '@caseboard/web/kernel';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { refusalOf, uploadsAfter } from './uploads.rules.ts';
import type { Upload } from './uploads.rules.ts';

/** Files sent at once; the rest wait, so that a small one is not starved by many large ones. */
const AT_ONCE = 2;

export interface Uploads {
  uploads: readonly Upload[];
  send(files: readonly File[]): void;
  again(key: string): void;
  dismiss(key: string): void;
}

/** Sends files to the server with their progress; a refused one stays with its reason. `onTaken` gets each import's id. */
export function useUploads(onTaken: (importId: string, isOnly: boolean) => void): Uploads {
  const [uploads, tell] = useReducer(uploadsAfter, []);
  const files = useRef(new Map<string, File>());
  const waiting = useRef<string[]>([]);
  const running = useRef(0);
  const taken = useRef(onTaken);
  useEffect(() => {
    taken.current = onTaken;
  });
  useWarnBeforeClosing(uploads.some(({ refusal }) => refusal === undefined));

  const pump = useCallback((isOnly: boolean) => {
    while (running.current < AT_ONCE) {
      const key = waiting.current.shift();
      const file = key === undefined ? undefined : files.current.get(key);
      if (key === undefined || !file) return;
      running.current += 1;
      void uploadImport(file, (share) => tell({ type: 'sent', key, share }))
        .then(
          (importId) => {
            files.current.delete(key);
            tell({ type: 'left', key });
            taken.current(importId, isOnly);
          },
          (error: unknown) =>
            tell({
              type: 'refused',
              key,
              refusal: refusalOf(wordsOf(error), error instanceof ApiError ? error.status : 500),
            }),
        )
        .finally(() => {
          running.current -= 1;
          pump(isOnly);
        });
    }
  }, []);

  return {
    uploads,
    send: (chosen) => {
      const added = chosen.map((file) => ({ key: crypto.randomUUID(), name: file.name, share: 0, file }));
      for (const { key, file } of added) files.current.set(key, file);
      waiting.current.push(...added.map(({ key }) => key));
      tell({ type: 'added', uploads: added.map(({ file: _, ...upload }) => upload) });
      pump(chosen.length === 1);
    },
    again: (key) => {
      waiting.current.push(key);
      tell({ type: 'again', key });
      pump(true);
    },
    dismiss: (key) => {
      files.current.delete(key);
      tell({ type: 'left', key });
    },
  };
}

/** Closing the window would lose what is not sent yet; leaving the page inside the app does not. */
function useWarnBeforeClosing(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isSending]);
}
