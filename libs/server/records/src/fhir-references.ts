import { hash } from 'node:crypto';
import { faultAt, resourceWords } from '@caseboard/fhir';
import type { FhirFault, FhirPlace, FhirResource } from '@caseboard/fhir';
import type { Named } from './fhir-rank.rules.ts';

/** Which of these names are on record, as `Type key`. */
export type FindKeys = (names: readonly { type: string; key: string }[]) => Promise<ReadonlySet<string>>;

/** Names looked up on record at once. */
const BATCH = 500;
/** Missing ones told one by one; the others are counted. */
const MOST_TOLD = 500;

interface Waiting {
  named: Named;
  by: string;
  at: FhirPlace;
  times: number;
  isLookedUp: boolean;
}

/**
 * Follows the references of a file while it is read: each resource's own names are held as numbers (8 bytes each),
 * and of those named only what has not come yet.
 */
export class FhirReferences {
  private readonly seen = new Set<number>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly find: FindKeys;
  private fresh: string[] = [];

  constructor(find: FindKeys) {
    this.find = find;
  }

  async add(resource: FhirResource, named: readonly Named[], at: FhirPlace): Promise<void> {
    for (const one of named) this.follow(one, resourceWords(resource.type, resource.id), at);
    for (const key of resource.keys) this.seen.add(numberOf(resource.type, key));
    if (this.fresh.length >= BATCH) await this.lookUp();
  }

  /**
   * Says what is missing, whether anything is named before it comes, and how many resources cannot stand alone.
   */
  async settle(): Promise<{ isForward: boolean; missing: FhirFault[]; stranded: number }> {
    await this.lookUp();
    const missing: FhirFault[] = [];
    let isForward = false;
    let stranded = 0;
    for (const waiting of this.waiting.values()) {
      if (this.isSeen(waiting.named)) isForward = true;
      else {
        if (waiting.named.isRequired) stranded += waiting.times;
        if (missing.length < MOST_TOLD) missing.push(missingFault(waiting));
      }
    }
    return { isForward, missing, stranded };
  }

  private follow(named: Named, by: string, at: FhirPlace): void {
    if (named.to.key !== null && this.isSeen(named)) return;
    const name = `${named.isRequired} ${named.to.types.join('|')} ${named.to.key ?? `nobody ${by} ${at.line}`}`;
    const known = this.waiting.get(name);
    if (known) known.times += 1;
    else {
      this.waiting.set(name, { named, by, at, times: 1, isLookedUp: false });
      this.fresh.push(name);
    }
  }

  private isSeen({ to }: Named): boolean {
    const { key } = to;
    return key !== null && to.types.some((type) => this.seen.has(numberOf(type, key)));
  }

  /** What is on record waits no longer, and is known from then on. */
  private async lookUp(): Promise<void> {
    const names = this.fresh;
    this.fresh = [];
    const asked = names.flatMap((name) => {
      const to = this.waiting.get(name)?.named.to;
      const key = to?.key;
      return key === undefined || key === null ? [] : (to?.types ?? []).map((type) => ({ type, key }));
    });
    if (asked.length === 0) return;
    const found = await this.find(asked);
    for (const name of names) {
      const to = this.waiting.get(name)?.named.to;
      const type = to?.types.find((one) => found.has(`${one} ${to.key}`));
      if (!to?.key || type === undefined) continue;
      this.seen.add(numberOf(type, to.key));
      this.waiting.delete(name);
    }
  }
}

/** 48 bits of a hash: among a million names one in five hundred files could miss one missing reference. */
const numberOf = (type: string, key: string): number => hash('sha256', `${type} ${key}`, 'buffer').readUIntBE(0, 6);

/** Identifiers are numbers of people, so only ids are told. */
function missingFault({ named, by, at, times }: Waiting): FhirFault {
  const { to, as, isRequired } = named;
  const type = to.types[0] ?? 'Resource';
  const whom =
    to.key === null
      ? `no ${as}`
      : to.key.includes('|')
        ? `its ${as} by an identifier that is`
        : `${to.key.startsWith('urn:') ? to.key.slice(0, 60) : resourceWords(type, to.key)} as its ${as}, which is`;
  const where = to.key === null ? '' : ' neither in the file nor on record';
  const others =
    times < 2 ? '' : times === 2 ? ' So does one other.' : ` So do ${(times - 1).toLocaleString('en-US')} others.`;
  const result = isRequired
    ? `Without ${as} it is set aside: send the ${type} first, then this file again.`
    : `It is taken without its ${as}.`;
  const code = isRequired ? 'missing-reference' : 'open-reference';
  return faultAt(code, at, `${by} names ${whom}${where}.${others} ${result}`, isRequired ? 'error' : 'warning');
}
