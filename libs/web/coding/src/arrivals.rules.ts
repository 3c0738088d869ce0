import type { DocumentSummary } from '@caseboard/contracts';

/** The document to open when nobody chose one: the first with text, else the first. */
export const firstToRead = (documents: readonly DocumentSummary[]): string | undefined =>
  (documents.find(({ hasText }) => hasText) ?? documents[0])?.id;

/** Documents that were not in the chart when it was opened and that nobody opened since. */
export function arrivedIds(documents: readonly DocumentSummary[], known: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(documents.map(({ id }) => id).filter((id) => !known.has(id)));
}

/** `1 new document`; empty when there is none. */
export const arrivalWords = (count: number): string =>
  count === 0 ? '' : `${count} new ${count === 1 ? 'document' : 'documents'}`;

/** What tells from the chart alone that a document came anew under its id: its text is then read again. */
export const editionOf = (documents: readonly DocumentSummary[], id: string | undefined): string | undefined => {
  const found = documents.find((one) => one.id === id);
  return found && JSON.stringify([found.title, found.authoredAt, found.authorName, found.bytes, found.hasText]);
};
