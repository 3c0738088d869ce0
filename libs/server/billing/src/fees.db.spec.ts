import type { Fee, Page } from '@caseboard/contracts';
import { dueDate } from '@caseboard/server/records';
import { asking } from '@caseboard/testing';
import fc from 'fast-check';
import { MadeHere } from '../test/made-here.ts';
import { Fees } from './fees.service.ts';

describe('fees', () => {
  const here = new MadeHere();
  const admin = () => here.person('Ada', ['admin']);
  beforeAll(() => here.open());
  afterAll(() => here.app.close());

  const list = async (query = ''): Promise<Page<Fee>> => (await here.ask(`/fees${query}`).expect(200)).body;
  const fees = () => here.app.get(Fees);

  it('takes one price a code and day, in capitals', async () => {
    const who = await admin();
    const fee = await here.add(who, { code: 'g0008', cents: 2_500, effectiveFrom: '2026-01-01' });
    expect(fee).toMatchObject({ code: 'G0008', revenueCode: null, version: 1 });
    const again = { code: 'G0008', cents: 3_000, effectiveFrom: '2026-01-01' };
    await expect(fees().add(asking(who), again)).rejects.toMatchObject({ code: 'claim/fee-taken' });
    const later = await here.add(who, { ...again, effectiveFrom: '2026-07-01' });
    expect((await list('?text=g0008')).items.map(({ id }) => id)).toEqual([later.id, fee.id]);
    const move = fees().change(asking(who, 1), later.id, { effectiveFrom: '2026-01-01' });
    await expect(move).rejects.toMatchObject({ code: 'claim/fee-taken' });
  });

  it('changes a price of the version that was seen, and only what was said', async () => {
    const who = await admin();
    const fee = await here.add(who, { code: '71046', cents: 9_000, effectiveFrom: '2026-01-01', revenueCode: '0324' });
    const changed = await fees().change(asking(who, 1), fee.id, { cents: 9_500 });
    expect(changed).toEqual({ ...fee, cents: 9_500, version: 2 });
    const stale = fees().change(asking(who, 1), fee.id, { cents: 1 });
    await expect(stale).rejects.toMatchObject({ code: 'request/stale', details: { current: changed } });
  });

  it('pages by code, each price once, and is closed to who may not read prices', async () => {
    const all = (await list('?limit=200')).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<Fee> = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all);
    await (await here.app.person(['physician']))('/fees').expect(403);
    await (await here.app.person(['coder']))('/fees').expect(403);
  });

  it('counts days of silence in the database as payer rules are counted everywhere', async () => {
    const day = fc
      .integer({ min: 0, max: 2000 })
      .map((at) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10));
    const counts = fc.constantFrom('calendar' as const, 'business' as const);
    await fc.assert(
      fc.asyncProperty(day, fc.integer({ min: 1, max: 120 }), counts, async (from, days, how) => {
        const sql = `SELECT billing.due_after('${from}', ${days}, '${how}')::text AS due`;
        expect(await here.app.sql(sql)).toEqual([{ due: dueDate(from, { days, counts: how }) }]);
      }),
      { numRuns: 60 },
    );
  });
});
