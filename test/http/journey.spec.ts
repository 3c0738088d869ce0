import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Denial, DenialCase, DenialCaseDetail, Page, Session, WorkItem } from '@caseboard/contracts';
import { runSql } from '@caseboard/testing';
import { aClaimFile } from '../../libs/server/billing/test/a-claim-file.ts';
import { anEra } from '../../libs/server/billing/test/an-era.ts';
import { startCaseboard } from './caseboard.ts';
import type { Caseboard } from './caseboard.ts';
import type { Visitor } from './visitor.ts';

/** Names no code or word of ours holds; found anywhere else, patient data has leaked (reliability T22b). */
const LAKESIDE_CANARY = 'ZQXLAKESIDEPATIENT';
const HARBOR_CANARY = 'ZQXHARBORPATIENT';
const READERS = ['lead', 'biller', 'accounts', 'auditor', 'admin', 'coder'];

const lines = [{ procedure: '72148', chargeCents: 80_000 }];
const claims = (canary: string) =>
  aClaimFile(['J1', 'J2', 'J3'].map((number) => ({ number, patient: [canary, 'WANDA'], lines })));
const remittance = (canary: string) =>
  anEra({
    trace: 'JOURNEY',
    claims: ['J1', 'J2', 'J3'].map((number) => ({
      number,
      patient: [canary, 'WANDA'] as const,
      lines: [
        {
          ...lines[0],
          procedure: '72148',
          chargeCents: 80_000,
          adjustments: [['CO', '197', 80_000]] as const,
          remarks: ['N54'],
        },
      ],
    })),
  });

