import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { aClaimFile } from '../test/a-claim-file.ts';
import { anEra } from '../test/an-era.ts';

describe('posting a remittance', () => {
  let app: BillingApp;
  beforeAll(async () => {
    app = await billingApp();
  });
  afterAll(() => app.close());

  /** What an account of a claim's ledger stands at. */
  const ledgerOf = async (controlNumber: string) => {
    const rows = await app.sql<{ account: string; cents: string }>(
      `SELECT e.account, sum(e.debit_cents - e.credit_cents) AS cents FROM billing.ledger_entry e
       LEFT JOIN billing.claim c ON c.org_id = e.org_id AND c.id = e.claim_id
       LEFT JOIN billing.remittance_claim d ON d.org_id = e.org_id AND d.id = e.remittance_claim_id
       WHERE coalesce(c.control_number, d.control_number) = '${controlNumber}' GROUP BY 1 HAVING sum(e.debit_cents - e.credit_cents) <> 0`,
    );
    return Object.fromEntries(rows.map(({ account, cents }) => [account, Number(cents)]));
  };

  it('pays, writes off, bills the patient and holds what was denied', async () => {
    await app.bring(
      aClaimFile([
        {
          number: 'A1',
          lines: [
            { procedure: '99214', chargeCents: 20000 },
            { procedure: '72148', chargeCents: 80000 },
          ],
        },
      ]),
    );
    const job = await app.bring(
      anEra({
        trace: 'T1',
        claims: [
          {
            number: 'A1',
            lines: [
              {
                procedure: '99214',
                chargeCents: 20000,
                adjustments: [
                  ['CO', '45', 5000],
                  ['PR', '3', 2000],
                ],
              },
              { procedure: '72148', chargeCents: 80000, adjustments: [['CO', '197', 80000]], remarks: ['N130'] },
            ],
          },
        ],
        plb: [['WO', 'OLD', 1000]],
      }),
    );
    expect(job).toMatchObject({
      state: 'done',
      counts: { transactions: 1, claims: 1, serviceLines: 2, adjustments: 3, denials: 1, workItems: 1 },
    });
    expect(await ledgerOf('A1')).toEqual({
      revenue: -100000,
      'remittance-clearing': 13000,
      'contractual-adjustment': 5000,
      'patient-receivable': 2000,
      'disputed-receivable': 80000,
    });
    const [claim] = await app.sql(
      "SELECT s.state, s.paid_cents, s.denied_cents FROM billing.claim c JOIN billing.claim_standing s ON s.claim_id = c.id WHERE c.control_number = 'A1'",
    );
    expect(claim).toEqual({ state: 'paid-partial', paid_cents: '13000', denied_cents: '80000' });
  });

  const stateOf = async (number: string) =>
    (
      await app.sql<{ state: string }>(
        `SELECT coalesce(s.state, 'sent') AS state FROM billing.claim c LEFT JOIN billing.claim_standing s ON s.claim_id = c.id WHERE c.control_number = '${number}'`,
      )
    )[0]?.state;
  const ledgerBatches = () =>
    app.sql('SELECT batch_id FROM billing.ledger_entry GROUP BY batch_id HAVING sum(debit_cents) <> sum(credit_cents)');
  const adjudicated = (number: string) =>
    app.sql<{ denials: number; isReversal: boolean; claimId: string | null }>(
      `SELECT (e.data ->> 'denials')::int AS denials, (e.data ->> 'isReversal')::boolean AS "isReversal", e.data ->> 'claimId' AS "claimId"
       FROM events.event e JOIN billing.remittance_claim d ON d.id::text = e.id WHERE e.name = 'billing.claim-adjudicated'
       AND d.control_number = '${number}' ORDER BY e.seq`,
    );

  it('takes the payment in with its last chunk, PLB beside it, and leaves nothing in clearing', async () => {
    const [sums] = await app.sql(
      `SELECT sum(debit_cents - credit_cents) FILTER (WHERE account = 'remittance-clearing') AS clearing,
         sum(debit_cents - credit_cents) FILTER (WHERE account = 'cash') AS cash,
         sum(debit_cents - credit_cents) FILTER (WHERE account = 'provider-adjustment') AS plb FROM billing.ledger_entry`,
    );
    expect(sums).toEqual({ clearing: '0', cash: '12000', plb: '1000' });
    const [remittance] = await app.sql(
      'SELECT number, state, claims, claims_posted, denials, paid_cents FROM billing.remittance',
    );
    expect(remittance).toEqual({
      number: 'REM-000001',
      state: 'posted',
      claims: 1,
      claims_posted: 1,
      denials: 1,
      paid_cents: '12000',
    });
    expect(await ledgerBatches()).toEqual([]);
  });

  it('tells denials of each claim, and how many adjustments deny', async () => {
    expect(await adjudicated('A1')).toEqual([{ denials: 1, isReversal: false, claimId: expect.any(String) }]);
  });

  it('mirrors a decision that is taken back, whatever group the reversal names, and keeps both', async () => {
    await app.bring(aClaimFile([{ number: 'R1', lines: [{ procedure: '72148', chargeCents: 80000 }] }]));
    const denied = {
      number: 'R1',
      lines: [{ procedure: '72148', chargeCents: 80000, adjustments: [['CO', '50', 80000]] as const }],
    };
    await app.bring(anEra({ trace: 'R-1', claims: [{ ...denied, status: '4' }] }));
    expect(await stateOf('R1')).toBe('denied');
    const reversal = {
      number: 'R1',
      status: '22',
      lines: [{ procedure: '72148', chargeCents: -80000, adjustments: [['CR', '45', -80000]] as const }],
    };
    await app.bring(anEra({ trace: 'R-2', claims: [reversal] }));
    expect(await stateOf('R1')).toBe('reversed');
    expect(await ledgerOf('R1')).toEqual({ 'insurance-receivable': 80000, revenue: -80000 });
    await app.bring(
      anEra({
        trace: 'R-3',
        claims: [
          { number: 'R1', lines: [{ procedure: '72148', chargeCents: 80000, adjustments: [['CO', '45', 30000]] }] },
        ],
      }),
    );
    expect(await stateOf('R1')).toBe('paid-full');
    expect(await ledgerOf('R1')).toEqual({
      revenue: -80000,
      'remittance-clearing': 50000,
      'contractual-adjustment': 30000,
    });
    expect(await adjudicated('R1')).toMatchObject([{ denials: 1 }, { denials: 0, isReversal: true }, { denials: 0 }]);
    const pair = await app.sql(
      `SELECT d.status, d.reverses_id IS NOT NULL AS reverses, d.reversed_by_id IS NOT NULL AS "reversedBy" FROM billing.remittance_claim d
       WHERE d.control_number = 'R1' ORDER BY d.id`,
    );
    expect(pair).toEqual([
      { status: '4', reverses: false, reversedBy: true },
      { status: '22', reverses: true, reversedBy: false },
      { status: '1', reverses: false, reversedBy: false },
    ]);
  });

  it('takes a decision back and corrects it in one file, where the decision itself stands too', async () => {
    await app.bring(aClaimFile([{ number: 'R2', lines: [{ procedure: '99213', chargeCents: 10000 }] }]));
    const denied = { number: 'R2', chargeCents: 10000, adjustments: [['CO', '50', 10000]] as const };
    const back = {
      number: 'R2',
      status: '22',
      chargeCents: -10000,
      paidCents: 0,
      adjustments: [['CR', '45', -10000]] as const,
    };
    const paid = { number: 'R2', chargeCents: 10000, adjustments: [['CO', '45', 3000]] as const };
    await app.bring(anEra({ trace: 'R2', claims: [denied, back, paid] }));
    expect(await ledgerOf('R2')).toEqual({
      revenue: -10000,
      'remittance-clearing': 7000,
      'contractual-adjustment': 3000,
    });
    expect(await stateOf('R2')).toBe('paid-full');
    const standing = await app.sql(
      "SELECT status FROM billing.remittance_claim WHERE control_number = 'R2' AND reversed_by_id IS NULL ORDER BY ordinal",
    );
    expect(standing).toEqual([{ status: '22' }, { status: '1' }]);
  });

  it('takes back what it decided on a claim, not on the replacement with the same number and charge', async () => {
    const lines = [{ procedure: '99214', chargeCents: 20000 }];
    const decided = { number: 'A7', chargeCents: 20000, adjustments: [['CO', '45', 5000] as const] };
    await app.bring(aClaimFile([{ number: 'A7', lines }]));
    await app.bring(anEra({ trace: 'T7', claims: [decided] }));
    await app.bring(aClaimFile([{ number: 'A7', lines, frequency: '7', originalReference: 'ICNA7' }]));
    const taken = { ...decided, status: '22', chargeCents: -20000, adjustments: [['CO', '45', -5000] as const] };
    await app.bring(anEra({ trace: 'T8', claims: [taken, { ...decided, payerNumber: 'ICN-NEW' }] }));
    expect(
      await app.sql(
        `SELECT c.frequency, s.state, s.paid_cents::int AS paid, (SELECT coalesce(sum(e.debit_cents - e.credit_cents), 0)::int
           FROM billing.ledger_entry e LEFT JOIN billing.remittance_claim d ON d.id = e.remittance_claim_id
           WHERE coalesce(e.claim_id, d.claim_id) = c.id AND e.account = 'insurance-receivable') AS owed
         FROM billing.claim c JOIN billing.claim_standing s ON s.claim_id = c.id WHERE c.control_number = 'A7' ORDER BY c.id`,
      ),
    ).toEqual([
      { frequency: '1', state: 'reversed', paid: 0, owed: 0 },
      { frequency: '7', state: 'paid-full', paid: 15000, owed: 0 },
    ]);
    expect(await ledgerOf('A7')).toMatchObject({ revenue: -20000, 'remittance-clearing': 15000 });
  });

  it('keeps a decision on an unknown claim and links it when the claim comes in', async () => {
    await app.bring(
      anEra({
        trace: 'U1',
        claims: [
          { number: 'U1', lines: [{ procedure: '72148', chargeCents: 80000, adjustments: [['CO', '197', 80000]] }] },
        ],
      }),
    );
    expect(await ledgerOf('U1')).toEqual({ unapplied: -80000, 'disputed-receivable': 80000 });
    expect(await adjudicated('U1')).toEqual([{ denials: 1, isReversal: false, claimId: null }]);
    await app.bring(aClaimFile([{ number: 'U1', lines: [{ procedure: '72148', chargeCents: 80000 }] }]));
    expect(await ledgerOf('U1')).toEqual({ 'disputed-receivable': 80000, revenue: -80000 });
    expect(await stateOf('U1')).toBe('denied');
    const [linked] = await app.sql(
      "SELECT count(*)::int AS times FROM events.event WHERE name = 'billing.claim-linked'",
    );
    expect(linked).toEqual({ times: 1 });
  });

  it('finds a claim by the number the payer gave it before', async () => {
    await app.bring(aClaimFile([{ number: 'I1', lines: [{ procedure: '99213', chargeCents: 10000 }] }]));
    await app.bring(
      anEra({
        trace: 'I1',
        claims: [{ number: 'I1', payerNumber: 'PAYER77', chargeCents: 10000, adjustments: [['CO', '16', 10000]] }],
      }),
    );
    await app.bring(
      anEra({
        trace: 'I2',
        claims: [
          {
            number: 'LOST',
            status: '22',
            payerNumber: 'PAYER77',
            chargeCents: -10000,
            adjustments: [['CO', '16', -10000]],
          },
        ],
      }),
    );
    const rows = await app.sql(
      "SELECT c.control_number FROM billing.remittance_claim d JOIN billing.claim c ON c.id = d.claim_id WHERE d.control_number = 'LOST'",
    );
    expect(rows).toEqual([{ control_number: 'I1' }]);
  });

  it('books nothing for a predetermination, and it decides nothing', async () => {
    await app.bring(aClaimFile([{ number: 'P1', lines: [{ procedure: 'D2740', chargeCents: 90000 }] }]));
    await app.bring(
      anEra({
        trace: 'P1',
        claims: [
          {
            number: 'P1',
            status: '25',
            chargeCents: 90000,
            paidCents: 0,
            adjustments: [
              ['OA', '101', 40000],
              ['CO', '96', 50000],
            ],
          },
        ],
      }),
    );
    expect(await stateOf('P1')).toBe('sent');
    expect(await ledgerOf('P1')).toEqual({ 'insurance-receivable': 90000, revenue: -90000 });
    expect(await adjudicated('P1')).toMatchObject([{ denials: 0 }]);
  });

  it('lets a second payer decide only on what the first left over', async () => {
    await app.bring(aClaimFile([{ number: 'S1', lines: [{ procedure: '99213', chargeCents: 54100 }] }]));
    await app.bring(
      anEra({
        trace: 'S1',
        claims: [
          {
            number: 'S1',
            chargeCents: 54100,
            adjustments: [
              ['CO', '45', 10000],
              ['PR', '2', 4100],
            ],
          },
        ],
      }),
    );
    const payer = { name: 'SECOND PAYER', id: '999' };
    await app.bring(
      anEra({
        trace: 'S2',
        payer,
        claims: [{ number: 'S1', status: '2', chargeCents: 54100, adjustments: [['OA', '23', 50000]] }],
      }),
    );
    expect(await ledgerOf('S1')).toEqual({
      revenue: -54100,
      'remittance-clearing': 44100,
      'contractual-adjustment': 10000,
      'patient-receivable': 4100,
      'coordination-of-benefits': -4100,
    });
  });

  it('takes a second payer’s denial from what the first left over, also when it came before its claim', async () => {
    const payer = { name: 'SECOND PAYER', id: '999' };
    const lines = [{ procedure: '99213', chargeCents: 54100 }];
    const second = (number: string) => ({ number, lines, sequence: 'S', payer });
    const denial = (number: string) => ({
      number,
      status: '4',
      chargeCents: 54100,
      adjustments: [
        ['OA', '23', 50000],
        ['CO', '29', 4100],
      ] as const,
    });
    await app.bring(aClaimFile([{ number: 'D1', lines }, second('D1')]));
    await app.bring(anEra({ trace: 'D1', payer, claims: [denial('D1'), denial('D3')] }));
    await app.bring(aClaimFile([second('D3')]));
    const sent = { revenue: -54100, 'insurance-receivable': 54100 };
    const denied = { 'disputed-receivable': 4100, 'coordination-of-benefits': -4100 };
    expect(await ledgerOf('D1')).toEqual({ ...sent, ...denied });
    expect(await ledgerOf('D3')).toEqual(denied);
  });

  it('posts for an unknown payee and without a date, and says so', async () => {
    const job = await app.bring(
      anEra({ trace: 'W1', payeeNpi: '1999999984', paidOn: null, claims: [{ number: 'W1', chargeCents: 5000 }] }),
    );
    expect(job.state).toBe('done');
    expect(job.errors.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      expect.arrayContaining([
        'warning x12/missing-value',
        'warning remittance/undated',
        'warning remittance/unknown-payee',
      ]),
    );
  });

  it('refuses the ledger a batch that does not add up, and any change of what was booked', async () => {
    const entry = (cents: number) =>
      app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test', kind: 'ledger' }, (tx) =>
        tx.execute(
          `INSERT INTO billing.ledger_entry (org_id, batch_id, ordinal, account, debit_cents, credit_cents, reason, claim_id, posted_at)
           SELECT $1, gen_random_uuid(), 1, 'cash', $2, 0, 'claim-sent', c.id, now() FROM billing.claim c WHERE c.org_id = $1 LIMIT 1`,
          [tx.orgId, cents],
        ),
      );
    await expect(entry(5)).rejects.toThrow(/does not add up/);
    const change = app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test', kind: 'ledger' }, (tx) =>
      tx.execute('UPDATE billing.ledger_entry SET debit_cents = 1 WHERE org_id = $1', [tx.orgId]),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
