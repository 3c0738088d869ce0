import type { Message, Page, Thread } from '@caseboard/contracts';
import type { TestOrganisation } from '@caseboard/testing';
import { threadsApp } from './threads-app.ts';
import type { Person, ThreadsApp } from './threads-app.ts';

/** The stage of the stories of one file: for each story a hospital with the people who talk. */
export function threadStory() {
  const story = new ThreadStory();
  beforeAll(async () => {
    story.app = await threadsApp();
  });
  beforeEach(() => story.begin());
  afterAll(() => story.app.close());
  return story;
}

class ThreadStory {
  app!: ThreadsApp;
  hospital!: TestOrganisation;
  biller!: Person;
  coder!: Person;
  physician!: Person;
  caseId!: string;
  private serial = 0;

  async begin(): Promise<void> {
    this.serial += 1;
    this.hospital = await this.app.organisation(`h${this.serial}`);
    this.biller = await this.person('biller');
    this.coder = await this.person('coder');
    this.physician = await this.person('physician');
    this.caseId = this.app.cases.add();
    this.app.cases.mayAsk(this.caseId, this.physician.id);
  }

  person(role: Parameters<ThreadsApp['person']>[1][number], facilityIds: string[] = []): Promise<Person> {
    return this.app.person(this.hospital, [role], facilityIds);
  }

  say(who: Person, body: string, more: object = {}) {
    const ask = { subjectType: 'toy', subjectId: this.caseId, kind: 'message', body, ...more };
    return who.post<Thread>('/threads', ask);
  }

  /** A question with two answers, from the coder to the physician. */
  async aQuery(more: object = {}): Promise<Thread> {
    const ask = {
      subjectType: 'toy',
      subjectId: this.caseId,
      kind: 'query',
      recipientId: this.physician.id,
      title: 'Acuity of heart failure',
      body: 'Which acuity does the record support?',
      options: ['Acute', 'Chronic'],
      ...more,
    };
    const { status, body } = await this.coder.post<Thread>('/threads', ask);
    if (status !== 201) throw new Error(`Refused: ${JSON.stringify(body)}`);
    return body;
  }

  async messages(who: Person, threadId: string): Promise<Message[]> {
    return (await who.get<Page<Message>>(`/threads/${threadId}/messages`)).body.items.toReversed();
  }

  async ids(who: Person, query: string): Promise<string[]> {
    return (await who.get<Page<Thread>>(`/threads${query}`)).body.items.map(({ id }) => id);
  }

  /** `op kind channel` of every row an event delivered in this hospital. */
  async delivered(event: string): Promise<string[]> {
    const rows = await this.app.sql<{ op: string; kind: string; channel: string }>(
      `SELECT d.op, d.kind, d.channel FROM events.delivery d JOIN events.event e ON e.org_id = d.org_id AND e.seq = d.seq
       WHERE e.org_id = '${this.hospital.orgId}' AND e.name = '${event}'`,
    );
    return rows.map(({ op, kind, channel }) => `${op} ${kind} ${channel}`).sort();
  }
}
