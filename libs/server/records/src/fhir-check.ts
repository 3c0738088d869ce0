import { faultAt, resourceWords } from '@caseboard/fhir';
import type { FhirFault, FhirItem, FhirPlace, FhirResource } from '@caseboard/fhir';
import type { ImportCounts, ImportFault } from '@caseboard/contracts';
import type { ImportVerdict } from './import-handler.ts';
import { FhirReferences } from './fhir-references.ts';
import type { FindKeys } from './fhir-references.ts';
import { COUNTED } from './fhir-plan.ts';
import type { FhirPlan } from './fhir-plan.ts';
import { namedBy, rankOf, RANKS } from './fhir-rank.rules.ts';
import { RecordNumbers } from './record-numbers.ts';
import type { FindNumbers } from './record-numbers.ts';

/** Most faults held while a file is read; the rest are counted. */
const MOST_HELD = 2000;

/** What the check asks of what is on record. */
export interface OnRecord {
  keys: FindKeys;
  numbers: FindNumbers;
}

/**
 * Pass 1 over a FHIR file: counts what it holds, follows every reference and compares record numbers. Each resource
 * is judged by itself: what names somebody it cannot do without who is nowhere is set aside, everything else is taken.
 */
export class FhirCheck {
  resources = 0;
  private readonly counts = new Map<string, number>();
  private readonly faults: FhirFault[] = [];
  private readonly ranks = new Set<number>();
  private readonly references: FhirReferences;
  private readonly numbers: RecordNumbers;
  private readonly setAside = new Map<string, { times: number; first: FhirPlace }>();
  private total = 0;

  constructor(onRecord: OnRecord) {
    this.references = new FhirReferences(onRecord.keys);
    this.numbers = new RecordNumbers(onRecord.numbers);
  }

  async take(item: Exclude<FhirItem, { kind: 'end' }>): Promise<void> {
    if (item.kind === 'fault') this.say(item.fault);
    else if (item.kind === 'set-aside') this.pass(item.type, item.at);
    else await this.resource(item.resource, item.at, item.isContained);
  }

  /** The verdict, once the reader said that the file ended. */
  async verdict(end: Extract<FhirItem, { kind: 'end' }>): Promise<ImportVerdict> {
    const { isForward, missing, stranded } = await this.references.settle();
    const { faults: numberFaults } = await this.numbers.settle();
    for (const fault of [...missing, ...numberFaults]) this.say(fault);
    if (end.resources === 0 && !end.isBroken) this.say(EMPTY);
    const isUsable = this.total > stranded;
    const isHarmless = this.setAside.size > 0 && this.total === 0 && this.faults.every(isWarning);
    const ranks = RANKS.filter((rank) => this.ranks.has(rank));
    const plan: FhirPlan = { total: this.total, sweeps: isForward ? ranks.map((rank) => [rank]) : [ranks] };
    const counts: ImportCounts = { ...Object.fromEntries(this.counts), resources: end.resources };
    const faults = [...this.faults, ...this.setAsideFaults()].sort((a, b) => a.line - b.line) as ImportFault[];
    return { accepted: !end.isBroken && (isUsable || isHarmless), counts, faults, plan };
  }

  private async resource(resource: FhirResource, at: FhirPlace, isContained: boolean): Promise<void> {
    this.total += 1;
    this.resources += 1;
    this.ranks.add(rankOf(resource));
    const count = isContained ? undefined : COUNTED[resource.type];
    if (count) this.counts.set(count, (this.counts.get(count) ?? 0) + 1);
    if (resource.type === 'Patient') await this.numbers.add(resource, at);
    this.emptyOf(resource, at);
    await this.references.add(resource, namedBy(resource), at);
  }

  /** A document without content is on record by its title; people should know why it is empty. */
  private emptyOf(resource: FhirResource, at: FhirPlace): void {
    if (!('attachment' in resource)) return;
    const { data, binaryId } = resource.attachment;
    if (binaryId !== null || (data !== null && data.byteLength > 0)) return;
    const words = `${resourceWords(resource.type, resource.id)} holds no content, or only a link. Its title is taken; export it with its content inline.`;
    this.say(faultAt('no-content', at, words, 'warning'));
  }

  private pass(type: string, at: FhirPlace): void {
    this.resources += 1;
    const known = this.setAside.get(type);
    if (known) known.times += 1;
    else this.setAside.set(type, { times: 1, first: at });
  }

  private say(fault: FhirFault): void {
    if (this.faults.length < MOST_HELD) this.faults.push(fault);
  }

  /** One line for each kind of resource nothing here is made of. */
  private setAsideFaults(): FhirFault[] {
    return [...this.setAside].map(([type, { times, first }]) => {
      const words = `${times.toLocaleString('en-US')} of type ${type} set aside: nothing here is made of them.`;
      return faultAt('set-aside', first, words, 'warning');
    });
  }
}

const isWarning = ({ severity }: FhirFault): boolean => severity === 'warning';

const EMPTY: FhirFault = {
  code: 'fhir/empty',
  message: 'The file holds no resource. Export it again.',
  severity: 'error',
  line: 1,
};
