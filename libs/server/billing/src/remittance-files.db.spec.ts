import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { anEra } from '../test/an-era.ts';
import type { EraSet } from '../test/an-era.ts';

describe('a remittance file', () => {
  let app: BillingApp;
  beforeAll(async () => {
    app = await billingApp();
  });
  afterAll(() => app.close());

  const posted = async () =>
    (await app.sql<{ trace: string }>('SELECT trace FROM billing.remittance ORDER BY id')).map(({ trace }) => trace);
  const exceptions = () =>
    app.sql<{ number: string; level: string }>(
      `SELECT x.number, x.level, x.difference_cents::int AS difference, w.code, w.state, w.number AS item, q.key AS queue FROM billing.posting_exception x
       JOIN worklist.work_item w ON w.subject_id = x.id JOIN worklist.queue q ON q.id = w.queue_id ORDER BY x.id`,
    );
  const payment = (trace: string, more: Partial<EraSet> = {}): EraSet => ({
    trace,
    claims: [{ number: `C-${trace}`, chargeCents: 10000, adjustments: [['CO', '45', 2500]] }],
    ...more,
  });

  it('of which one payment does not add up posts the others and opens one posting exception', async () => {
    const wrongLine = {
      number: 'CLM-003977',
      chargeCents: 41200,
      paidCents: 20000,
      lines: [
        { procedure: '99214', chargeCents: 41200, paidCents: 20000, adjustments: [['CO', '45', 18700]] as const },
      ],
    };
    const job = await app.bring(anEra(payment('GOOD1'), payment('WRONG', { claims: [wrongLine] }), payment('GOOD2')));
    expect(job).toMatchObject({ state: 'done', counts: { transactions: 3, claims: 3, workItems: 1 } });
    expect(await posted()).toEqual(['GOOD1', 'GOOD2']);
    const unbalanced = job.errors.filter(({ code }) => code === 'remittance/unbalanced');
    expect(unbalanced.map(({ balance }) => balance)).toEqual([
      { level: 'line', ids: ['CLM-003977', '1'], expectedCents: 22500, foundCents: 20000, differenceCents: -2500 },
      { level: 'claim', ids: ['CLM-003977'], expectedCents: 22500, foundCents: 20000, differenceCents: -2500 },
    ]);
    expect(unbalanced[0]?.message).toMatch(
      /^Line 1 of claim CLM-003977 does not add up: .* It is \$25\.00 short \(segments \d+ to \d+\)\.$/,
    );
    expect(await exceptions()).toEqual([
      {
        number: 'PEX-000001',
        level: 'line',
        difference: -2500,
        code: 'A line is off by $25.00',
        state: 'open',
        item: 'PEX-000001',
        queue: 'posting-exceptions',
      },
    ]);
    const refused = await app.sql("SELECT data FROM events.event WHERE name = 'billing.remittance-refused'");
    expect(refused).toHaveLength(1);
  });

  it('of which no payment adds up is rejected, and nothing of it posts', async () => {
    const before = await app.sql('SELECT count(*)::int AS entries FROM billing.ledger_entry');
    const job = await app.bring(anEra(payment('OFF1', { wrongBy: 1 }), payment('OFF2', { wrongBy: -300 })));
    expect(job).toMatchObject({ state: 'rejected', counts: { transactions: 2, claims: 2 } });
    expect(
      job.errors
        .filter(({ severity }) => severity === 'error')
        .map(({ balance }) => [balance?.level, balance?.ids, balance?.differenceCents]),
    ).toEqual([
      ['transaction', ['OFF1'], -1],
      ['transaction', ['OFF2'], 300],
    ]);
    expect(await app.sql('SELECT count(*)::int AS entries FROM billing.ledger_entry')).toEqual(before);
    expect(await exceptions()).toHaveLength(3);
  });

  it('that repeats a payment under another name and file is done, names the first and posts nothing', async () => {
    const first = await app.bring(
      anEra(
        payment('TWICE', {
          claims: [
            { number: 'X', chargeCents: 100 },
            { number: 'Y', chargeCents: 200 },
          ],
        }),
      ),
    );
    const again = await app.bring(
      anEra(
        payment('TWICE', {
          paidOn: '2026-11-21',
          claims: [
            { number: 'Y', chargeCents: 200 },
            { number: 'X', chargeCents: 100 },
          ],
        }),
      ),
    );
    expect(again).toMatchObject({ state: 'done', duplicateOf: first.id, counts: { claims: 2, transactions: 1 } });
    expect(again.errors.map(({ code }) => code)).toContain('remittance/duplicate');
    expect((await posted()).filter((trace) => trace === 'TWICE')).toHaveLength(1);
  });

  it('that holds the same payment twice posts it once', async () => {
    const job = await app.bring(anEra(payment('PAIR'), payment('PAIR')));
    expect(job).toMatchObject({ state: 'done', counts: { transactions: 2 } });
    expect(job.duplicateOf).toBeUndefined();
    expect((await posted()).filter((trace) => trace === 'PAIR')).toHaveLength(1);
  });

  it.each([
    ['another payer', { payer: { name: 'OTHER', id: '777' } }],
    [
      'another amount',
      { claims: [{ number: 'C-SAME', chargeCents: 10000, adjustments: [['CO', '45', 2400]] as const }] },
    ],
    [
      'another claim',
      { claims: [{ number: 'C-OTHER', chargeCents: 10000, adjustments: [['CO', '45', 2500]] as const }] },
    ],
  ])('with the same trace but %s is another payment', async (_, difference) => {
    await app.bring(anEra(payment('SAME')));
    const job = await app.bring(anEra(payment('SAME', difference)));
    expect(job).toMatchObject({ state: 'done' });
    expect(job.duplicateOf).toBeUndefined();
  });

  it.each([
    ['a wrong SE01', (text: string) => text.replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 1}`)],
    ['no IEA', (text: string) => text.replace(/IEA.*$/, '')],
    ['a wrong GE02', (text: string) => text.replace(/GE\*2\*1/, 'GE*2*9')],
    ['an end in the middle of a segment', (text: string) => text.slice(0, text.indexOf('CLP') + 12)],
  ])('with %s is rejected whole', async (_, breakIt) => {
    const before = await posted();
    const job = await app.bring(breakIt(anEra(payment('BROKEN'), payment('BROKEN2'))));
    expect(job.state).toBe('rejected');
    expect(job.errors[0]).toMatchObject({ severity: 'error', code: expect.stringMatching(/^x12\//) });
    expect(await posted()).toEqual(before);
  });

  it('with an amount that cannot be read refuses that payment alone', async () => {
    const text = anEra(payment('AMOUNT'), payment('FINE')).replace('CLP*C-AMOUNT*1*100', 'CLP*C-AMOUNT*1*1e2');
    const job = await app.bring(text);
    expect(job.state).toBe('done');
    expect(job.errors.map(({ code }) => code)).toContain('x12/bad-amount');
    expect(await posted()).toContain('FINE');
    expect(await posted()).not.toContain('AMOUNT');
  });

  it('of many payments posts them together, a few at a time, each shown while it posts', async () => {
    const sets = Array.from({ length: 150 }, (_, at) => payment(`MANY${at}`));
    const job = await app.bring(anEra(...sets));
    expect(job).toMatchObject({ state: 'done', progress: 1, counts: { claims: 150 } });
    expect((await posted()).filter((trace) => trace.startsWith('MANY'))).toHaveLength(150);
    const [open] = await app.sql(
      "SELECT count(*)::int AS posting FROM billing.remittance WHERE state <> 'posted' OR claims <> claims_posted",
    );
    expect(open).toEqual({ posting: 0 });
    const [shown] = await app.sql(
      "SELECT count(DISTINCT id)::int AS remittances FROM events.delivery WHERE kind = 'remittance' AND channel = 'remittances:all'",
    );
    const [all] = await app.sql('SELECT count(*)::int AS remittances FROM billing.remittance');
    expect(shown).toEqual(all);
  });

  it('of a kind nobody imports says so', async () => {
    const job = await app.bring(anEra(payment('X')).replace('ST*835', 'ST*270'));
    expect(job).toMatchObject({ state: 'rejected', kind: 'unknown' });
    expect(job.errors[0]?.code).toBe('x12/unknown-transaction');
  });
});
