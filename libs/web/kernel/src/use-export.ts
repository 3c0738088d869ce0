import { api } from './api-client.ts';
import type { Ask } from './api-client.ts';
import { wordsOf } from './api-error.ts';
import { useMay } from './session-context.tsx';

/** What an export button needs: how to take the file, and the words when that fails. */
export interface ListExport {
  take(): Promise<void>;
  wordsOf(error: unknown): { text: string; traceId?: string };
}

/**
 * The list `name` as CSV under exactly these filters, saved by the browser; undefined for people who may not export.
 * `name` and `query` are those of the list's own GET: `/denial-cases?stage=new`.
 */
export function useExport(name: string, query: NonNullable<Ask['query']>): ListExport | undefined {
  const may = useMay();
  if (!may('export.view.read')) return undefined;
  return { wordsOf, take: async () => save(await api.file(`/exports/${name}`, { query })) };
}

function save({ name, content }: { name: string; content: Blob }): void {
  const href = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  // The browser reads the file after the click: freeing it at once would lose it.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
