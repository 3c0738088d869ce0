export { attachmentText, type AttachmentText } from './attachment-text.ts';
export { isFhir, isShorthand } from './detect-fhir.ts';
export { faultAt, resourceWords } from './faults.ts';
export type * from './fhir.types.ts';
export { readFhir } from './read-fhir.ts';
