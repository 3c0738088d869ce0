import type { Claim, ClaimSummary, Page, Remittance, RemittanceSummary } from '@caseboard/contracts';
import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { aClaimFile } from '../test/a-claim-file.ts';
import { anEra } from '../test/an-era.ts';
import { ClaimDecisions } from './claim-decisions.service.ts';

describe('claims and remittances over HTTP', () => {
  let app: BillingApp;
  let ask: Awaited<ReturnType<BillingApp['person']>>;
  const GATED_NPI = '1003000126';
  const lines = [
    { procedure: '99214', chargeCents: 20000 },
    { procedure: '72148', chargeCents: 80000 },
  ];

  beforeAll(async () => {
    app = await billingApp();
    ask = await app.person(['biller']);
    await app.bring(
      aClaimFile([
        { number: 'H1', lines, patient: ['RIVERA', 'ANA'] },
        { number: 'H2', lines },
        { number: 'OTHER', lines },
      ]),
    );
    await app.bring(
      anEra({
        trace: 'T-H1',
        plb: [['L6', 'INT', -500]],
        claims: [
          {
            number: 'H1',
            lines: [
              { procedure: '72148', chargeCents: 80000, adjustments: [['CO', '197', 80000]], remarks: ['N130', 'M62'] },
              {
                procedure: '99214',
                chargeCents: 20000,
                adjustments: [
                  ['CO', '45', 5000],
                  ['PR', '1', 15000],
                ],
              },
            ],
          },
        ],
      }),
    );
  });
  afterAll(() => app.close());

  const claims = async (query = ''): Promise<Page<ClaimSummary>> => (await ask(`/claims${query}`).expect(200)).body;
  const remittances = async (query = ''): Promise<Page<RemittanceSummary>> =>
    (await ask(`/remittances${query}`).expect(200)).body;

  it('lists claims newest first, page by page, each once', async () => {
    const first = await claims('?limit=2');
    expect(first.items.map(({ controlNumber }) => controlNumber)).toEqual(['OTHER', 'H2']);
    const second = await claims(`?limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map(({ controlNumber }) => controlNumber)).toEqual(['H1']);
    expect(second.nextCursor).toBeNull();
    expect(first.asOf).toBeGreaterThan(0);
  });

  it('finds claims by state, by payer and by the beginning of a number', async () => {
    expect((await claims('?state=denied')).items.map(({ controlNumber }) => controlNumber)).toEqual(['H1']);
    expect((await claims('?text=H')).items.map(({ controlNumber }) => controlNumber)).toEqual(['H2', 'H1']);
    expect((await claims('?text=CLM-000003')).items.map(({ controlNumber }) => controlNumber)).toEqual(['OTHER']);
    const payer = (await claims()).items[0]?.payerId;
    expect((await claims(`?payer=${payer}&sort=number`)).items.map(({ controlNumber }) => controlNumber)).toEqual([
      'H1',
      'H2',
      'OTHER',
    ]);
    await ask('/claims?sort=patient').expect(400);
    await ask(`/claims?cursor=${(await claims('?limit=1')).nextCursor}&state=sent`).expect(400);
  });

  it('opens a claim: each line with what the payer did to it, and what happened', async () => {
    const id = (await claims('?text=H1')).items[0]?.id;
    const claim: Claim = (await ask(`/claims/${id}`).expect(200)).body;
    expect(claim).toMatchObject({
      number: 'CLM-000001',
      state: 'denied',
      patientName: 'ANA RIVERA',
      payerName: 'NORTHLAKE HMO',
      chargeCents: 100000,
      paidCents: 0,
      serviceFrom: '2026-10-01',
    });
    expect(
      claim.lines.map(({ lineNumber, procedure, paidCents, adjustments }) => [
        lineNumber,
        procedure,
        paidCents,
        adjustments.map(({ group, carc, words, isDenial }) => [group, carc, words, isDenial]),
      ]),
    ).toEqual([
      [
        1,
        '99214',
        0,
        [
          ['CO', '45', 'Over the contracted or fee schedule amount', false],
          ['PR', '1', 'Deductible', false],
        ],
      ],
      [2, '72148', 0, [['CO', '197', 'No prior authorization', true]]],
    ]);
    expect(claim.adjustments).toEqual([]);
    expect(claim.timeline.map(({ kind, text, amountCents }) => [kind, text, amountCents])).toEqual([
      ['sent', 'Sent to NORTHLAKE HMO', 100000],
      ['denied', 'NORTHLAKE HMO denied: CO-197 No prior authorization', 80000],
    ]);
  });

  it('opens a remittance with its claims and PLB', async () => {
    const [summary] = (await remittances('?text=T-H1')).items;
    const found: Remittance = (await ask(`/remittances/${summary?.id}`).expect(200)).body;
    expect(found).toMatchObject({
      number: 'REM-000001',
      state: 'posted',
      trace: 'T-H1',
      paidCents: 500,
      paidOn: '2026-11-20',
      claims: 1,
      claimsPosted: 1,
      denials: 1,
    });
    expect(found.providerAdjustments).toEqual([
      { id: expect.any(String), reason: 'L6', reference: 'INT', amountCents: -500 },
    ]);
    expect(found.remittanceClaims).toMatchObject([
      {
        controlNumber: 'H1',
        statusCode: '1',
        isReversal: false,
        chargeCents: 100000,
        paidCents: 0,
        patientCents: 15000,
      },
    ]);
    expect((await remittances(`?ids=${summary?.id}`)).items).toEqual([summary]);
    expect((await remittances('?state=posting')).items).toEqual([]);
  });

  it('gives denials everything a case needs', async () => {
    const [row] = await app.sql<{ id: string }>("SELECT id FROM billing.remittance_claim WHERE control_number = 'H1'");
    const id = row?.id as string;
    const found = await app.uow.peek(app.lakeside.orgId, (tx) => app.get(ClaimDecisions).load(tx, [id]));
    expect(found.get(id)).toMatchObject({
      claimNumber: 'CLM-000001',
      controlNumber: 'H1',
      payerName: 'NORTHLAKE HMO',
      remittanceNumber: 'REM-000001',
      decidedOn: '2026-11-20',
      serviceFrom: '2026-10-01',
      patientName: 'ANA RIVERA',
      patient: expect.stringMatching(/^AR/),
      isReversal: false,
      reversesId: null,
      denials: [
        { group: 'CO', carc: '197', amountCents: 80000, lineNumber: 1, procedure: '72148', rarcs: ['N130', 'M62'] },
      ],
    });
  });

  it('hides what belongs to a gated facility from everybody who is not assigned to it', async () => {
    const gated = await app.lakeside.facility('Behavioural health', true);
    await app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute('UPDATE identity.facility SET npi = $3 WHERE org_id = $1 AND id = $2', [tx.orgId, gated, GATED_NPI]),
    );
    await app.bring(aClaimFile([{ number: 'G1', lines }], GATED_NPI));
    await app.bring(
      anEra({
        trace: 'G1',
        payeeNpi: GATED_NPI,
        claims: [{ number: 'G1', lines: [{ procedure: '99214', chargeCents: 20000 }] }],
      }),
    );
    const assigned = await app.person(['biller'], [gated]);
    const [claim] = (await assigned('/claims?text=G1').expect(200)).body.items;
    const [remittance] = (await assigned('/remittances?text=G1').expect(200)).body.items;
    await assigned(`/claims/${claim.id}`).expect(200);
    await assigned(`/remittances/${remittance.id}`).expect(200);
    expect((await claims('?text=G1')).items).toEqual([]);
    expect((await remittances('?text=G1')).items).toEqual([]);
    await ask(`/claims/${claim.id}`).expect(404);
    await ask(`/remittances/${remittance.id}`).expect(404);
    const ops = await app.sql(
      `SELECT DISTINCT op FROM events.delivery WHERE kind = 'remittance' AND id = '${remittance.id}'`,
    );
    expect(ops).toEqual([{ op: 'touch' }]);
  });

  it('hides everything of one organisation from another, and all of it from who may not read it', async () => {
    const harbor = await app.organisation('harbor');
    const stranger = await app.person(['biller'], [], harbor);
    const [claim] = (await claims('?text=H1')).items;
    const [remittance] = (await remittances('?text=T-H1')).items;
    expect((await stranger('/claims').expect(200)).body.items).toEqual([]);
    await stranger(`/claims/${claim?.id}`).expect(404);
    await stranger(`/remittances/${remittance?.id}`).expect(404);
    const physician = await app.person(['physician']);
    await physician('/claims').expect(403);
    await physician(`/remittances/${remittance?.id}`).expect(403);
    const coder = await app.person(['coder']);
    await coder(`/claims/${claim?.id}`).expect(200);
    await coder('/remittances').expect(403);
  });
});
