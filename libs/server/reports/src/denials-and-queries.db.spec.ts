import type { DenialReport, Page, QueryReport, ReportRow } from '@caseboard/contracts';
import type { TestOrganisation } from '@caseboard/testing';
import type { BooksWriter } from '../test/books-writer.ts';
import { reportsApp } from '../test/reports-app.ts';
import type { Reader, ReportsApp } from '../test/reports-app.ts';

describe('denials and open questions', () => {
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

  const denials = async (query = '', reader = lead) =>
    (await reader.get<DenialReport>(`/reports/denials${query}`)).body;
  const rowsOf = async (report: string, query: string, reader = lead) =>
    (await reader.get<Page<ReportRow>>(`/reports/${report}/rows?limit=200&${query}`)).body.items;
  const aDenial = async (of: {
    deniedOn: string;
    denials: readonly (readonly [string, number])[];
    payer?: string;
    stage?: string;
    facilityId?: string;
    reversedById?: string;
    status?: string;
  }) => {
    const decisionId = await books.decision({
      ...of,
      claimId: null,
      decidedOn: of.deniedOn,
      denials: of.denials.length,
    });
    return books.denialCase({ ...of, decisionId });
  };

  it('count denials by CARC and payer, and every number opens to its own', async () => {
    await aDenial({
      deniedOn: '2026-11-01',
      denials: [
        ['197', 10_000],
        ['16', 500],
      ],
    });
    await aDenial({ deniedOn: '2026-11-02', denials: [['197', 20_000]], stage: 'closed' });
    await aDenial({ deniedOn: '2026-11-03', denials: [['197', 7_000]], payer: 'Prairie PPO' });
    await books.decision({ claimId: null, decidedOn: '2026-11-03', payer: 'Prairie PPO' });
    const { rows, totals, formula } = await denials();
    expect(
      rows.map(({ carc, payerName, denials: count, open, cents }) => [carc, payerName, count, open, cents]),
    ).toEqual([
      ['197', 'Northlake HMO', 2, 1, 30_000],
      ['197', 'Prairie PPO', 1, 1, 7_000],
      ['16', 'Northlake HMO', 1, 1, 500],
    ]);
    expect(rows[0]?.words).toBe('words of 197');
    expect(totals).toEqual({ denials: 4, open: 3, cents: 37_500, claimsRemitted: 4, claimsDenied: 3 });
    expect(formula).toContain('AR-5');
    for (const row of rows) {
      const behind = await rowsOf('denials', `carc=${row.carc}&payer=${row.payerId}`);
      expect([behind.length, behind.reduce((sum, { cents }) => sum + (cents ?? 0), 0)]).toEqual([
        row.denials,
        row.cents,
      ]);
      expect(await rowsOf('denials', `carc=${row.carc}&payer=${row.payerId}&stage=open`)).toHaveLength(row.open);
    }
    expect(await rowsOf('denials', '')).toHaveLength(totals.denials);
  });

  it('forget a denial the payer took back, a predetermination, and days outside the span', async () => {
    const later = await books.decision({ claimId: null, decidedOn: '2026-11-09', status: '22' });
    await aDenial({ deniedOn: '2026-11-01', denials: [['197', 10_000]], reversedById: later });
    await aDenial({ deniedOn: '2026-11-02', denials: [['197', 20_000]], status: '25' });
    await aDenial({ deniedOn: '2026-10-31', denials: [['197', 400]] });
    await aDenial({ deniedOn: '2026-11-30', denials: [['197', 30]] });
    const span = '?from=2026-11-01&to=2026-11-30';
    expect((await denials(span)).totals).toEqual({
      denials: 1,
      open: 1,
      cents: 30,
      claimsRemitted: 1,
      claimsDenied: 1,
    });
    expect(await rowsOf('denials', span.slice(1))).toMatchObject([{ on: '2026-11-30', cents: 30 }]);
    expect((await denials()).totals.cents).toBe(430);
  });

  it('agree with an independent sum over the base tables', async () => {
    for (let at = 0; at < 12; at += 1)
      await aDenial({
        deniedOn: `2026-11-${String(at + 1).padStart(2, '0')}`,
        denials: [
          ['197', 100 + at],
          [at % 2 ? '16' : '50', 7 * at + 1],
        ],
        payer: at % 3 ? 'Northlake HMO' : 'Prairie PPO',
        stage: at % 4 ? 'new' : 'closed',
      });
    const base = await app.sql<{ carc: string; payer: string; n: string; cents: string }>(
      `SELECT d.carc, p.name AS payer, count(*) AS n, sum(d.amount_cents) AS cents FROM denials.denial d
       JOIN denials.denial_case c ON c.id = d.case_id JOIN records.payer p ON p.id = c.payer_id
       WHERE d.org_id = '${hospital.orgId}' GROUP BY 1, 2`,
    );
    const key = (carc: string, payer: string) => `${carc} ${payer}`;
    const { rows } = await denials();
    expect(new Map(rows.map((row) => [key(row.carc, row.payerName), [row.denials, row.cents]]))).toEqual(
      new Map(base.map((row) => [key(row.carc, row.payer), [Number(row.n), Number(row.cents)]])),
    );
  });

  it('leave out what a gated facility hides, in numbers and rows', async () => {
    const facilityId = await hospital.facility('Behavioral health', true);
    await aDenial({ deniedOn: '2026-11-01', denials: [['197', 10_000]], facilityId });
    const inside = await app.reader(hospital, ['auditor'], [facilityId]);
    expect((await denials()).totals).toEqual({ denials: 0, open: 0, cents: 0, claimsRemitted: 0, claimsDenied: 0 });
    expect(await rowsOf('denials', '')).toEqual([]);
    expect((await denials('', inside)).totals).toMatchObject({ denials: 1, claimsRemitted: 1 });
    expect((await lead.file('/exports/report-denials-rows')).text).not.toContain('DEN-');
  });

  it('age questions at 24, 48 and 72 hours, by whom they wait for', async () => {
    const [grace, omar] = [await app.reader(hospital, ['physician']), await app.reader(hospital, ['physician'])];
    const ask = { askedById: lead.principal.userId, recipientId: grace.principal.userId, now: app.clock.now() };
    for (const hoursAgo of [1, 23.9, 24, 47.9, 48, 71.9, 72, 500]) await books.query({ ...ask, hoursAgo });
    await books.query({ ...ask, recipientId: omar.principal.userId, hoursAgo: 2, state: 'need-info' });
    await books.query({ ...ask, hoursAgo: 2, state: 'answered', isAnswered: true });
    await books.query({ ...ask, hoursAgo: 2, state: 'closed', isAnswered: true });
    await books.query({ ...ask, hoursAgo: 2, state: 'retracted' });
    const { rows, totals } = (await lead.get<QueryReport>('/reports/queries')).body;
    expect(rows.map(({ age, queries }) => [age, queries])).toEqual([
      ['under-24h', 3],
      ['24-48h', 2],
      ['48-72h', 2],
      ['over-72h', 2],
    ]);
    expect(rows[0]?.recipients).toEqual([
      { userId: grace.principal.userId, queries: 2 },
      { userId: omar.principal.userId, queries: 1 },
    ]);
    expect(totals).toEqual({ open: 9, answered: 2, sent: 12, retracted: 1 });
    for (const { age, queries, recipients } of rows) {
      expect(await rowsOf('queries', `age=${age}`)).toHaveLength(queries);
      for (const { userId, queries: count } of recipients)
        expect(await rowsOf('queries', `age=${age}&recipient=${userId}`)).toHaveLength(count);
    }
    for (const state of ['open', 'answered', 'sent', 'retracted'] as const)
      expect(await rowsOf('queries', `state=${state}`)).toHaveLength(totals[state]);
    const [oldest] = await rowsOf('queries', 'age=over-72h');
    expect(oldest).toMatchObject({ words: 'CHT-000001, sent', cents: null, href: `/threads?open=${oldest?.id}` });
  });
});
