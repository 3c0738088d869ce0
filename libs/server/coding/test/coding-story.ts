import type { CodingCase, CodingCaseDetail, Page, Thread, WorkItem } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { TestOrganisation } from '@caseboard/testing';
import { aChart } from './a-chart.ts';
import type { ChartOf } from './a-chart.ts';
import { codingApp } from './coding-app.ts';
import type { CodingApp, Person } from './coding-app.ts';

/** Codes of an office visit that nothing is wrong with. */
export const VISIT_CODES = [
  { system: 'icd-10-cm', code: 'I10' },
  { system: 'cpt', code: '99213', pointers: [1] },
];

/** The stage of the stories of one file: the module once, and for each story a hospital with its people. */
export function codingStory() {
  const story = new CodingStory();
  beforeAll(async () => {
    story.app = await codingApp();
  });
  beforeEach(() => story.begin());
  afterAll(() => story.app.close());
  return story;
}

class CodingStory {
  app!: CodingApp;
  hospital!: TestOrganisation;
  coder!: Person;
  other!: Person;
  lead!: Person;
  physician!: Person;
  serial = 0;

  async begin(): Promise<void> {
    this.serial += 1;
    this.hospital = await this.app.organisation(`h${this.serial}`);
    this.coder = await this.app.person(this.hospital, ['coder']);
    this.other = await this.app.person(this.hospital, ['coder']);
    this.lead = await this.app.person(this.hospital, ['lead']);
    this.physician = await this.app.person(this.hospital, ['physician']);
  }

  /** Does something by rule and lets everything happen that follows. */
  async byRule<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    const done = await this.app.uow.actAs(this.hospital.orgId, 'rule:test', { action: 'test', kind: 'chart' }, work);
    await this.settle();
    return done;
  }

  settle = () => this.app.react(this.hospital.orgId);

  /** The case of a chart that just came in; Dr Lee attends. */
  async aCase(of: ChartOf = {}): Promise<CodingCase> {
    const encounterId = await this.byRule((tx) => aChart(tx, { attendingId: this.physician.principal.userId, ...of }));
    return this.caseOf(encounterId);
  }

  async caseOf(encounterId: string, reader = this.lead): Promise<CodingCase> {
    const { body } = await reader.get<Page<CodingCase>>('/coding-cases?limit=200');
    return body.items.find((one) => one.encounterId === encounterId) as CodingCase;
  }

  /** The same case, in the hands of the coder. */
  async aTakenCase(of: ChartOf = {}): Promise<CodingCase> {
    const opened = await this.aCase(of);
    await this.take(this.coder, opened);
    return this.reread(opened);
  }

  take = (person: Person, { workItemId, workItemVersion }: CodingCase) =>
    person.put(`/work-items/${workItemId}/owner`, workItemVersion, { userId: person.principal.userId });

  async reread({ id }: { id: string }): Promise<CodingCaseDetail> {
    return (await this.lead.get<CodingCaseDetail>(`/coding-cases/${id}`)).body;
  }

  async itemOf({ workItemId }: CodingCase): Promise<WorkItem> {
    return (await this.lead.get<WorkItem>(`/work-items/${workItemId}`)).body;
  }

  putCodes = (person: Person, { id, version }: { id: string; version: number }, codes: object[] = VISIT_CODES) =>
    person.put(`/coding-cases/${id}/codes`, version, { codes });

  finalize = (person: Person, { id, version }: { id: string; version: number }) =>
    person.post(`/coding-cases/${id}/finalization`, {}, version);

  /** A case whose codes are final. */
  async aFinalCase(of: ChartOf = {}): Promise<CodingCase> {
    const taken = await this.aTakenCase(of);
    const coded = await this.putCodes(this.coder, taken);
    const { body } = await this.finalize(this.coder, coded.body as CodingCase);
    await this.settle();
    return body as CodingCase;
  }

  /** A question about a case, sent to Dr Lee. */
  async aQuery({ id }: { id: string }, body = 'What kind of hypertension is it?', options?: string[]): Promise<Thread> {
    const recipientId = this.physician.principal.userId;
    const ask = {
      subjectType: 'coding',
      subjectId: id,
      kind: 'query',
      recipientId,
      body,
      ...(options ? { options } : {}),
    };
    const sent = await this.coder.post('/threads', ask);
    await this.settle();
    return sent.body as Thread;
  }
}