/** Seeded fault: commands that forget their Idempotency-Key; then the story of the repeated command is red. */
describe('a remittance on its way through the house', () => {
  let caseboard: Caseboard;
  let people: Map<string, Visitor>;
  const person = (login: string) => people.get(login) as Visitor;

  beforeAll(async () => {
    caseboard = await startCaseboard();
    people = new Map();
    for (const login of [...READERS, 'biller2', 'physician', 'biller@harbor'])
      people.set(login, await caseboard.as(login));
    await bring('biller@harbor', claims(HARBOR_CANARY), remittance(HARBOR_CANARY));
  }, 60_000);
  afterAll(() => caseboard.close());

  const sql = <R>(text: string) => runSql(caseboard.database.backupUrl, text) as Promise<R[]>;
  const times = async (event: string) =>
    Number((await sql<{ n: number }>(`SELECT count(*)::int AS n FROM events.event WHERE name = '${event}'`))[0]?.n);
  const cases = async (login: string) => (await person(login).get<Page<DenialCase>>('/denial-cases')).body.items;
  const item = async (id: string) => (await person('lead').get<WorkItem>(`/work-items/${id}`)).body;

  async function bring(login: string, ...files: string[]): Promise<void> {
    for (const [at, content] of files.entries()) {
      const { body } = await person(login).upload(`journey${at}.edi`, content);
      expect(await person(login).imported(body.id)).toMatchObject({ state: 'done' });
    }
    await caseboard.settled();
  }

  it('becomes denials on the board of everybody who may read them', async () => {
    await bring('biller', claims(LAKESIDE_CANARY), remittance(LAKESIDE_CANARY));
    for (const login of READERS) {
      const shown = await cases(login);
      expect([
        login,
        shown.map(({ claimNumber, amountCents, carc, stage }) => [claimNumber.length > 0, amountCents, carc, stage]),
      ]).toEqual([login, Array.from({ length: 3 }, () => [true, 80_000, '197', 'new'])]);
    }
    expect((await person('physician').get('/denial-cases')).status).toBe(403);
  });

  it('gives two people who ask at once different items', async () => {
    const [one, two] = await Promise.all([
      person('biller').post<WorkItem>('/queues/denials/next'),
      person('biller2').post<WorkItem>('/queues/denials/next'),
    ]);
    expect([one?.status, two?.status]).toEqual([200, 200]);
    expect(one?.body.id).not.toBe(two?.body.id);
  });

  it('tells who comes second who has it, also when what they saw is old', async () => {
    const held = (await cases('lead')).find(({ ownerId }) => ownerId !== null) as DenialCase;
    const holder =
      (await person('biller').get<Session>('/session')).body.user.id === held.ownerId ? 'biller' : 'biller2';
    const other = holder === 'biller' ? 'accounts' : 'biller';
    const userId = (await person(other).get<Session>('/session')).body.user.id;
    for (const version of [1, held.workItemVersion]) {
      const answer = await person(other).put<{ code: string; holder: { id: string } }>(
        `/work-items/${held.workItemId}/owner`,
        { body: { userId }, version },
      );
      expect([answer.status, answer.body.code, answer.body.holder.id]).toEqual([409, 'work-item/taken', held.ownerId]);
    }
  });

  it('moves with the version that was seen, and shows the case as it is to whoever comes late', async () => {
    const [one] = (await cases('biller')) as [DenialCase];
    expect((await person('biller').put(`/denials/${one.id}/stage`, { body: { stage: 'triaged' } })).status).toBe(428);
    const moved = await person('biller').put<DenialCase>(`/denials/${one.id}/stage`, {
      body: { stage: 'triaged' },
      version: one.version,
    });
    expect([moved.status, moved.body.stage]).toEqual([200, 'triaged']);
    const late = await person('lead').put<{ current: DenialCase }>(`/denials/${one.id}/stage`, {
      body: { stage: 'investigating' },
      version: one.version,
    });
    expect([late.status, late.body.current.stage, late.body.current.version]).toEqual([
      412,
      'triaged',
      moved.body.version,
    ]);
    const wild = await person('lead').put<{ code: string }>(`/denials/${one.id}/stage`, {
      body: { stage: 'submitted' },
      version: moved.body.version,
    });
    expect([wild.status, wild.body.code]).toEqual([409, 'denial/illegal-move']);
  });

  it('takes a command that is sent again once, with the same answer', async () => {
    const key = randomUUID();
    const before = await times('worklist.item-taken');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => person('accounts').post<WorkItem>('/queues/denials/next', { key })),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    expect(await times('worklist.item-taken')).toBe(before + 1);
    expect((await person('accounts').post('/queues/denials/next', { key })).body).toEqual(done[0]?.body);
    expect((await item(done[0]?.body.id ?? '')).version).toBe(done[0]?.body.version);
  });

  it('names the patient to those who open the case and to nobody else', async () => {
    const [own] = (await cases('biller')) as [DenialCase];
    const detail = await person('biller').get<DenialCaseDetail>(`/denial-cases/${own.id}`);
    expect(detail.body.patientName.toUpperCase()).toContain(LAKESIDE_CANARY);
    const [foreign] = (await cases('biller@harbor')) as [DenialCase];
    expect((await person('biller').get(`/denial-cases/${foreign.id}`)).status).toBe(404);
    const paths = [
      '/denial-cases',
      '/denials',
      '/work-items',
      '/claims',
      '/remittances',
      '/imports',
      '/payers',
      '/queues',
      '/boards/denials',
      `/denial-cases/${foreign.id}`,
    ];
    const seen = async (login: string) =>
      (await Promise.all(paths.map(async (path) => JSON.stringify((await person(login).get(path)).body)))).join('\n');
    for (const login of READERS) expect([login, (await seen(login)).includes(HARBOR_CANARY)]).toEqual([login, false]);
    expect(await seen('biller@harbor')).not.toContain(LAKESIDE_CANARY);
    expect((await person('biller@harbor').get<Page<Denial>>('/denials')).body.items).toHaveLength(3);
  });

  it('leaves no patient in events, audit, jobs, replies kept for retries, mail, or refusals', async () => {
    const found = await sql<{ name: string }>(
      [
        'events.event',
        'events.delivery',
        'events.parked',
        'audit.entry',
        'kernel.counter',
        'kernel.idempotency',
        'worklist.item_move',
        'pgboss.job',
      ]
        .map((table) => `SELECT '${table}' AS name FROM ${table} t WHERE t::text ~ 'ZQX' GROUP BY 1`)
        .join(' UNION ALL '),
    );
    expect(found).toEqual([]);
    const answer = await person('biller').post(`/denial-cases?text=${LAKESIDE_CANARY}`, {
      body: { name: LAKESIDE_CANARY },
    });
    expect(JSON.stringify(answer.body)).not.toContain(LAKESIDE_CANARY);
    await caseboard.stranger().post('/password-resets', { body: { email: 'lead@lakeside.test' }, key: null });
    const mails = await readdir(join(caseboard.config.dataDir, 'mail')).catch(() => []);
    for (const name of mails)
      expect(await readFile(join(caseboard.config.dataDir, 'mail', name), 'utf8')).not.toMatch(/ZQX/);
  });
});
