import type { Role } from '@caseboard/contracts';
import type { Page, PatientAccountSummary, PatientPayment, Statement } from '@caseboard/contracts';
import { SearchRegistry } from '@caseboard/server/kernel';
import { accountStory, leftToPatient } from '../test/account-story.ts';
import { accountRow } from './account.row.ts';

describe('who sees and changes accounts', () => {
  const story = accountStory();
  const as = (role: Role) => story.app.person(story.hospital, [role]);

  it('shows them to who works with money, and to nobody who treats or codes', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const { body } = await story.rep.post(`/patient-accounts/${id}/statements`);
    const paths = ['/patient-accounts', `/patient-accounts/${id}`];
    const papers = ['', '/pdf', '/html'].map((kind) => `/statements/${(body as Statement).id}${kind}`);
    for (const [role, status] of [
      ['accounts', 200],
      ['lead', 200],
      ['biller', 200],
      ['auditor', 200],
      ['physician', 403],
      ['coder', 403],
    ] as const) {
      const person = await as(role);
      for (const path of [...paths, ...papers])
        expect([role, path, (await person.get(path)).status]).toEqual([role, path, status]);
    }
  });

  it('lets the account rep record payments, the lead only take them back and print, others nothing', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const payment = (await story.pay(id, 100)).body as PatientPayment;
    const reversal = `/patient-payments/${payment.id}/reversal`;
    const statements = `/patient-accounts/${id}/statements`;
    for (const role of ['biller', 'auditor', 'admin', 'coder', 'physician'] as const) {
      const person = await as(role);
      const answers = [
        await story.pay(id, 100, {}, person),
        await person.post(reversal, { reason: 'x' }),
        await person.post(statements),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403, 403]);
    }
    expect((await story.pay(id, 100, {}, story.lead)).status).toBe(403);
    expect((await story.lead.post(statements)).status).toBe(201);
    expect((await story.lead.post(reversal, { reason: 'x' })).status).toBe(200);
  });

  it('gives the account rep no document, no chart and no coding', () => {
    const { permissions } = story.rep.principal;
    const denied = [
      'records.encounter.read',
      'records.document.read',
      'coding.case.read',
      'coding.code.search',
    ] as const;
    expect(denied.filter((permission) => permissions.has(permission))).toEqual([]);
  });

  it('hides an account with a visit at a gated facility, in the list, alone, in search, and on paper', async () => {
    const facilityId = await story.hospital.facility('Behavioral health', true);
    await story.app.uow.actAs(story.hospital.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute(`UPDATE identity.facility SET npi = '1999999984' WHERE org_id = $1`, [tx.orgId]),
    );
    await story.claims({ number: 'G1', chargeCents: 20_000, billingNpi: '1999999984' });
    await story.decisions(leftToPatient('G1'));
    const inside = await story.app.person(story.hospital, ['accounts'], [facilityId]);
    const { id } = await inside.theAccount();
    const { body } = await inside.post(`/patient-accounts/${id}/statements`);
    const payment = (await story.pay(id, 4_500, {}, inside)).body as PatientPayment;
    expect(await story.rep.accounts()).toEqual([]);
    const statement = `/statements/${(body as Statement).id}`;
    for (const path of [`/patient-accounts/${id}`, statement, `${statement}/pdf`, `${statement}/html`])
      expect([path, (await story.rep.get(path)).status]).toEqual([path, 404]);
    expect((await story.pay(id, 100)).status).toBe(404);
    expect((await story.rep.post(`/patient-payments/${payment.id}/reversal`, { reason: 'x' })).status).toBe(404);
    expect((await story.rep.get<Page<unknown>>('/work-items?queue=credits')).body.items).toEqual([]);
    expect((await inside.get<Page<unknown>>('/work-items?queue=credits')).body.items).toHaveLength(1);
    expect(await found('tester', story.rep)).toEqual([]);
    expect(await found('tester', inside)).toEqual(['ACC-000001']);
    const ops = await story.app.sql(
      `SELECT DISTINCT op FROM events.delivery WHERE org_id = '${story.hospital.orgId}' AND kind = 'patient-account'`,
    );
    expect(ops).toEqual([{ op: 'touch' }]);
  });

  it('shows another organisation nothing', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const payment = (await story.pay(id, 100)).body as PatientPayment;
    const stranger = await story.app.person(await story.app.organisation(`x${story.serial}`), ['accounts']);
    expect(await stranger.accounts()).toEqual([]);
    expect((await stranger.get(`/patient-accounts/${id}`)).status).toBe(404);
    expect((await story.pay(id, 100, {}, stranger)).status).toBe(404);
    expect((await stranger.post(`/patient-payments/${payment.id}/reversal`, { reason: 'x' })).status).toBe(404);
  });

  it('finds by name in any order and by number, filters by state, and pages by balance without a gap', async () => {
    for (const [at, firstName] of ['ANA', 'BEN', 'CARL', 'DORA', 'EVE'].entries()) {
      await story.claims({ number: `P${at}`, chargeCents: 20_000, firstName });
      await story.decisions({
        number: `P${at}`,
        chargeCents: 20_000,
        adjustments: [['PR', '2', 1_000 + (at % 3) * 500]],
      });
    }
    const seen: PatientAccountSummary[] = [];
    let cursor = '';
    do {
      const { body } = await story.rep.get<Page<PatientAccountSummary>>(`/patient-accounts?limit=2${cursor}`);
      seen.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(seen.map(({ balanceCents }) => balanceCents)).toEqual([2_000, 1_500, 1_500, 1_000, 1_000]);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    const names = async (query: string) =>
      (await story.rep.get<Page<PatientAccountSummary>>(`/patient-accounts?${query}`)).body.items.map(
        ({ patientName }) => patientName,
      );
    expect(await names('text=carl%20tes')).toEqual(['CARL TESTER']);
    expect(await names('text=ACC-000002')).toEqual(['BEN TESTER']);
    expect(await names('text=%25')).toEqual([]);
    expect(await names('state=paid')).toEqual([]);
    expect(await names(`ids=${seen[0]?.id}`)).toEqual([seen[0]?.patientName]);
  });

  it('sends screens the very row the list shows', async () => {
    await story.aVisit('A1');
    const [listed] = await story.rep.accounts();
    const sent = await story.app.uow.peek(story.hospital.orgId, (tx) =>
      accountRow.project(tx, [listed?.id ?? ''], 'patient-accounts'),
    );
    expect([...sent.values()]).toEqual([listed]);
  });

  async function found(text: string, { principal }: typeof story.rep): Promise<string[]> {
    const [searcher] = story.app
      .get(SearchRegistry)
      .openTo(principal)
      .filter(({ kind }) => kind === 'account');
    const hits = await story.app.uow.peek(
      principal.orgId,
      (tx) => searcher?.find(tx, principal, text, 5) ?? Promise.resolve([]),
    );
    return hits.map(({ number }) => number);
  }
});
