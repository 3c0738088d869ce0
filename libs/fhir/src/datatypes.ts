import type { FhirAttachment, FhirCode, FhirIdentifier } from './fhir.types.ts';
import { recordOf, recordsOf, textOf, textsOf } from './json.ts';
import { binaryIdOf } from './references.ts';

/** NPI (US Core). */
export const NPI_SYSTEM = 'http://hl7.org/fhir/sid/us-npi';
const ICD_10 = /icd-10/i;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** Numbers of a person that no work here needs (minimum necessary, 45 CFR 164.502(b)): they are not even read. */
const PRIVATE_TYPES = ['SS', 'PPN', 'DL'];
const PRIVATE_SYSTEM = /us-ssn|2\.16\.840\.1\.113883\.4\.1$/;

/** Identifiers with a value, without social security, passport and driver's license numbers. */
export function identifiersOf(value: unknown): FhirIdentifier[] {
  return recordsOf(value)
    .filter(({ type, system }) => !hasCode(type, PRIVATE_TYPES) && !PRIVATE_SYSTEM.test(textOf(system)))
    .map((one) => ({ system: textOf(one.system), value: textOf(one.value, 100) }))
    .filter((one) => one.value !== '');
}

/** The value of the first identifier of a type (HL7 v2 table 0203: MR, MB …). */
export function identifierOfType(value: unknown, code: string): string | null {
  const found = recordsOf(value).find((one) => recordsOf(recordOf(one.type).coding).some((type) => type.code === code));
  return (found && textOf(found.value, 100)) || null;
}

/** The value of the first identifier in a system. */
export const identifierIn = (identifiers: readonly FhirIdentifier[], system: string): string | null =>
  identifiers.find((one) => one.system === system)?.value ?? null;

/** The plain date a date or instant begins with, as its writer saw it; null when it names no day that exists. */
export function dayOf(value: unknown): string | null {
  const day = DAY.exec(textOf(value))?.[0];
  if (day === undefined) return null;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** A moment in UTC; a bare date is its midnight. */
export function momentOf(value: unknown): string | null {
  const text = textOf(value);
  const at = new Date(text);
  return DAY.test(text) && !Number.isNaN(at.getTime()) ? at.toISOString() : null;
}

/** What a CodeableConcept says in words. */
export function wordsOf(value: unknown): string {
  const concept = recordOf(value);
  const displays = recordsOf(concept.coding).map((coding) => textOf(coding.display));
  return textOf(concept.text) || displays.find((words) => words !== '') || '';
}

/** The code of a CodeableConcept: an ICD-10 one where there are several. */
export function codeOf(value: unknown): FhirCode {
  const codings = recordsOf(recordOf(value).coding);
  const coding = codings.find((one) => ICD_10.test(textOf(one.system))) ?? codings[0];
  const code = textOf(coding?.code, 40);
  return { system: textOf(coding?.system), code, words: wordsOf(value) || code || 'Without words' };
}

/** Whether one of the codes of a concept is this one. */
export const hasCode = (value: unknown, codes: readonly string[]): boolean =>
  recordsOf(value).some((concept) => recordsOf(concept.coding).some((coding) => codes.includes(textOf(coding.code))));

/** The name to call somebody by: official, else usual, else any that is not an old one. */
export function nameOf(value: unknown) {
  const names = recordsOf(value);
  const isOld = (use: unknown) => use === 'old' || use === 'maiden';
  const name =
    names.find(({ use }) => use === 'official') ??
    names.find(({ use }) => use === 'usual') ??
    names.find(({ use }) => !isOld(use)) ??
    names[0] ??
    {};
  const [firstName = '', ...middle] = textsOf(name.given);
  return {
    lastName: textOf(name.family, 100) || (firstName === '' ? textOf(name.text, 100) : ''),
    firstName: firstName.slice(0, 100),
    middleName: middle.join(' ').slice(0, 100),
    suffix: textsOf(name.suffix).join(' ').slice(0, 30),
    prefix: textsOf(name.prefix).join(' ').slice(0, 30),
  };
}

/** The attachment worth reading: the first inline text, else the first with content, else the first. */
export function attachmentOf(values: readonly unknown[]): FhirAttachment | undefined {
  const all = values.flatMap((value) => recordsOf(value));
  const hasData = (one: (typeof all)[number]) => typeof one.data === 'string' && one.data !== '';
  const isText = (one: (typeof all)[number]) => textOf(one.contentType).startsWith('text/');
  const one = all.find((each) => hasData(each) && isText(each)) ?? all.find(hasData) ?? all[0];
  if (!one) return undefined;
  return {
    contentType: textOf(one.contentType, 100) || 'application/octet-stream',
    title: textOf(one.title, 200),
    data: hasData(one) ? bytesOf(one.data as string) : null,
    binaryId: binaryIdOf(textOf(one.url)),
  };
}

/** Base64 (RFC 4648); what is no base64 is passed over. */
export const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
