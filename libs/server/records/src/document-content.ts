import { attachmentText } from '@caseboard/fhir';
import type { FhirBinary, FhirDocument } from '@caseboard/fhir';
import type { FileStore } from '@caseboard/server/kernel';
import { bytesOf } from './fhir-chart.writer.ts';

/** Most characters of a document's text that people read and evidence is counted in. */
const MOST_TEXT = 1_000_000;

/** The content of a document as it is kept. */
export interface ReadContent {
  bytes: number;
  text: string;
  isCut: boolean;
  hasText: boolean;
  /** The whole content, where the text is cut or there is none. */
  fileId: string | null;
}

/**
 * Reads the content of a document, keeping the whole in the file store where its text does not hold it. Files have
 * their own short transactions, so that a document of 20 MB makes no long one. Undefined: it has no content of its own.
 */
export async function readContent(
  files: FileStore,
  orgId: string,
  resource: FhirDocument | FhirBinary,
): Promise<ReadContent | undefined> {
  const data = bytesOf(resource);
  if (data === null) return undefined;
  const contentType = resource.type === 'Binary' ? resource.contentType : resource.attachment.contentType;
  const read = attachmentText(contentType, data, MOST_TEXT);
  const isWhole = read.hasText && !read.isCut;
  const file = isWhole || data.byteLength === 0 ? null : await files.keep(orgId, 'rule:import', 'document', once(data));
  return { bytes: data.byteLength, ...read, fileId: file?.id ?? null };
}

async function* once(data: Uint8Array): AsyncGenerator<Uint8Array> {
  yield data;
}
