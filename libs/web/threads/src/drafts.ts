/** Words not sent yet, by conversation, for as long as the page is open. Nothing of them is stored. */
const drafts = new Map<string, string>();

export const draftOf = (key: string): string => drafts.get(key) ?? '';

export function keepDraft(key: string, body: string): void {
  if (body === '') drafts.delete(key);
  else drafts.set(key, body);
}
