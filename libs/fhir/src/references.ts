import { recordOf, textOf } from './json.ts';
import type { FhirIdentifier, FhirReference } from './fhir.types.ts';

const MOST_KEY = 400;
const RELATIVE = /^(?:https?:\/\/[^\s?#]+\/)?([A-Z][A-Za-z]{1,40})\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/;
const SEARCH = /^([A-Z][A-Za-z]{1,40})\?identifier=(.+)$/;

/** How an identifier is looked up: `system|value`. */
export const identifierKey = ({ system, value }: FhirIdentifier): string => `${system}|${value}`.slice(0, MOST_KEY);

/**
 * A Reference (R4 2.3) in any of its forms: `urn:uuid:…` of a bundle, `Type/id` (also absolute or versioned), the
 * search form `Type?identifier=system|value`, `#contained`, or only an identifier. `types` says what the field takes.
 */
export function referenceOf(value: unknown, types: readonly string[], ownId: string): FhirReference {
  const reference = recordOf(value);
  const display = textOf(reference.display, 200);
  const to = textOf(reference.reference, MOST_KEY);
  const named = to === '' ? logical(reference.identifier, types) : pointed(to, types, ownId);
  return { ...named, display };
}

/** The id of the Binary a URL points to. */
export function binaryIdOf(url: string): string | null {
  const [, type, id] = RELATIVE.exec(url) ?? [];
  return type === 'Binary' && id !== undefined ? id : null;
}

/** How a contained resource is called from outside: its own id holds only within its parent. */
export const containedId = (parentId: string, id: string): string => `${parentId}#${id}`;

function pointed(to: string, types: readonly string[], ownId: string): Omit<FhirReference, 'display'> {
  if (to.startsWith('#')) return { types, key: containedId(ownId, to.slice(1)) };
  if (to.startsWith('urn:')) return { types, key: to };
  const [, type, id] = RELATIVE.exec(to) ?? [];
  if (type !== undefined && id !== undefined) return { types: [type], key: id };
  const [, searched, token] = SEARCH.exec(to) ?? [];
  if (searched !== undefined && token !== undefined) return { types: [searched], key: decoded(token) };
  return { types, key: null };
}

function logical(value: unknown, types: readonly string[]): Omit<FhirReference, 'display'> {
  const identifier = recordOf(value);
  const [system, number] = [textOf(identifier.system), textOf(identifier.value)];
  return { types, key: number === '' ? null : identifierKey({ system, value: number }) };
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token).slice(0, MOST_KEY);
  } catch {
    return token.slice(0, MOST_KEY);
  }
}
