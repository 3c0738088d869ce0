import type { DayReport } from '@caseboard/contracts';
import type { TestOrganisation } from '@caseboard/testing';
import type { BooksWriter } from '../test/books-writer.ts';
import { reportsApp } from '../test/reports-app.ts';
import type { Reader, ReportsApp } from '../test/reports-app.ts';

describe('the end of a day', () => {
  let app: ReportsApp;
  let serial = 0;
  let hospital: TestOrganisation;
  let books: BooksWriter;
  let ana: Reader;
  let lead: Reader;

  beforeAll(async () => {
    app = await reportsApp();
  });
  beforeEach(async () => {
    serial += 1;
    hospital = await app.organisation(`h${serial}`);
    books = app.books(hospital);
    ana = await app.reader(hospital, ['biller']);
    lead = await app.reader(hospital, ['lead']);
  });
  afterAll(() => app.close());

  const day = async (query = '', reader = ana) => (await reader.get<DayReport>(`/reports/day${query}`)).body;
  const me = (reader = ana) => `user:${reader.principal.userId}`;

  it('says what was done that day where the organisation is, each item once, by its last act', async () => {
    const decisionId = await books.decision({ claimId: null, decidedOn: '2026-11-20' });
    const one = await books.denialCase({ decisionId, deniedOn: '2026-11-20', denials: [['197', 10_000]] });
    await books.step({ caseId: one.caseId, at: '2026-11-24T15:00:00Z', actor: me(), to: 'triaged' });
    await books.step({ caseId: one.caseId, at: '2026-11-24T16:00:00Z', actor: me(), to: 'waiting' });
    const finished = await books.item({ cents: 500, state: 'done' });
    await books.move({ itemId: finished, at: '2026-11-25T05:59:00Z', actor: me(), act: 'done' });
    const yesterday = await books.item({ cents: 77, state: 'done' });
    await books.move({ itemId: yesterday, at: '2026-11-24T05:59:00Z', actor: me(), act: 'done' });
    const others = await books.item({ cents: 9, state: 'done' });
    await books.move({ itemId: others, at: '2026-11-24T16:00:00Z', actor: me(lead), act: 'done' });
    await books.move({ itemId: others, at: '2026-11-24T16:00:00Z', actor: me(), act: 'taken' });

    const { done, on } = await day();
    expect(on).toBe('2026-11-24');
    expect(done).toMatchObject({ count: 2, cents: 10_500 });
    expect(done.lines.map(({ number, words }) => [number, words])).toEqual([
      [one.number, 'Moved to waiting'],
      [expect.stringMatching(/^ITM-/), 'Done'],
    ]);
    expect(done.lines[0]?.href).toBe(`/denials?case=${one.caseId}`);
    expect((await day('?on=2026-11-23')).done).toMatchObject({ count: 1, cents: 77 });
  });

  it('says what is left, what was promised, and what wakes tomorrow', async () => {
    const { userId: ownerId } = ana.principal;
    await books.item({ cents: 100, ownerId });
    await books.item({ cents: 200, ownerId, state: 'waiting' });
    await books.item({ cents: 300, ownerId: lead.principal.userId });
    const today = await books.promise({ ownerId, promisedOn: '2026-11-24', cents: 1_000 });
    const later = await books.promise({ ownerId, promisedOn: '2026-12-01', cents: 2_000 });
    const grace = await app.reader(hospital, ['physician']);
    const asked = { askedById: ownerId, recipientId: grace.principal.userId, now: app.clock.now(), hoursAgo: 5 };
    await books.query({ ...asked, dueAt: '2026-11-26T05:00:00Z' });
    await books.query({ ...asked, dueAt: '2026-11-26T05:00:00Z', state: 'answered', isAnswered: true });

    const { left, promised, wakes } = await day();
    expect(left).toMatchObject({ count: 1, cents: 100 });
    expect(promised).toMatchObject({ count: 3, cents: 3_000 });
    expect(promised.lines.map(({ on, href, amountCents }) => [on, href, amountCents])).toEqual([
      ['2026-11-24', `/follow-up?case=${today}`, 1_000],
      ['2026-11-25', expect.stringMatching(/^\/threads\?open=/), null],
      ['2026-12-01', `/follow-up?case=${later}`, 2_000],
    ]);
    expect(wakes).toMatchObject({ count: 1, cents: 1_000, lines: [{ on: '2026-11-25' }] });
  });

  it('is one’s own: only a lead may read another’s, and nobody another organisation’s', async () => {
    await books.item({ cents: 100, ownerId: ana.principal.userId });
    const of = `?userId=${ana.principal.userId}`;
    expect((await day(of, lead)).left.count).toBe(1);
    const ben = await app.reader(hospital, ['biller']);
    expect((await ben.get(`/reports/day${of}`)).status).toBe(403);
    expect((await ben.get('/reports/day')).status).toBe(200);
    const stranger = await app.reader(await app.organisation(`x${serial}`), ['lead']);
    expect((await stranger.get(`/reports/day${of}`)).status).toBe(404);
    const physician = await app.reader(hospital, ['physician']);
    expect((await physician.get('/reports/day')).status).toBe(403);
  });

  it('hides from a lead what a gated facility hides', async () => {
    const facilityId = await hospital.facility('Behavioral health', true);
    const inside = await app.reader(hospital, ['biller'], [facilityId]);
    await books.item({ cents: 100, ownerId: inside.principal.userId, facilityId });
    expect((await day('', inside)).left.count).toBe(1);
    expect((await day(`?userId=${inside.principal.userId}`, lead)).left).toEqual({ count: 0, cents: 0, lines: [] });
  });
});
