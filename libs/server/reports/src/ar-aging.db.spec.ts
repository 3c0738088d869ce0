import type { ArAging, Page, ReportRow } from '@caseboard/contracts';
import type { TestOrganisation } from '@caseboard/testing';
import { BooksWriter } from '../test/books-writer.ts';
import { reportsApp } from '../test/reports-app.ts';
import type { Reader, ReportsApp } from '../test/reports-app.ts';

/** Midnight in Chicago is 05:00 or 06:00 UTC: half past five the day before is still that day there. */
const sentOn = (day: string) => `${day}T18:00:00Z`;

describe('what payers owe', () => {
  let app: ReportsApp;
  let serial = 0;
  let hospital: TestOrganisation;
  let books: BooksWriter;
  let lead: Reader;

  beforeAll(async () => {
    app = await reportsApp();
  });
  beforeEach(async () => {
    serial += 1;
    hospital = await app.organisation(`h${serial}`);
    books = app.books(hospital);
    lead = await app.reader(hospital, ['lead']);
  });
  afterAll(() => app.close());

  const report = async (reader = lead) => (await reader.get<ArAging>('/reports/ar-aging')).body;
  const rowsOf = async (query: string, reader = lead) => {
    const found: ReportRow[] = [];
    let cursor = '';
    do {
      const { body } = await reader.get<Page<ReportRow>>(`/reports/ar-aging/rows?limit=2&${query}${cursor}`);
      found.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    return found;
  };
  const inBuckets = ({ totals }: ArAging) =>
    Object.fromEntries(totals.buckets.map(({ bucket, claims, cents }) => [bucket, [claims, cents]]));

  it('stands in buckets that turn after 30, 60, 90 and 120 days', async () => {
    const days = [
      '2026-10-25',
      '2026-10-24',
      '2026-09-25',
      '2026-09-24',
      '2026-08-26',
      '2026-08-25',
      '2026-07-27',
      '2026-07-26',
    ];
    for (const [at, day] of days.entries()) await books.claim({ sentAt: sentOn(day), cents: 10 ** at });
    const found = await report();
    expect(found.on).toBe('2026-11-24');
    expect(inBuckets(found)).toEqual({
      '0-30': [1, 1],
      '31-60': [2, 110],
      '61-90': [2, 11_000],
      '91-120': [2, 1_100_000],
      '120+': [1, 10_000_000],
    });
  });

  it('counts days where the organisation is, not where the server is', async () => {
    // 25 October 04:30 UTC is still the 24th in Chicago: 31 days, not 30.
    await books.claim({ sentAt: '2026-10-25T04:30:00Z', cents: 100 });
    expect(inBuckets(await report())['31-60']).toEqual([1, 100]);
    app.clock.set('2026-11-25T05:30:00.000Z');
    expect((await report()).on).toBe('2026-11-24');
    app.clock.set('2026-11-24T22:00:00.000Z');
  });

  it('adds up: rows to payers, payers to the total, and all of it to the ledger', async () => {
    const paid = await books.claim({ sentAt: sentOn('2026-11-01'), cents: 50_000 });
    await books.decision({
      claimId: paid,
      decidedOn: '2026-11-10',
      books: [
        ['remittance-clearing', 40_000],
        ['contractual-adjustment', 10_000],
        ['insurance-receivable', -50_000],
      ],
    });
    const denied = await books.claim({ sentAt: sentOn('2026-08-01'), cents: 70_000 });
    await books.decision({
      claimId: denied,
      decidedOn: '2026-09-10',
      books: [
        ['disputed-receivable', 70_000],
        ['insurance-receivable', -70_000],
      ],
    });
    const twice = await books.claim({ payer: 'Prairie PPO', sentAt: sentOn('2026-10-01'), cents: 20_000 });
    for (const on of ['2026-10-10', '2026-10-11'])
      await books.decision({
        claimId: twice,
        decidedOn: on,
        payer: 'Prairie PPO',
        books: [
          ['remittance-clearing', 20_000],
          ['insurance-receivable', -20_000],
        ],
      });
    await books.claim({ payer: 'Prairie PPO', sentAt: sentOn('2026-11-20'), cents: 30_000 });
    await books.claim({ sentAt: null, cents: 99_000 });
    // A decision on a claim we do not hold: its dispute is no claim's.
    await books.decision({
      claimId: null,
      decidedOn: '2026-11-10',
      books: [
        ['disputed-receivable', 5_000],
        ['unapplied', -5_000],
      ],
    });

    const { rows, totals } = await report();
    expect(totals).toMatchObject({ claims: 2, cents: 100_000, creditCents: 20_000 });
    expect(rows.map(({ payerName, cents, claims }) => [payerName, cents, claims])).toEqual([
      ['Northlake HMO', 70_000, 1],
      ['Prairie PPO', 30_000, 1],
    ]);
    for (const row of rows) expect(row.buckets.reduce((sum, { cents }) => sum + cents, 0)).toBe(row.cents);
    expect((await rowsOf('')).reduce((sum, { cents }) => sum + (cents ?? 0), 0)).toBe(totals.cents);
    expect(await rowsOf('balance=credit')).toMatchObject([
      { id: twice, cents: -20_000, href: `/claims?open=${twice}` },
    ]);
    const [ledger] = await app.sql<{ cents: string }>(
      `SELECT sum(e.debit_cents - e.credit_cents) AS cents FROM billing.ledger_entry e
       LEFT JOIN billing.remittance_claim d ON d.id = e.remittance_claim_id
       WHERE e.org_id = '${hospital.orgId}' AND e.account IN ('insurance-receivable', 'disputed-receivable')
         AND coalesce(e.claim_id, d.claim_id) IS NOT NULL`,
    );
    expect(totals.cents - totals.creditCents).toBe(Number(ledger?.cents));
  });

  it('opens every number to exactly the rows it counts', async () => {
    for (const [at, day] of ['2026-11-01', '2026-10-20', '2026-09-20', '2026-08-20', '2026-01-20'].entries())
      for (const payer of ['Northlake HMO', 'Prairie PPO'])
        await books.claim({ payer, sentAt: sentOn(day), cents: 1_000 + at });
    const { rows } = await report();
    for (const { payerId, buckets } of rows)
      for (const { bucket, claims, cents } of buckets) {
        const behind = await rowsOf(`payer=${payerId}&bucket=${encodeURIComponent(bucket)}`);
        expect([behind.length, behind.reduce((sum, row) => sum + (row.cents ?? 0), 0)]).toEqual([claims, cents]);
      }
  });

  it('leaves out a gated facility and another organisation, in the number, its rows and the file alike', async () => {
    const facilityId = await hospital.facility('Behavioral health', true);
    await books.claim({ sentAt: sentOn('2026-11-01'), cents: 100, facilityId });
    await books.claim({ sentAt: sentOn('2026-11-01'), cents: 7 });
    const inside = await app.reader(hospital, ['lead'], [facilityId]);
    expect([(await report()).totals.cents, (await report(inside)).totals.cents]).toEqual([7, 107]);
    expect([(await rowsOf('')).length, (await rowsOf('', inside)).length]).toEqual([1, 2]);
    expect((await lead.file('/exports/report-ar-aging')).text).toContain('"Northlake HMO",1,0.07');
    const stranger = await app.reader(await app.organisation(`x${serial}`), ['lead']);
    expect((await report(stranger)).totals).toMatchObject({ claims: 0, cents: 0, creditCents: 0 });
    const biller = await app.reader(hospital, ['biller']);
    expect((await biller.get('/reports/ar-aging')).status).toBe(403);
  });
});
