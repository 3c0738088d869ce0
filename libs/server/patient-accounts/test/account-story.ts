import type { DataOf, EventDefinition } from '@caseboard/contracts';
import type { TestOrganisation } from '@caseboard/testing';
import { accountsApp } from './accounts-app.ts';
import type { AccountsApp, Person } from './accounts-app.ts';
import { anEra, claimFile } from './files.ts';
import type { Decided, Sent } from './files.ts';

/** The stage of the stories of one file: the module once, and for each story a hospital with a rep and a lead. */
export function accountStory() {
  const story = new AccountStory();
  beforeAll(async () => {
    story.app = await accountsApp();
  }, 60_000);
  beforeEach(() => story.begin());
  afterAll(() => story.app.close());
  return story;
}

export class AccountStory {
  app!: AccountsApp;
  hospital!: TestOrganisation;
  rep!: Person;
  lead!: Person;
  serial = 0;
  private traces = 0;

  async begin(): Promise<void> {
    this.serial += 1;
    this.hospital = await this.app.organisation(`h${this.serial}`);
    this.rep = await this.app.person(this.hospital, ['accounts']);
    this.lead = await this.app.person(this.hospital, ['lead']);
  }

  claims(...sent: Sent[]) {
    return this.app.bring(this.hospital, claimFile(...sent));
  }

  decisions(...decided: Decided[]) {
    this.traces += 1;
    return this.app.bring(this.hospital, anEra(`T${this.traces}`, decided));
  }

  /** A visit of 200.00 of which 50.00 is a discount, 30.00 deductible and 10.00 copay. */
  async aVisit(number: string, servedOn = '20261001'): Promise<void> {
    await this.claims({ number, chargeCents: 20_000, servedOn });
    await this.decisions(leftToPatient(number));
  }

  /** What denials tell of a case, as its events say it. */
  async denial<E extends EventDefinition>(event: E, data: DataOf<E>): Promise<void> {
    const audit = { action: 'test', kind: 'denial-case' };
    const { orgId } = this.hospital;
    await this.app.uow.actAs(orgId, 'rule:test', audit, async (tx) =>
      tx.append(event, { id: String((data as { caseId: string }).caseId), data }),
    );
    await this.app.react(orgId);
  }

  /** What is left between payers in the whole ledger. */
  async coordination(): Promise<number> {
    const [row] = await this.app.sql<{ cents: number }>(
      `SELECT coalesce(sum(debit_cents - credit_cents), 0)::int AS cents FROM billing.ledger_entry
       WHERE org_id = '${this.hospital.orgId}' AND account = 'coordination-of-benefits'`,
    );
    return row?.cents ?? 0;
  }

  pay(accountId: string, cents: number, more: object = {}, person = this.rep) {
    return person.post(`/patient-accounts/${accountId}/payments`, {
      cents,
      method: 'card',
      receivedOn: '2026-11-20',
      ...more,
    });
  }
}

/** The decision that leaves 40.00 of 200.00 to the patient. */
export const leftToPatient = (number: string): Decided => ({
  number,
  chargeCents: 20_000,
  adjustments: [
    ['CO', '45', 5_000],
    ['PR', '1', 3_000],
    ['PR', '3', 1_000],
  ],
});

/** The second payer's decision on 200.00: the first one's part, what it leaves to the patient; it pays the rest. */
export const leftBySecond = (number: string, firstCents: number, patientCents: number): Decided => ({
  number,
  status: '2',
  chargeCents: 20_000,
  adjustments: [
    ['OA', '23', firstCents],
    ['PR', '2', patientCents],
  ],
});
