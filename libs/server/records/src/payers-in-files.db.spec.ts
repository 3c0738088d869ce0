import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';
import type { PatientAsked } from './patient-match.rules.ts';
import { candidates } from './patients.repository.ts';
import { Patients } from './patients.service.ts';
import { Payers } from './payers.service.ts';
import { PayerRules } from './payer-rules.service.ts';
import type { PayerName } from './payer-match.rules.ts';
import { payersByIds } from './payers.repository.ts';
import { asking, runSql } from '@caseboard/testing';

describe('payers and patients that files name', () => {
  let records: RecordsApp;

  beforeAll(async () => {
    records = await recordsApp();
  });
  afterAll(() => records.close());

  const inTx = <R>(work: Parameters<typeof records.uow.actAs<R>>[3]) =>
    records.uow.actAs(records.lakeside.orgId, 'rule:test', { action: 'test', kind: 'test' }, work);
  const payers = (names: PayerName[]) => inTx((tx) => records.get(Payers).findOrAddMany(tx, names));
  const patients = (asked: PatientAsked[]) => inTx((tx) => records.get(Patients).findOrAddMany(tx, asked));
  const granite = { payerCode: '60054', name: 'Granite Health' };

  it('makes each payer once and answers in the order asked', async () => {
    const [first, bare, again, cedar] = await payers([
      granite,
      { payerCode: null, name: 'GRANITE HEALTH' },
      granite,
      { payerCode: null, name: 'Cedar' },
    ]);
    expect(first).toMatchObject(granite);
    expect(bare?.id).toBe(first?.id);
    expect(again?.id).toBe(first?.id);
    expect(cedar).toMatchObject({ payerCode: null, name: 'Cedar' });
    expect((await payers([{ payerCode: '60054', name: 'GRANITE PPO' }]))[0]?.id).toBe(first?.id);
  });

  it('gives the payer an administrator typed in its code, and tells screens', async () => {
    const [typed] = await payers([{ payerCode: null, name: 'Typed In' }]);
    const [coded] = await payers([{ payerCode: '90001', name: 'TYPED IN' }]);
    expect(coded).toMatchObject({ id: typed?.id, payerCode: '90001', name: 'Typed In' });
    const row = await inTx((tx) => payersByIds(tx, [typed?.id ?? '']));
    expect(row.get(typed?.id ?? '')).toMatchObject({ payerCode: '90001', version: 2 });
    const events = await runSql(records.database.backupUrl, `SELECT name FROM events.event WHERE id = '${typed?.id}'`);
    expect(events).toHaveLength(2);
  });

  it('makes one payer when many files name it at once', async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, () => payers([{ payerCode: 'RACE', name: 'Race Mutual' }])),
    );
    expect(new Set(many.map(([payer]) => payer?.id)).size).toBe(1);
  });

  it('finds the rule in force on the day that counts', async () => {
    const [payer] = await payers([{ payerCode: 'RULES', name: 'Rules' }]);
    const admin = await records.lakeside.person('admin', ['admin']);
    const rule = { kind: 'appeal', counts: 'calendar', source: 'manual' } as const;
    const add = (days: number, effectiveFrom: string, effectiveTo: string | null) =>
      records.get(PayerRules).add(asking(admin), payer?.id ?? '', { ...rule, days, effectiveFrom, effectiveTo });
    await add(180, '2024-01-01', '2025-12-31');
    await add(90, '2026-01-01', null);
    const days = await inTx(async (tx) => {
      const on = async (date: string) => (await records.get(Payers).ruleFor(tx, payer?.id ?? '', 'appeal', date))?.days;
      return [await on('2023-01-01'), await on('2025-12-31'), await on('2026-01-01')];
    });
    expect(days).toEqual([undefined, 180, 90]);
  });

  it('makes each patient once, over payers and files, and fills in what was not known', async () => {
    const [one, other] = await payers([granite, { payerCode: 'OTHER', name: 'Other' }]);
    const wanda: PatientAsked = {
      payerId: one?.id ?? '',
      memberId: 'W1',
      firstName: 'Wanda',
      lastName: 'Tester',
      birthDate: null,
      sex: null,
    };
    const [first] = await patients([wanda]);
    const [second, son] = await patients([
      { ...wanda, firstName: 'WANDA', birthDate: '1970-05-01', sex: 'F' },
      { ...wanda, firstName: 'Will' },
    ]);
    expect(second).toBe(first);
    expect(son).not.toBe(first);
    const [third] = await patients([{ ...wanda, payerId: other?.id ?? '', memberId: 'X9', birthDate: '1970-05-01' }]);
    expect(third).toBe(first);
    const [row] = await runSql(
      records.database.backupUrl,
      `SELECT p.birth_date::text, p.sex, count(*)::int AS cards FROM records.patient p JOIN records.patient_member m
       ON m.patient_id = p.id WHERE p.id = '${first}' GROUP BY 1, 2`,
    );
    expect(row).toEqual({ birth_date: '1970-05-01', sex: 'F', cards: 2 });
  });

  it('makes one patient when many files name her at once', async () => {
    const [payer] = await payers([granite]);
    const asked = {
      payerId: payer?.id ?? '',
      memberId: 'R1',
      firstName: 'Rae',
      lastName: 'Racer',
      birthDate: '1980-01-01',
      sex: null,
    };
    const many = await Promise.all(Array.from({ length: 8 }, () => patients([asked])));
    expect(new Set(many.flat()).size).toBe(1);
  });

  it('keeps organisations apart', async () => {
    const there = await records.uow.actAs(records.harbor.orgId, 'rule:test', { action: 'test', kind: 'test' }, (tx) =>
      records.get(Payers).findOrAdd(tx, granite),
    );
    expect((await payers([granite]))[0]?.id).not.toBe(there.id);
  });

  it('looks patients up by index also while the tables are new and without statistics', async () => {
    const [payer] = await payers([granite]);
    const person = (at: number): PatientAsked => ({
      payerId: payer?.id ?? '',
      memberId: `I${at}`,
      firstName: `Ida${at}`,
      lastName: 'Index',
      birthDate: '1980-01-01',
      sex: null,
    });
    await patients(Array.from({ length: 3000 }, (_, at) => person(at)));
    const plan = await inTx(async (tx) => {
      const lines: string[] = [];
      const explaining = async (sql: string, parameters?: readonly unknown[]) => {
        const rows = await tx.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, parameters);
        lines.push(...rows.map((row) => row['QUERY PLAN']));
        return [];
      };
      await candidates({ ...tx, orgId: tx.orgId, query: explaining as typeof tx.query }, [person(1), person(2)]);
      return lines.join('\n');
    });
    expect(plan).toMatch(/Index Scan using patient_pkey/);
    expect(plan).not.toMatch(/Seq Scan|Bitmap Heap Scan|Hash Join|Merge Join/);
  });
});
