import { DenialCaseLinked, DenialCaseMoved, DenialCaseOpened, DenialCaseReversed } from '@caseboard/contracts';
import type { Page, PatientPayment, Problem, Statement, StatementDetail } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import { accountStory, leftBySecond, leftToPatient } from '../test/account-story.ts';
import { takenBack } from '../test/files.ts';

describe('patient accounts', () => {
  const story = accountStory();

  it('open when a payer leaves a part to a patient, and say where each cent came from', async () => {
    await story.aVisit('A1');
    const account = await story.rep.theAccount();
    expect(account).toMatchObject({
      number: 'ACC-000001',
      state: 'patient-balance',
      patientName: 'WANDA TESTER',
      balanceCents: 4_000,
      heldCents: 0,
      insuranceCents: 0,
      creditCents: 0,
    });
    expect(account.visits).toEqual([
      expect.objectContaining({
        servedOn: '2026-10-01',
        payerName: 'NORTHLAKE HMO',
        chargeCents: 20_000,
        insurerPaidCents: 11_000,
        adjustedCents: 5_000,
        withInsurerCents: 0,
        patientCents: 4_000,
        owesCents: 4_000,
        heldBecause: null,
      }),
    ]);
    expect(account.visits[0]?.parts).toEqual([
      {
        kind: 'deductible',
        words: 'Yearly deductible',
        cents: 3_000,
        from: 'NORTHLAKE HMO',
        remittanceNumber: 'REM-000001',
        on: '2026-11-20',
      },
      expect.objectContaining({ kind: 'copayment', cents: 1_000 }),
    ]);
  });

  it('do not open for contract discounts and denials: what the provider gave up never moves to the patient', async () => {
    await story.claims({ number: 'A1', chargeCents: 20_000 });
    await story.decisions({
      number: 'A1',
      chargeCents: 20_000,
      adjustments: [
        ['CO', '45', 5_000],
        ['CO', '197', 15_000],
      ],
    });
    expect(await story.rep.accounts()).toEqual([]);
  });

  it('open when the claim of a decision turns up later', async () => {
    await story.decisions(leftToPatient('A9'));
    expect(await story.rep.accounts()).toEqual([]);
    await story.claims({ number: 'A9', chargeCents: 20_000 });
    expect((await story.rep.theAccount()).balanceCents).toBe(4_000);
  });

  it('hold a visit while a denial is open on it, and ask again when it is closed', async () => {
    await story.claims({ number: 'A1', chargeCents: 20_000 });
    await story.decisions({
      number: 'A1',
      chargeCents: 20_000,
      adjustments: [
        ['PR', '2', 2_000],
        ['CO', '197', 8_000],
      ],
    });
    const asked = await story.rep.theAccount();
    expect(asked).toMatchObject({ state: 'patient-balance', balanceCents: 2_000, insuranceCents: 8_000 });
    const [caseId, remittanceId] = [uuidv7(), uuidv7()];
    await story.denial(DenialCaseOpened, { caseId, remittanceId, claimId: asked.visits[0]?.claimId ?? null });
    const held = await story.rep.theAccount();
    expect(held).toMatchObject({ state: 'insurance-pending', balanceCents: 2_000, heldCents: 2_000 });
    expect(held.visits[0]?.heldBecause).toMatch(/denial/i);
    const refused = await story.rep.post(`/patient-accounts/${held.id}/statements`);
    expect(refused.body).toMatchObject({ status: 409, code: 'account/nothing-due' });
    await story.denial(DenialCaseMoved, { caseId, from: 'decided', to: 'closed' });
    expect(await story.rep.theAccount()).toMatchObject({
      state: 'patient-balance',
      heldCents: 0,
      version: held.version + 1,
    });
    await story.denial(DenialCaseMoved, { caseId, from: 'closed', to: 'investigating' });
    expect(await story.rep.theAccount()).toMatchObject({ state: 'insurance-pending' });
    await story.denial(DenialCaseReversed, { caseId, remittanceId });
    expect(await story.rep.theAccount()).toMatchObject({ state: 'patient-balance' });
  });

  it('hold a visit whose denial was opened before its claim was known', async () => {
    await story.aVisit('A1');
    const { visits } = await story.rep.theAccount();
    const caseId = uuidv7();
    await story.denial(DenialCaseOpened, { caseId, remittanceId: uuidv7(), claimId: null });
    expect(await story.rep.theAccount()).toMatchObject({ heldCents: 0 });
    await story.denial(DenialCaseLinked, { caseId, claimId: visits[0]?.claimId ?? null });
    expect(await story.rep.theAccount()).toMatchObject({ heldCents: 4_000 });
  });

  it('hold a visit for which another insurer is asked too', async () => {
    await story.aVisit('A1');
    await story.claims({ number: 'A1B', chargeCents: 20_000, sequence: 'S' });
    expect(await story.rep.theAccount()).toMatchObject({
      state: 'insurance-pending',
      balanceCents: 4_000,
      heldCents: 4_000,
    });
  });

  it('ask for what the last insurer left, once it answered, and again for the first one’s part when it takes that back', async () => {
    await story.aVisit('A1');
    await story.claims({ number: 'A1B', chargeCents: 20_000, sequence: 'S' });
    const second = leftBySecond('A1B', 16_000, 1_000);
    await story.decisions(second);
    const account = await story.rep.theAccount();
    expect(account).toMatchObject({
      state: 'patient-balance',
      balanceCents: 1_000,
      heldCents: 0,
      insuranceCents: 0,
    });
    expect(account.visits).toEqual([
      expect.objectContaining({
        chargeCents: 20_000,
        insurerPaidCents: 14_000,
        adjustedCents: 5_000,
        withInsurerCents: 0,
        patientCents: 1_000,
        parts: [expect.objectContaining({ kind: 'coinsurance', cents: 1_000 })],
        heldBecause: null,
      }),
    ]);
    expect(await story.coordination()).toBe(0);
    await story.decisions(takenBack(second));
    expect(await story.rep.theAccount()).toMatchObject({ balanceCents: 4_000, heldCents: 4_000, insuranceCents: 0 });
  });

  it('count a discount once that the second insurer repeats', async () => {
    await story.aVisit('A1');
    await story.claims({ number: 'A1B', chargeCents: 20_000, sequence: 'S' });
    await story.decisions({
      ...leftBySecond('A1B', 11_000, 1_000),
      adjustments: [
        ['OA', '23', 11_000],
        ['CO', '45', 5_000],
        ['PR', '2', 1_000],
      ],
    });
    const { visits, balanceCents } = await story.rep.theAccount();
    expect([balanceCents, visits[0]?.adjustedCents, visits[0]?.withInsurerCents]).toEqual([1_000, 5_000, 0]);
    expect(await story.coordination()).toBe(0);
  });

  it('are the same when the second insurer answers first, under the first claim’s number', async () => {
    await story.claims({ number: 'A1', chargeCents: 20_000 });
    await story.decisions(leftBySecond('A1', 16_000, 1_000));
    await story.decisions({ ...leftToPatient('A1'), payerNumber: 'FIRST' });
    expect(await story.rep.theAccount()).toMatchObject({ balanceCents: 1_000, heldCents: 0, insuranceCents: 0 });
    expect(await story.coordination()).toBe(0);
  });

  it('take a payment to the oldest visit first, keep the rest as credit, and make work of it', async () => {
    await story.aVisit('A1', '20261002');
    await story.aVisit('A0', '20261001');
    const { id } = await story.rep.theAccount();
    const paid = await story.pay(id, 5_000, { reference: '77102' });
    expect([paid.status, paid.body]).toEqual([
      201,
      expect.objectContaining({ number: 'PAY-000001', cents: 5_000, unappliedCents: 0, reference: '77102' }),
    ]);
    expect((paid.body as PatientPayment).applied.map(({ cents }) => cents).sort()).toEqual([1_000, 4_000]);
    const some = await story.rep.theAccount();
    expect(some).toMatchObject({ balanceCents: 3_000, creditCents: 0 });
    expect(some.visits.map(({ servedOn, owesCents }) => [servedOn, owesCents])).toEqual([
      ['2026-10-01', 0],
      ['2026-10-02', 3_000],
    ]);
    await story.pay(id, 3_700);
    expect(await story.rep.theAccount()).toMatchObject({ state: 'refund-due', balanceCents: 0, creditCents: 700 });
    const work = (await story.rep.get<Page<Record<string, unknown>>>('/work-items?queue=credits')).body.items;
    expect(work).toEqual([expect.objectContaining({ number: 'ACC-000001', amountCents: 700, subjectId: id })]);
  });

  it('pay the visit the patient names, and no visit of another', async () => {
    await story.aVisit('A0', '20261001');
    await story.aVisit('A1', '20261002');
    const { id, visits } = await story.rep.theAccount();
    await story.pay(id, 1_500, { claimId: visits[1]?.claimId });
    expect((await story.rep.theAccount()).visits.map(({ owesCents }) => owesCents)).toEqual([4_000, 2_500]);
    const wrong = await story.pay(id, 1_500, { claimId: id });
    expect([wrong.status, (wrong.body as Problem).code]).toEqual([422, 'account/unknown-visit']);
  });

  it('refuse a payment of zero and one of tomorrow, and name the field', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const refused = [await story.pay(id, 0), await story.pay(id, 500, { receivedOn: '2099-01-01' })];
    expect(refused.map(({ body }) => [(body as Problem).code, (body as Problem).errors?.[0]?.pointer])).toEqual([
      ['request/invalid', '/cents'],
      ['request/invalid', '/receivedOn'],
    ]);
    expect((await story.rep.theAccount()).payments).toEqual([]);
  });

  it('take a payment back once; the original stays beside its reversal', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const payment = (await story.pay(id, 5_000)).body as PatientPayment;
    const back = await story.rep.post(`/patient-payments/${payment.id}/reversal`, { reason: 'the check bounced' });
    expect(back.body).toMatchObject({
      cents: 5_000,
      reversalReason: 'the check bounced',
      unappliedCents: 0,
      applied: [],
    });
    expect(await story.rep.theAccount()).toMatchObject({
      state: 'patient-balance',
      balanceCents: 4_000,
      creditCents: 0,
    });
    const again = await story.rep.post(`/patient-payments/${payment.id}/reversal`, { reason: 'again' });
    expect((again.body as Problem).code).toBe('account/payment-reversed');
    const open = (await story.rep.get<Page<unknown>>('/work-items?queue=credits')).body.items;
    expect(open).toEqual([]);
  });

  it('turn what was paid too much into credit when the payer decides again, and use it when more is owed', async () => {
    await story.claims({ number: 'A1', chargeCents: 20_000 });
    const first = leftToPatient('A1');
    await story.decisions(first);
    const { id } = await story.rep.theAccount();
    await story.pay(id, 4_000);
    await story.decisions(takenBack(first), {
      number: 'A1',
      payerNumber: 'SECOND',
      chargeCents: 20_000,
      adjustments: [['PR', '3', 2_500]],
    });
    const less = await story.rep.theAccount();
    expect(less).toMatchObject({ state: 'refund-due', balanceCents: 0, creditCents: 1_500 });
    expect(less.visits[0]?.parts).toEqual([expect.objectContaining({ kind: 'copayment', cents: 2_500 })]);
    await story.aVisit('A2', '20261003');
    expect(await story.rep.theAccount()).toMatchObject({
      state: 'patient-balance',
      balanceCents: 2_500,
      creditCents: 0,
    });
  });

  it('move on with each statement a month apart, and keep what it said', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const printed = await story.rep.post(`/patient-accounts/${id}/statements`);
    expect([printed.status, printed.body]).toEqual([
      201,
      expect.objectContaining({ number: 'STM-000001', balanceCents: 4_000, asOf: expect.any(Number) }),
    ]);
    await story.rep.post(`/patient-accounts/${id}/statements`);
    expect(await story.rep.theAccount()).toMatchObject({ state: 'statement-1', lastStatementOn: expect.any(String) });
    await story.pay(id, 1_000);
    const statement = printed.body as Statement;
    const { body } = await story.rep.get<StatementDetail>(`/statements/${statement.id}`);
    expect(body).toMatchObject({
      balanceCents: 4_000,
      patientName: 'WANDA TESTER',
      organisationName: expect.any(String),
    });
    expect(body.visits.map(({ owesCents, parts }) => [owesCents, parts.length])).toEqual([[4_000, 2]]);
    const page = await story.rep.get(`/statements/${statement.id}/html`);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('You owe $40.00');
    expect(page.text).not.toMatch(/<script|M54|99213/);
    const paper = await story.rep.bytes(`/statements/${statement.id}/pdf`);
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.toString('latin1')).toMatch(/\/Lang \(en-US\)/);
  });

  it('tell their story in order', async () => {
    await story.aVisit('A1');
    const { id } = await story.rep.theAccount();
    const payment = (await story.pay(id, 100)).body as PatientPayment;
    await story.rep.post(`/patient-payments/${payment.id}/reversal`, { reason: 'wrong person' });
    await story.rep.post(`/patient-accounts/${id}/statements`);
    const { timeline } = await story.rep.theAccount();
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'decision',
      'opened',
      'payment',
      'payment-reversed',
      'statement',
    ]);
    expect(timeline[0]).toMatchObject({ evidence: 'REM-000001', amountCents: 4_000 });
  });
});
