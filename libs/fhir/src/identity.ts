import { identifiersOf } from './datatypes.ts';
import { textOf } from './json.ts';
import type { Json } from './json.ts';
import { identifierKey } from './references.ts';

/** What a resource is called: its own id, and everything a reference may use. */
export interface Identity {
  id: string;
  keys: readonly string[];
}

const MOST_KEYS = 12;

/** A resource's identity: its id, else the uuid of its urn; undefined when it has neither. */
export function identityOf(json: Json, fullUrl: string): Identity | undefined {
  const urn = fullUrl.startsWith('urn:') ? fullUrl.slice(0, 400) : undefined;
  const id = textOf(json.id, 64) || urn?.split(':').at(-1);
  if (id === undefined || id === '') return undefined;
  const identifiers = identifiersOf(json.identifier).map(identifierKey);
  return { id, keys: [...new Set([id, ...(urn === undefined ? [] : [urn]), ...identifiers])].slice(0, MOST_KEYS) };
}
