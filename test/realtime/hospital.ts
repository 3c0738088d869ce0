import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DenialCase, DenialStage, Facility, Page, Queue, Session, User, WorkItem } from '@caseboard/contracts';
import { anEra } from '../../libs/server/billing/test/an-era.ts';
import type { EraClaim, EraSet } from '../../libs/server/billing/test/an-era.ts';
import type { Caseboard } from '../http/caseboard.ts';
import type { Visitor } from '../http/visitor.ts';

export const LOGINS = ['lead', 'biller', 'biller2', 'coder', 'physician', 'accounts', 'auditor', 'admin'] as const;
export type Login = (typeof LOGINS)[number];

/** A claim of $800 that the payer paid nothing of, for want of an authorization. */
export const denied = (number: string, facts: Partial<EraClaim> = {}): EraClaim => ({
  number,
  lines: [{ procedure: '72148', chargeCents: 80_000, adjustments: [['CO', '197', 80_000]], remarks: ['N54'] }],
  ...facts,
});

/** A claim of $100 that was paid but for the contractual part. */
export const paid = (number: string): EraClaim => ({ number, chargeCents: 10_000, adjustments: [['CO', '45', 2_000]] });

/** The sample hospital at work: what its people do through the real interface, in a few words each. */
export class Hospital {
  readonly caseboard: Caseboard;
  readonly people: Record<Login, Visitor>;
  readonly ids: Record<Login, string>;
  readonly queues: ReadonlyMap<string, string>;
  private serial = 0;

  private constructor(caseboard: Caseboard, people: [Login, Visitor, string][], queues: readonly Queue[]) {
    this.caseboard = caseboard;
    this.people = Object.fromEntries(people.map(([login, visitor]) => [login, visitor])) as Record<Login, Visitor>;
    this.ids = Object.fromEntries(people.map(([login, , id]) => [login, id])) as Record<Login, string>;
    this.queues = new Map(queues.map(({ key, id }) => [key, id]));
  }

  static async of(caseboard: Caseboard): Promise<Hospital> {
    const people: [Login, Visitor, string][] = [];
    for (const login of LOGINS) {
      const visitor = await caseboard.as(login);
      people.push([login, visitor, (await visitor.get<Session>('/session')).body.user.id]);
    }
    const queues = await people[0]?.[1].get<Page<Queue>>('/queues');
    return new Hospital(caseboard, people, queues?.body.items ?? []);
  }

  /** A number nobody has used yet. */
  fresh(letter: string): string {
    this.serial += 1;
    return `${letter}${this.serial}`;
  }

  /** Imports a file and waits until everything it causes has taken effect. */
  async bring(content: string) {
    const { body } = await this.people.biller.upload(`${this.fresh('file')}.edi`, content);
    const job = await this.people.biller.imported(body.id);
    await this.caseboard.settled();
    return job;
  }

  remittance(claims: readonly EraClaim[], facts: Partial<EraSet> = {}): string {
    return anEra({ trace: this.fresh('T'), claims, ...facts });
  }

  /** A case that a remittance just opened, of a claim nobody knows yet. */
  async aDenial(facts: Partial<EraSet> = {}): Promise<DenialCase> {
    const number = this.fresh('C');
    await this.bring(this.remittance([denied(number)], facts));
    return this.caseOf(number);
  }

  /** The case of a claim's number, as the biller sees it. */
  async caseOf(number: string): Promise<DenialCase> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await this.people.biller.get<Page<DenialCase>>(`/denial-cases?limit=200${from}`);
      const found = body.items.find(({ claimNumber }) => claimNumber === number);
      if (found) return found;
      cursor = body.nextCursor;
    }
    throw new Error(`No case of claim ${number}.`);
  }

  async move(one: DenialCase, stage: DenialStage, facts: object = {}): Promise<DenialCase> {
    const { body: now } = await this.people.biller.get<DenialCase>(`/denial-cases/${one.id}`);
    return this.done(
      this.people.biller.put<DenialCase>(`/denials/${one.id}/stage`, {
        body: { stage, ...facts },
        version: now.version,
      }),
    );
  }

  /** Decides and closes a case. */
  async close(one: DenialCase): Promise<DenialCase> {
    await this.move(one, 'decided');
    return this.move(one, 'closed', { rootCause: 'Authorization on file', isPreventable: true, recoveredCents: 0 });
  }

  /** `who` gives the case's item to `to`: takes it when it is themselves. */
  async own(who: Login, one: DenialCase, to: Login): Promise<WorkItem> {
    const item = await this.item(one);
    return this.done(
      this.people[who].put<WorkItem>(`/work-items/${item.id}/owner`, {
        body: { userId: this.ids[to] },
        version: item.version,
      }),
    );
  }

  async item(one: DenialCase): Promise<WorkItem> {
    return this.done(this.people.lead.get<WorkItem>(`/work-items/${one.workItemId}`));
  }

  /** A facility whose cases everybody sees, and the person who will see them once it is gated. */
  async aFacility(npi: string, assigned: Login): Promise<Facility> {
    const { admin } = this.people;
    const facility = await this.done(admin.post<Facility>('/facilities', { body: { name: `Clinic ${npi}`, npi } }));
    const { body } = await admin.get<Page<User>>('/users');
    const person = body.items.find(({ id }) => id === this.ids[assigned]);
    await this.done(
      admin.patch(`/users/${person?.id}`, {
        body: { facilityIds: [...(person?.facilityIds ?? []), facility.id] },
        version: person?.version ?? 0,
      }),
    );
    return facility;
  }

  /** The token in the newest mail to an address. */
  async mailedToken(to: string): Promise<string> {
    const folder = join(this.caseboard.config.dataDir, 'mail');
    for (const name of (await readdir(folder)).sort().reverse()) {
      const mail = await readFile(join(folder, name), 'utf8');
      const token = mail.includes(`To: ${to}`) ? /#token=([\w-]+)/.exec(mail)?.[1] : undefined;
      if (token) return token;
    }
    throw new Error(`No mail to ${to}.`);
  }

  /** The body of an answer that has to be good. */
  async done<Body>(answer: Promise<{ status: number; body: Body }>): Promise<Body> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`Refused: ${status} ${JSON.stringify(body)}`);
    return body;
  }
}
