import type { ImportFault } from '@caseboard/contracts';
import { importFaultOf } from './import-refusal.ts';

const ADVICE = 'Send FHIR R4 JSON or an X12 file, plain or gzip.';

/** How files of other kinds begin, and what to say of them. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^PK\x03\x04/, 'a ZIP archive (or an Office document): unpack it and send the files inside one by one'],
  [/^\x1f\x8b/, 'compressed twice: unpack it once and send the result'],
  [/^%PDF-/, 'a PDF document'],
  [/^(\x89PNG|GIF8|\xff\xd8\xff)/, 'a picture'],
  [/^(MZ|\x7fELF)/, 'a program'],
  [/^\s*(<!doctype html|<html)/i, 'a web page: was it saved instead of downloaded?'],
  [/^\s*</, 'XML'],
  [/^\s*[[{]/, 'JSON, but no FHIR: it does not begin with one resource that names its type'],
  [/^(\xff\xfe|\xfe\xff)/, 'text in UTF-16: save it as plain ASCII or UTF-8'],
  [/^\s*$/, 'blank'],
];

/** Why a file no handler knows is not taken: what it looks like, told from its first bytes without quoting them. */
export function unknownFile(head: Uint8Array): ImportFault {
  const start = Buffer.from(head.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const looks = BEGINNINGS.find(([pattern]) => pattern.test(start))?.[1];
  const words = looks ?? 'neither X12 (it does not begin with an ISA segment) nor another format we know';
  return importFaultOf('unknown-kind', `The file is ${words}. ${ADVICE}`);
}
