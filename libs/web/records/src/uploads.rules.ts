/** A file on its way to the server, or one that was not taken. */
export interface Upload {
  key: string;
  name: string;
  /** 0 to 1. */
  share: number;
  /** Why it was not taken; without it the file is on its way. */
  refusal?: UploadRefusal;
}

/** Why a file was not taken. `canRetry`: the same file may be taken later, so the trace matters too. */
export interface UploadRefusal {
  text: string;
  traceId?: string;
  canRetry: boolean;
}

/** What happens to uploads. A file that arrived leaves: the list of imports has it. */
export type UploadNews =
  | { type: 'added'; uploads: readonly Upload[] }
  | { type: 'sent'; key: string; share: number }
  | { type: 'refused'; key: string; refusal: UploadRefusal }
  | { type: 'again'; key: string }
  | { type: 'left'; key: string };

export function uploadsAfter(uploads: readonly Upload[], news: UploadNews): readonly Upload[] {
  if (news.type === 'added') return [...uploads, ...news.uploads];
  if (news.type === 'left') return uploads.filter(({ key }) => key !== news.key);
  const change = (upload: Upload): Upload => {
    if (news.type === 'sent') return { ...upload, share: news.share };
    if (news.type === 'refused') return { ...upload, refusal: news.refusal };
    const { refusal: _, ...again } = upload;
    return { ...again, share: 0 };
  };
  return uploads.map((upload) => (upload.key === news.key ? change(upload) : upload));
}

/** What the footer says: whether the page may be left. */
export function leaveWords(uploads: readonly Upload[]): string {
  const sending = uploads.filter(({ refusal }) => refusal === undefined).length;
  if (sending === 0) return 'Imports go on if you leave this page';
  return `${sending} ${sending === 1 ? 'file is' : 'files are'} still on the way: keep this window open`;
}

/** A refusal of the file itself stands; a lost connection, a busy or failing server passes. `status` 0 is no connection. */
export function refusalOf({ text, traceId }: { text: string; traceId?: string }, status: number): UploadRefusal {
  const canRetry = status === 0 || status === 429 || status >= 500;
  return { text, canRetry, ...(canRetry && traceId !== undefined ? { traceId } : {}) };
}
