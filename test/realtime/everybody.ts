import { permissionsOf } from '@caseboard/contracts';
import type { Permission, Role } from '@caseboard/contracts';
import type { LiveSource } from '../../libs/web/kernel/src/live/live-list.ts';
import { LOGINS } from './hospital.ts';
import type { Hospital, Login } from './hospital.ts';
import { PageConnection } from './page-connection.ts';
import { Screen } from './screen.ts';
import { Sources } from './sources.ts';
import type { Row } from './sources.ts';

/** Whether the table of permissions lets this person's role. */
export const may = (login: Login, permission: Permission) =>
  permissionsOf([login.replace(/\d$/, '') as Role]).has(permission);

/** A page for each person of the hospital, with every list their role may read. */
export class Everybody {
  readonly screens: Screen[] = [];
  private readonly hospital: Hospital;
  private readonly pages = new Map<Login, PageConnection>();

  constructor(hospital: Hospital) {
    this.hospital = hospital;
  }

  async arrive(): Promise<void> {
    for (const login of LOGINS) {
      this.pages.set(login, await PageConnection.of(this.hospital.people[login]));
      for (const [permission, source] of this.listsOf(login)) {
        if (may(login, permission)) this.screens.push(await this.open(login, source));
      }
    }
  }

  /** Opens a case's own page for everybody who may read cases. */
  watchCase(id: string): Promise<Screen[]> {
    return this.openForAll('denials.denial.read', (from) => from.caseOf(id));
  }

  /** The same for a coding case, which other roles read. */
  watchCoding(id: string): Promise<Screen[]> {
    return this.openForAll('coding.case.read', (from) => from.codingCase(id));
  }

  /** A visit's own page. */
  watchEncounter(id: string): Promise<Screen[]> {
    return this.openForAll('records.encounter.read', (from) => from.encounterOf(id), ['physician']);
  }

  /** A patient's own page. */
  watchPatient(id: string): Promise<Screen[]> {
    return this.openForAll('records.patient.read', (from) => from.patientOf(id));
  }

  /** Opens a conversation for everybody who sees it: itself and what was said in it. */
  async watchThread(id: string): Promise<Screen[]> {
    const screens: Screen[] = [];
    for (const login of LOGINS) {
      const person = this.hospital.people[login];
      if ((await person.get(`/threads/${id}`)).status !== 200) continue;
      const from = new Sources(person);
      screens.push(await this.open(login, from.threadOf(id)), await this.open(login, from.messages(id)));
    }
    return screens;
  }

  watchJob(id: string): Promise<Screen[]> {
    return this.openForAll('records.import.read', (from) => from.job(id));
  }

  page(login: Login): PageConnection {
    const page = this.pages.get(login);
    if (!page) throw new Error(`${login} is not here.`);
    return page;
  }

  leave(): void {
    this.screens.forEach((screen) => screen.close());
    this.pages.forEach((page) => page.close());
  }

  private openForAll(
    permission: Permission,
    source: (from: Sources) => LiveSource<Row>,
    without: readonly Login[] = [],
  ): Promise<Screen[]> {
    const readers = LOGINS.filter((login) => may(login, permission) && !without.includes(login));
    return Promise.all(readers.map((login) => this.open(login, source(new Sources(this.hospital.people[login])))));
  }

  private open(login: Login, source: LiveSource<Row>): Promise<Screen> {
    return Screen.open(login, this.page(login), source);
  }

  /** Every list of the pages, and what it takes to read it. */
  private listsOf(login: Login): [Permission, LiveSource<Row>][] {
    const from = new Sources(this.hospital.people[login]);
    const queue = (key: string) => from.queue(this.hospital.queues.get(key) ?? '', key);
    return [
      ['identity.user.read', from.users()],
      ['identity.user.read', from.teams()],
      ['identity.user.read', from.facilities()],
      ['identity.user.read', from.payers()],
      ['records.clinician.manage', from.clinicians()],
      ['identity.colleague.read', from.colleagues()],
      ['records.import.read', from.imports()],
      ['billing.remittance.read', from.remittances()],
      ['worklist.item.read', queue('denials')],
      ['worklist.item.read', queue('coding')],
      ['worklist.item.read', queue('queries')],
      ['worklist.item.read', queue('posting-exceptions')],
      ['worklist.item.read', queue('rejections')],
      ['worklist.item.read', from.mine(this.hospital.ids[login])],
      ['threads.thread.read', from.threads(this.hospital.ids[login])],
      ['worklist.queue.read', from.counts()],
      ['denials.denial.read', from.board()],
      ['patient-accounts.account.read', from.accounts()],
      ['worklist.item.read', queue('credits')],
      ['billing.follow-up.read', from.followUps()],
      ['billing.claim.read', from.claims()],
      ['billing.submission.read', from.submissions()],
      ['billing.fee.read', from.fees()],
      ['worklist.item.read', queue('claim-edits')],
      ['worklist.item.read', queue('follow-up')],
    ];
  }
}
