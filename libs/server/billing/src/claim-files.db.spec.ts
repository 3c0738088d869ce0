import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { aClaimFile } from '../test/a-claim-file.ts';
import { anEra } from '../test/an-era.ts';
import { linkDecisionsToClaims, MOST_LINKS } from './claim-linker.ts';

describe('a claim file', () => {
  let app: BillingApp;
  beforeAll(async () => {
    app = await billingApp();
  });
  afterAll(() => app.close());

  const claims = (number: string) =>
    app.sql(`SELECT number, kind, frequency, original_reference, payer_sequence, charge_cents::int AS charge FROM billing.claim
      WHERE control_number = '${number}' ORDER BY id`);
  const booked = async (number: string) => {
    const [row] = await app.sql<{ revenue: number }>(
      `SELECT coalesce(sum(e.credit_cents - e.debit_cents), 0)::int AS revenue FROM billing.ledger_entry e JOIN billing.claim c ON c.id = e.claim_id
       WHERE e.account = 'revenue' AND c.control_number = '${number}'`,
    );
    return row?.revenue;
  };
  const lines = [
    { procedure: '99214', chargeCents: 20000 },
    { procedure: '36415', chargeCents: 1500 },
  ];

  it('makes claims with their patients, payers, lines and diagnoses', async () => {
    const job = await app.bring(
      aClaimFile([
        { number: 'F1', lines, patient: ['RIVERA', 'ANA'] },
        { number: 'F2', lines, patient: ['OKAFOR', 'BEN'] },
      ]),
    );
    expect(job).toMatchObject({
      state: 'done',
      kind: '837p',
      counts: { transactions: 1, claims: 2, serviceLines: 4, patients: 2 },
      errors: [],
    });
    expect(await claims('F1')).toEqual([
      {
        number: 'CLM-000001',
        kind: 'professional',
        frequency: '1',
        original_reference: null,
        payer_sequence: 'P',
        charge: 21500,
      },
    ]);
    const [below] = await app.sql(
      `SELECT (SELECT count(*)::int FROM billing.claim_line) AS lines, (SELECT count(*)::int FROM billing.claim_diagnosis) AS diagnoses,
         (SELECT count(*)::int FROM records.patient) AS patients, (SELECT count(*)::int FROM records.payer) AS payers`,
    );
    expect(below).toEqual({ lines: 4, diagnoses: 2, patients: 2, payers: 1 });
    expect(await booked('F1')).toBe(21500);
  });

  it('that brings the same claim again makes no second one', async () => {
    const job = await app.bring(
      aClaimFile([
        { number: 'F3', lines },
        { number: 'F1', lines, patient: ['RIVERA', 'ANA'] },
      ]),
    );
    expect(job).toMatchObject({ state: 'done', counts: { claims: 2 } });
    expect(await claims('F1')).toHaveLength(1);
    expect(await claims('F3')).toHaveLength(1);
  });

  it('keeps what a replacement replaces, and owes its charge in the place of the other', async () => {
    await app.bring(
      aClaimFile([
        {
          number: 'F1',
          lines: [lines[0] as (typeof lines)[0]],
          patient: ['RIVERA', 'ANA'],
          frequency: '7',
          originalReference: 'ICN77',
        },
      ]),
    );
    expect(await claims('F1')).toMatchObject([
      { frequency: '1' },
      { frequency: '7', original_reference: 'ICN77', charge: 20000 },
    ]);
    expect(await booked('F1')).toBe(20000);
    await app.bring(aClaimFile([{ number: 'F1', lines, frequency: '8', originalReference: 'ICN77' }]));
    expect(await booked('F1')).toBe(0);
  });

  it('owes once what one file sends and replaces', async () => {
    const replaced = { number: 'F8', lines, frequency: '7', originalReference: 'ICN8' };
    await app.bring(aClaimFile([{ number: 'F8', lines }, replaced]));
    expect(await claims('F8')).toHaveLength(2);
    expect(await booked('F8')).toBe(21500);
  });

  it('books the charge of a claim once, however many payers it goes to', async () => {
    await app.bring(aClaimFile([{ number: 'F5', lines }]));
    await app.bring(aClaimFile([{ number: 'F5', lines, sequence: 'S', payer: { name: 'SECOND', id: '99' } }]));
    expect(await claims('F5')).toHaveLength(2);
    expect(await booked('F5')).toBe(21500);
  });

  it('with a broken envelope is rejected whole', async () => {
    const job = await app.bring(aClaimFile([{ number: 'F6', lines }]).replace(/SE\*\d+/, 'SE*3'));
    expect(job.state).toBe('rejected');
    expect(await claims('F6')).toEqual([]);
  });

  it('of dental claims is not taken', async () => {
    const job = await app.bring(aClaimFile([{ number: 'F7', lines }]).replaceAll('SV1*', 'SV3*'));
    expect(job).toMatchObject({ state: 'rejected' });
    expect(await claims('F7')).toEqual([]);
  });

  it('links more decisions than one transaction may tell, every one', async () => {
    const many = Array.from({ length: 700 }, (_, at) => ({
      number: 'ACCOUNT',
      payerNumber: `N${at}`,
      chargeCents: 1000 + at,
      adjustments: [['CO', '29', 1000 + at]] as const,
    }));
    await app.bring(anEra({ trace: 'MANY', claims: many }));
    const job = await app.bring(
      aClaimFile([{ number: 'ACCOUNT', lines: [{ procedure: '99214', chargeCents: 1000 }] }]),
    );
    expect(job.state).toBe('done');
    const [left] = await app.sql(
      "SELECT count(*)::int AS unmatched, sum(denials)::int AS denials FROM billing.remittance_claim WHERE control_number = 'ACCOUNT' AND claim_id IS NULL",
    );
    expect(left).toEqual({ unmatched: 0, denials: null });
    const [unapplied] = await app.sql(
      "SELECT coalesce(sum(debit_cents - credit_cents), 0)::int AS cents FROM billing.ledger_entry WHERE account = 'unapplied'",
    );
    expect(unapplied).toEqual({ cents: 0 });
    const [told] = await app.sql("SELECT count(*)::int AS links FROM events.event WHERE name = 'billing.claim-linked'");
    expect(told).toEqual({ links: 700 });
  });

  it('links the decision that fits behind as many as one transaction tells that fit no claim', async () => {
    const nobody = Array.from({ length: MOST_LINKS }, (_, at) => ({
      number: 'NOBODY',
      payerNumber: `X${at}`,
      chargeCents: 1000,
    }));
    await app.bring(anEra({ trace: 'NOBODY', claims: nobody }));
    await app.bring(aClaimFile([{ number: 'F9', lines }]));
    await app.bring(anEra({ trace: 'F9', claims: [{ number: 'F9', chargeCents: 21500 }] }));
    const links: number[] = [];
    await app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test.prepare', kind: 'claim' }, async (tx) => {
      await tx.execute(
        "UPDATE billing.remittance_claim SET claim_id = NULL WHERE org_id = $1 AND control_number = 'F9'",
        [tx.orgId],
      );
      links.push(await linkDecisionsToClaims(tx, ['NOBODY', 'F9']));
      links.push(await linkDecisionsToClaims(tx, ['NOBODY', 'F9']));
    });
    expect(links).toEqual([1, 0]);
    const [left] = await app.sql(
      "SELECT count(*)::int AS unmatched FROM billing.remittance_claim WHERE control_number IN ('NOBODY', 'F9') AND claim_id IS NULL",
    );
    expect(left).toEqual({ unmatched: MOST_LINKS });
  });
});
