import { hash } from 'node:crypto';
import type { FhirReference, FhirResource } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { namedBy } from './fhir-rank.rules.ts';
import { findKeys, putKeys } from './source-keys.repository.ts';
import type { SourceKey } from './source-keys.repository.ts';

/** A resource about to be written, its row known. */
export interface Placed<R extends FhirResource = FhirResource> {
  resource: R;
  rowId: string;
  isNew: boolean;
}

/** What a chunk knows of the names its source uses, and what it has to remember of them. */
export class SourceKeys {
  private readonly known = new Map<string, SourceKey>();
  private readonly fresh = new Map<string, SourceKey>();

  /** Reads with one statement everything the resources call themselves and each other. */
  static async of(tx: Tx, resources: readonly FhirResource[]): Promise<SourceKeys> {
    const keys = new SourceKeys();
    const wanted = new Map<string, Pick<SourceKey, 'type' | 'key'>>();
    const want = (type: string, key: string) => wanted.set(nameOf(type, key), { type, key });
    for (const resource of resources) {
      for (const key of resource.keys) want(resource.type, key);
      for (const { to } of namedBy(resource)) if (to.key !== null) for (const type of to.types) want(type, to.key);
      if ('attachment' in resource && resource.attachment.binaryId) want('Binary', resource.attachment.binaryId);
    }
    for (const found of await findKeys(tx, [...wanted.values()])) keys.known.set(nameOf(found.type, found.key), found);
    return keys;
  }

  /** The row a reference means; undefined when it is neither on record nor earlier in this chunk. */
  rowOf({ types, key }: Pick<FhirReference, 'types' | 'key'>): string | undefined {
    if (key === null) return undefined;
    for (const type of types) {
      const found = this.known.get(nameOf(type, key));
      if (found) return found.rowId;
    }
    return undefined;
  }

  /** The row a resource already has. */
  ownRow(resource: FhirResource): string | undefined {
    return this.known.get(nameOf(resource.type, resource.id))?.rowId;
  }

  /**
   * Gives a resource its row, which is `rowId` or a new one when it has none; undefined when the source said the
   * same before, about the same rows, so that there is nothing to write.
   */
  place<R extends FhirResource>(resource: R, rowId = uuidv7()): Placed<R> | undefined {
    const own = this.known.get(nameOf(resource.type, resource.id));
    const digest = this.digestOf(resource);
    if (own?.digest === digest) return undefined;
    const row = own?.rowId ?? rowId;
    for (const key of resource.keys) {
      this.remember({ type: resource.type, key, rowId: row, digest: key === resource.id ? digest : null });
    }
    return { resource, rowId: row, isNew: own === undefined };
  }

  /** Remembers a name; one that means another row already stays with it. */
  remember(key: SourceKey): void {
    const name = nameOf(key.type, key.key);
    if (this.known.has(name) && key.digest === null) return;
    this.known.set(name, key);
    this.fresh.set(name, key);
  }

  /** Writes what has to be remembered. */
  async save(tx: Tx): Promise<void> {
    await putKeys(
      tx,
      [...this.fresh.values()].sort((a, b) => (nameOf(a.type, a.key) < nameOf(b.type, b.key) ? -1 : 1)),
    );
  }

  private digestOf(resource: FhirResource): string {
    const rows = namedBy(resource).map(({ to }) => this.rowOf(to) ?? null);
    return hash('sha256', JSON.stringify([hashed(resource), rows]), 'base64url').slice(0, 22);
  }
}

/** The resource with its content as a hash: a Buffer would turn into a list of numbers long before a replacer sees it. */
function hashed(resource: FhirResource): object {
  const short = (data: Uint8Array | null) => data && hash('sha256', data, 'base64url');
  if (resource.type === 'Binary') return { ...resource, data: short(resource.data) };
  if (!('attachment' in resource)) return resource;
  return { ...resource, attachment: { ...resource.attachment, data: short(resource.attachment.data) } };
}

const nameOf = (type: string, key: string): string => `${type} ${key}`;
