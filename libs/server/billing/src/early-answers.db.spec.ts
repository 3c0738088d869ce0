import type { Claim } from '@caseboard/contracts';
import { aClaimFile } from '../test/a-claim-file.ts';
import type { FiledClaim } from '../test/a-claim-file.ts';
import { aClaimAnswer, aSetAnswer } from '../test/an-answer.ts';
import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { DirectRun } from '../test/direct-run.ts';
import { ClaimImport } from './claim-import.ts';

const aClaim = (number: string, cents = 20_000): FiledClaim => ({
  number,
  lines: [{ procedure: '99213', chargeCents: cents }],
});
const NPI = '1234567893';

describe('an answer', () => {
  let app: BillingApp;
  let ask: Awaited<ReturnType<BillingApp['person']>>;
  let serial = 0;
  beforeAll(async () => {
    app = await billingApp();
    ask = await app.person(['biller']);
  });
  afterAll(() => app.close());

  const bring = (content: string) => app.bring(content, `e${(serial += 1)}.edi`);
  const claimsOf = async (number: string): Promise<Claim[]> => {
    const { items } = (await ask(`/claims?text=${number}&sort=number`)).body as { items: { id: string }[] };
    const read: Claim[] = [];
    for (const { id } of items) read.push((await ask(`/claims/${id}`)).body as Claim);
    return read;
  };
  const claimOf = async (number: string): Promise<Claim> => (await claimsOf(number))[0] as Claim;
  const eventsOf = (claimId: string) =>
    app.sql<{ name: string }>(`SELECT name FROM events.event WHERE data->>'claimId' = '${claimId}' ORDER BY seq`);

  describe('that comes before its claim', () => {
    it('brings the claim to where it says once the claim comes, and opens the work a rejection makes', async () => {
      await bring(aClaimAnswer([{ number: 'E1', codes: ['A1:19:PR'] }], { number: 1 }));
      await bring(
        aClaimAnswer(
          [
            { number: 'E1', codes: ['A7:562:85'] },
            { number: 'E2', codes: ['A2:20:PR'] },
          ],
          { number: 2 },
        ),
      );
      await bring(aClaimFile([aClaim('E1'), aClaim('E2')]));
      const claim = await claimOf('E1');
      expect(claim.state).toBe('rejected');
      expect(claim.acknowledgements.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected']);
      expect((await claimOf('E2')).state).toBe('payer-accepted');
      expect((await ask('/rejections?text=E1')).body.items).toMatchObject([
        { state: 'open', rejectedOn: '2026-11-03' },
      ]);
      expect((await eventsOf(claim.id)).map(({ name }) => name)).toEqual([
        'billing.claim-imported',
        'billing.claim-rejected',
        'billing.claim-acknowledged',
        'billing.claim-acknowledged',
      ]);
    });

    it('makes no work when a later one says more', async () => {
      await bring(aClaimAnswer([{ number: 'E3', codes: ['A7:562:85'] }], { number: 11 }));
      await bring(aClaimAnswer([{ number: 'E3', codes: ['A2:20:PR'] }], { number: 12 }));
      await bring(aClaimFile([aClaim('E3')]));
      expect((await claimOf('E3')).state).toBe('payer-accepted');
      expect((await ask('/rejections?text=E3')).body.items).toEqual([]);
    });

    it('finds the claim of its charge among those with one number', async () => {
      await bring(aClaimAnswer([{ number: 'E4', codes: ['A3:21'], cents: 31_000 }], { number: 21 }));
      await bring(aClaimFile([aClaim('E4', 31_000), aClaim('E4', 32_000)]));
      expect((await claimsOf('E4')).map(({ chargeCents, state }) => [chargeCents, state])).toEqual([
        [31_000, 'rejected'],
        [32_000, 'sent'],
      ]);
    });

    it('is not taken for an answer to a claim that was sent later', async () => {
      const old = aClaimAnswer([{ number: 'E5', codes: ['A3:21'] }], { number: 31 }).replaceAll(
        'STC*A3:21*20261103',
        'STC*A3:21*20240103',
      );
      await bring(old);
      await bring(aClaimFile([aClaim('E5')]));
      expect(await claimOf('E5')).toMatchObject({ state: 'sent', acknowledgements: [] });
    });

    it('reaches every claim of its file when it is a 999, chunk by chunk and once, though the worker died', async () => {
      await bring(aSetAnswer('R', { errors: ['5'], group: '77', number: 41 }));
      const text = aClaimFile(
        Array.from({ length: 150 }, (_, at) => aClaim(`E6-${at}`)),
        NPI,
        { group: 77 },
      );
      const run = new DirectRun(app.lakeside.orgId, await app.keep(text), text, { chunk: 2, isCommitted: true });
      Object.assign(run, { kind: '837p' });
      await run.toTheEnd(app.get(ClaimImport));
      const [counts] = await app.sql(
        `SELECT (SELECT count(*)::int FROM billing.acknowledgement WHERE control_number LIKE 'E6-%') AS answers,
           (SELECT count(*)::int FROM billing.rejection_case WHERE control_number LIKE 'E6-%') AS rejections,
           (SELECT claims FROM billing.acknowledged_set WHERE group_control_number = '77') AS claims`,
      );
      expect(counts).toEqual({ answers: 150, rejections: 150, claims: 150 });
    });

    it('is not taken for one about another sender’s file, nor about one with a number used again months later', async () => {
      await bring(aSetAnswer('R', { group: '78', number: 51, receiver: 'OTHERS' }));
      await bring(aSetAnswer('R', { group: '78', number: 52 }).replaceAll('*20261103*', '*20260303*'));
      await bring(aClaimFile([aClaim('E7')], NPI, { group: 78 }));
      expect((await claimOf('E7')).state).toBe('sent');
    });
  });

  it('of a 999 goes to the file of whom it is addressed to, whoever used the same numbers later', async () => {
    await bring(aClaimFile([aClaim('S1')], NPI, { sender: 'NORTH', group: 90 }));
    await bring(aClaimFile([aClaim('S2')], NPI, { sender: 'SOUTH', group: 90 }));
    await bring(aSetAnswer('R', { group: '90', number: 61, receiver: 'NORTH' }));
    expect([(await claimOf('S1')).state, (await claimOf('S2')).state]).toEqual(['rejected', 'sent']);
    const job = await bring(aSetAnswer('R', { group: '90', number: 62, receiver: 'WEST' }));
    expect(job.errors).toMatchObject([{ code: 'acknowledgement/unmatched' }]);
    expect((await claimOf('S2')).state).toBe('sent');
  });

  it('of a 999 goes to the newest file while nobody knows who sent them', async () => {
    await bring(aClaimFile([aClaim('S3')], NPI, { group: 91 }));
    await bring(aClaimFile([aClaim('S4')], NPI, { group: 91 }));
    await app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test.prepare', kind: 'claim' }, (tx) =>
      tx.execute("UPDATE billing.claim SET sender_code = NULL WHERE org_id = $1 AND group_control_number = '91'", [
        tx.orgId,
      ]),
    );
    await bring(aSetAnswer('A', { group: '91', number: 71, receiver: 'WEST' }));
    expect([(await claimOf('S3')).state, (await claimOf('S4')).state]).toEqual(['sent', 'acknowledged']);
  });

  it('that comes again in another envelope is kept once, and the import says so', async () => {
    await bring(aClaimFile([aClaim('R1'), aClaim('R2')]));
    const said = [
      { number: 'R1', codes: ['A7:562:85'] },
      { number: 'R2', codes: ['A1:19:PR'] },
      { number: 'NOBODY', codes: ['A1:19'] },
    ];
    await bring(aClaimAnswer(said, { number: 81 }));
    const again = await bring(
      aClaimAnswer([...said.slice(0, 1), { number: 'R2', codes: ['A2:20:PR'] }, ...said.slice(2)], { number: 82 }),
    );
    expect(again.errors.find(({ code }) => code === 'acknowledgement/repeated')).toMatchObject({
      severity: 'warning',
      message: '2 answers are on record already, word for word; each is kept once.',
    });
    expect((await claimOf('R1')).acknowledgements).toHaveLength(1);
    expect((await claimOf('R2')).acknowledgements.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(await app.sql("SELECT 1 FROM billing.acknowledgement WHERE control_number = 'NOBODY'")).toHaveLength(1);
  });
});
