import type { Payer, PayerRule } from '@caseboard/contracts';
import { asking, runSql } from '@caseboard/testing';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';
import { PayerRules } from './payer-rules.service.ts';

const appeal = {
  kind: 'appeal',
  days: 90,
  counts: 'calendar',
  effectiveFrom: '2026-01-01',
  source: 'Contract 4.2',
} as const;

describe('administration of payers', () => {
  let records: RecordsApp;
  let admin: Awaited<ReturnType<RecordsApp['person']>>;

  beforeAll(async () => {
    records = await recordsApp();
    admin = await records.person(['admin']);
  });
  afterAll(() => records.close());

  const aPayer = async (name: string, payerCode?: string): Promise<Payer> =>
    (await admin.ask('post', '/payers').send({ name, payerCode }).expect(201)).body;
  const aRule = async (payerId: string, change: object = {}): Promise<PayerRule> =>
    (
      await admin
        .ask('post', `/payers/${payerId}/rules`)
        .send({ ...appeal, ...change })
        .expect(201)
    ).body;
  const version = (row: { version: number }) => ({ 'If-Match': `"v${row.version}"` });
  const list = async (): Promise<Payer[]> => (await admin.ask('get', '/payers?limit=200').expect(200)).body.items;

  it('makes, renames and lists payers by name, each with its rules', async () => {
    const cedar = await aPayer('Cedar Mutual', '77001');
    await aPayer('birch health');
    const renamed = await admin
      .ask('patch', `/payers/${cedar.id}`, version(cedar))
      .send({ name: 'Acorn Mutual' })
      .expect(200);
    expect(renamed.body).toMatchObject({ name: 'Acorn Mutual', payerCode: '77001', version: 2 });
    expect(renamed.headers.etag).toBe('"v2"');
    const rule = await aRule(cedar.id);
    const payers = await list();
    expect(payers.map((payer) => payer.name)).toEqual(['Acorn Mutual', 'birch health']);
    expect(payers[0]?.rules).toEqual([rule]);
    expect(rule).toMatchObject({ ...appeal, payerId: cedar.id, effectiveTo: null, version: 1 });
  });

  it('refuses a change from an old version with the payer as it is, and one without a version', async () => {
    const payer = await aPayer('Dogwood');
    await admin.ask('patch', `/payers/${payer.id}`, version(payer)).send({ payerCode: '1' }).expect(200);
    const stale = await admin.ask('patch', `/payers/${payer.id}`, version(payer)).send({ name: 'Late' }).expect(412);
    expect(stale.body).toMatchObject({
      code: 'request/stale',
      current: { name: 'Dogwood', payerCode: '1', version: 2 },
    });
    await admin.ask('patch', `/payers/${payer.id}`).send({ name: 'Late' }).expect(428);
  });

  it('refuses a second payer with the same id, or with the same name and no id', async () => {
    const elm = await aPayer('Elm', '555');
    const fir = await aPayer('Fir');
    expect((await admin.ask('post', '/payers').send({ name: 'Other', payerCode: '555' }).expect(409)).body.code).toBe(
      'records/payer-taken',
    );
    expect((await admin.ask('post', '/payers').send({ name: ' FIR. ' }).expect(409)).body.code).toBe(
      'records/payer-taken',
    );
    await admin.ask('patch', `/payers/${fir.id}`, version(fir)).send({ payerCode: '555' }).expect(409);
    await admin.ask('patch', `/payers/${elm.id}`, version(elm)).send({ payerCode: '556' }).expect(200);
  });

  it('lets no two rules of a kind cover the same day, also when a rule is changed', async () => {
    const { id } = await aPayer('Gum');
    const old = await aRule(id, { effectiveFrom: '2024-01-01', effectiveTo: '2025-12-31' });
    const now = await aRule(id);
    await aRule(id, { kind: 'records' });
    const refused = await admin
      .ask('post', `/payers/${id}/rules`)
      .send({ ...appeal, effectiveFrom: '2025-12-31' })
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'records/rule-overlap', current: { id: old.id } });
    await admin.ask('patch', `/payer-rules/${old.id}`, version(old)).send({ effectiveTo: null }).expect(409);
    const shorter = await admin
      .ask('patch', `/payer-rules/${now.id}`, version(now))
      .send({ days: 60, effectiveTo: '2026-12-31' })
      .expect(200);
    expect(shorter.body).toMatchObject({ days: 60, effectiveTo: '2026-12-31', source: 'Contract 4.2', version: 2 });
    await aRule(id, { effectiveFrom: '2027-01-01' });
  });

  it('lets one of several overlapping rules in when all are made at the same moment', async () => {
    const { id } = await aPayer('Hazel');
    const rules = records.get(PayerRules);
    const make = (days: number) => rules.add(asking(admin.principal), id, { ...appeal, days });
    const made = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => make(at + 1)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await list()).find((payer) => payer.id === id)?.rules).toHaveLength(1);
  });

  it('removes a rule at the version that was seen', async () => {
    const { id } = await aPayer('Ivy');
    const rule = await aRule(id);
    await admin.ask('delete', `/payer-rules/${rule.id}`).expect(428);
    await admin.ask('delete', `/payer-rules/${rule.id}`, { 'If-Match': '"v9"' }).expect(412);
    await admin.ask('delete', `/payer-rules/${rule.id}`, version(rule)).expect(204);
    await admin.ask('delete', `/payer-rules/${rule.id}`, version(rule)).expect(404);
    expect((await list()).find((payer) => payer.id === id)?.rules).toEqual([]);
  });

  it('refuses days that end before they start, and fields it does not know', async () => {
    const { id } = await aPayer('Juniper');
    const backwards = await admin
      .ask('post', `/payers/${id}/rules`)
      .send({ ...appeal, effectiveTo: '2025-01-01' })
      .expect(400);
    expect(backwards.body.errors[0].pointer).toBe('/effectiveTo');
    await admin
      .ask('post', `/payers/${id}/rules`)
      .send({ ...appeal, orgId: 'x' })
      .expect(400);
    await admin.ask('patch', `/payers/${id}`, { 'If-Match': '"v1"' }).send({ version: 7 }).expect(400);
  });

  it('shows every change on the directory without patient data', async () => {
    const { id } = await aPayer('Kapok');
    const rule = await aRule(id);
    await admin.ask('delete', `/payer-rules/${rule.id}`, version(rule)).expect(204);
    const events = await runSql(
      records.database.backupUrl,
      `SELECT e.name, e.data, d.channel, d.kind, d.op FROM events.event e JOIN events.delivery d USING (org_id, seq) WHERE d.id = '${id}' ORDER BY e.seq`,
    );
    const shown = { channel: 'directory:all', kind: 'payer', op: 'put' };
    const saved = {
      name: 'records.payer-rule-saved',
      data: { payerId: id, ruleId: rule.id, kind: 'appeal' },
      ...shown,
    };
    expect(events).toEqual([{ name: 'records.payer-saved', data: { payerId: id }, ...shown }, saved, saved]);
  });

  it('is for administrators; who works with money reads', async () => {
    const biller = await records.person(['biller']);
    const physician = await records.person(['physician']);
    await biller.ask('get', '/payers').expect(200);
    await physician.ask('get', '/payers').expect(403);
    await biller.ask('post', '/payers').send({ name: 'No' }).expect(403);
    const payer = await aPayer('Larch');
    await biller.ask('post', `/payers/${payer.id}/rules`).send(appeal).expect(403);
    const foreign = await records.person(['admin'], records.harbor);
    await foreign.ask('patch', `/payers/${payer.id}`, version(payer)).send({ name: 'Mine' }).expect(404);
    await foreign.ask('post', `/payers/${payer.id}/rules`).send(appeal).expect(404);
    expect((await foreign.ask('get', '/payers').expect(200)).body.items).toEqual([]);
  });
});
