import { attachmentOf, bytesOf, momentOf, wordsOf } from './datatypes.ts';
import type { FhirBinary, FhirDocument } from './fhir.types.ts';
import type { Identity } from './identity.ts';
import { recordOf, recordsOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { referenceOf } from './references.ts';

const AUTHORS = ['Practitioner', 'PractitionerRole', 'Organization'];

/** DocumentReference (R4 2.42); undefined when it has no content. */
export function documentOf(json: Json, identity: Identity): FhirDocument | undefined {
  const attachment = attachmentOf(recordsOf(json.content).map((content) => content.attachment));
  if (!attachment) return undefined;
  const kind = wordsOf(json.type) || 'Document';
  return {
    type: 'DocumentReference',
    ...identity,
    subject: referenceOf(json.subject, ['Patient'], identity.id),
    encounter: referenceOf(recordsOf(recordOf(json.context).encounter)[0], ['Encounter'], identity.id),
    author: referenceOf(recordsOf(json.author)[0], AUTHORS, identity.id),
    title: attachment.title || textOf(json.description, 200) || kind,
    kind,
    authoredAt: momentOf(json.date),
    attachment,
  };
}

/** DiagnosticReport (R4 10.3) as a document; undefined when it has no presented form, only results. */
export function reportOf(json: Json, identity: Identity): FhirDocument | undefined {
  const attachment = attachmentOf(recordsOf(json.presentedForm));
  if (!attachment) return undefined;
  const kind = wordsOf(json.code) || 'Report';
  const author = [...recordsOf(json.resultsInterpreter), ...recordsOf(json.performer)][0];
  return {
    type: 'DiagnosticReport',
    ...identity,
    subject: referenceOf(json.subject, ['Patient'], identity.id),
    encounter: referenceOf(json.encounter, ['Encounter'], identity.id),
    author: referenceOf(author, AUTHORS, identity.id),
    title: attachment.title || kind,
    kind,
    authoredAt: momentOf(json.effectiveDateTime) ?? momentOf(json.issued),
    attachment,
  };
}

/** Binary (R4 2.1.17). */
export function binaryOf(json: Json, identity: Identity): FhirBinary {
  const data = typeof json.data === 'string' ? bytesOf(json.data) : new Uint8Array();
  return {
    type: 'Binary',
    ...identity,
    contentType: textOf(json.contentType, 100) || 'application/octet-stream',
    data,
  };
}
