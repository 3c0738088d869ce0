/** Words not sent yet, by conversation, for as long as the page is open. Nothing of them is stored. */
const drafts = new Map<string, string>();

/** A case's conversation has one draft wherever it is opened; a query has its own. */
export const draftKeyOf = (subjectType: string, subjectId: string, queryId?: string): string =>
  queryId === undefined ? `${subjectType}:${subjectId}` : `query:${queryId}`;

export const draftOf = (key: string): string => drafts.get(key) ?? '';

export function keepDraft(key: string, body: string): void {
  if (body === '') drafts.delete(key);
  else drafts.set(key, body);
}
