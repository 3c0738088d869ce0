import type { Counter, DenialCase, DenialStage } from '@caseboard/contracts';
import type { TestOrganisation } from '@caseboard/testing';
import { anEra } from './a-decision.ts';
import type { Decided } from './a-decision.ts';
import { denialsApp } from './denials-app.ts';
import type { DenialsApp, Person } from './denials-app.ts';

/** A claim the payer paid nothing of, for want of an authorization. */
export const denied = (number: string, cents = 80_000): Decided => ({
  number,
  lines: [{ chargeCents: cents, adjustments: [['CO', '197', cents]], remarks: ['N54'] }],
});

/** What one row's delivery looks like in the log. */
export interface Delivered {
  channel: string;
  op: string;
  kind: string;
}

/** The stage of the stories of one file: the module once, and for each story a hospital with a biller and a lead. */
export function denialStory() {
  const story = new DenialStory();
  beforeAll(async () => {
    story.app = await denialsApp();
  });
  beforeEach(() => story.begin());
  afterAll(() => story.app.close());
  return story;
}

class DenialStory {
  app!: DenialsApp;
  hospital!: TestOrganisation;
  biller!: Person;
  lead!: Person;
  serial = 0;

  async begin(): Promise<void> {
    this.serial += 1;
    this.hospital = await this.app.organisation(`h${this.serial}`);
    this.biller = await this.app.person(this.hospital, ['biller']);
    this.lead = await this.app.person(this.hospital, ['lead']);
  }

  /** A case that a remittance just opened, of a claim nobody knows yet. */
  async aCase(number = 'A1'): Promise<DenialCase> {
    await this.app.bring(this.hospital, anEra(`T${this.serial}${number}`, [denied(number)]));
    return (await this.biller.cases()).get(number) as DenialCase;
  }

  move(person: Person, one: { id: string; version: number }, stage: DenialStage, facts: object = {}) {
    return person.put(`/denials/${one.id}/stage`, one.version, { stage, ...facts });
  }

  /** Cards and cents of every column that has any. */
  async totals(): Promise<Record<string, [count: number, cents: number]>> {
    const { body } = await this.biller.get<{ counters: Counter[] }>('/boards/denials');
    return Object.fromEntries(
      body.counters.filter(({ count }) => count !== 0).map(({ key, count, cents }) => [key, [count, cents]]),
    );
  }

  deliveriesOf(event: string): Promise<Delivered[]> {
    return this.app.sql<Delivered>(
      `SELECT d.channel, d.op, d.kind FROM events.delivery d JOIN events.event e ON e.org_id = d.org_id AND e.seq = d.seq
       WHERE e.org_id = '${this.hospital.orgId}' AND e.name = '${event}' ORDER BY d.channel`,
    );
  }
}
