import type { Claim, RejectionCase } from '@caseboard/contracts';
import { aClaimFile } from '../test/a-claim-file.ts';
import type { FiledClaim } from '../test/a-claim-file.ts';
import { aClaimAnswer, aSetAnswer } from '../test/an-answer.ts';
import { anEra } from '../test/an-era.ts';
import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { DirectRun } from '../test/direct-run.ts';
import { ClaimStatusImport } from './claim-status-import.ts';
import { SetAcknowledgementImport } from './set-acknowledgement-import.ts';

const aClaim = (number: string, cents = 20_000): FiledClaim => ({
  number,
  lines: [{ procedure: '99213', chargeCents: cents }],
});

describe('what comes back for a sent claim', () => {
  let app: BillingApp;
  let ask: Awaited<ReturnType<BillingApp['person']>>;
  let serial = 0;
  beforeAll(async () => {
    app = await billingApp();
    ask = await app.person(['biller']);
  });
  afterAll(() => app.close());

  const bring = (content: string) => app.bring(content, `f${(serial += 1)}.edi`);
  const claimOf = async (number: string): Promise<Claim> => {
    const { body } = await ask(`/claims?text=${number}`);
    return (await ask(`/claims/${body.items[0].id}`)).body as Claim;
  };
  const rejections = async (query = ''): Promise<RejectionCase[]> => (await ask(`/rejections${query}`)).body.items;

  it('accepted, then rejected, then accepted: all of it is kept and the furthest counts', async () => {
    await bring(aClaimFile([aClaim('K1')]));
    await bring(aClaimAnswer([{ number: 'K1', codes: ['A1:19:PR'] }], { number: 11 }));
    expect((await claimOf('K1')).state).toBe('accepted');
    await bring(aClaimAnswer([{ number: 'K1', codes: ['A7:562:85', 'A8:400'] }], { number: 12 }));
    expect((await claimOf('K1')).state).toBe('rejected');
    await bring(aClaimAnswer([{ number: 'K1', codes: ['A2:20:PR'], payerNumber: 'ICN-7' }], { number: 13 }));
    const claim = await claimOf('K1');
    expect(claim.state).toBe('payer-accepted');
    expect(claim.acknowledgements.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'accepted']);
    expect(claim.acknowledgements[1]?.statuses.map(({ category, status }) => [category, status])).toEqual([
      ['A7', '562'],
      ['A8', '400'],
    ]);
    expect(claim.acknowledgements[2]?.payerClaimNumber).toBe('ICN-7');
    expect(claim.timeline.map(({ kind }) => kind)).toEqual(['sent', 'accepted', 'rejected', 'accepted']);
    expect((await rejections()).map(({ controlNumber, state }) => [controlNumber, state])).toContainEqual([
      'K1',
      'open',
    ]);
  });

  it('A3 is a rejection: work in the queue of rejections, and never a denial', async () => {
    await bring(aClaimFile([aClaim('K2')]));
    const job = await bring(aClaimAnswer([{ number: 'K2', codes: ['A3:21:40'] }], { number: 21 }));
    expect(job).toMatchObject({
      kind: '277ca',
      state: 'done',
      counts: { acknowledgements: 1, rejections: 1, claims: 1 },
    });
    const [rejection] = await rejections('?text=K2');
    expect(rejection).toMatchObject({
      source: '277ca',
      state: 'open',
      chargeCents: 20_000,
      rejectedOn: '2026-11-03',
      dueOn: null,
      dueRule: 'no rule on file',
    });
    expect(rejection?.statuses[0]?.words).toContain('Returned, not processed');
    const items = await app.sql<{ code: string; key: string }>(
      `SELECT w.code, q.key FROM worklist.work_item w JOIN worklist.queue q ON q.org_id = w.org_id AND q.id = w.queue_id
       WHERE w.subject_id = '${rejection?.id}'`,
    );
    expect(items).toEqual([{ code: 'A3 21', key: 'rejections' }]);
    expect((await claimOf('K2')).state).toBe('rejected');
    expect(await app.sql('SELECT 1 FROM billing.claim_standing')).toEqual([]);
  });

  it('the time to file runs on: the deadline counts from the date of service by the payer’s rule', async () => {
    await bring(aClaimFile([{ ...aClaim('K3'), payer: { name: 'STRICT HEALTH', id: '77777' } }]));
    await app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test.prepare', kind: 'payer' }, (tx) =>
      tx.execute(
        `INSERT INTO records.payer_rule (org_id, id, payer_id, kind, days, counts, effective_from, source)
         SELECT $1, gen_random_uuid(), p.id, 'timely-filing', 90, 'calendar', '2020-01-01', 'manual 3' FROM records.payer p
         WHERE p.org_id = $1 AND p.payer_code = '77777'`,
        [tx.orgId],
      ),
    );
    await bring(aClaimAnswer([{ number: 'K3', codes: ['A6:123'] }], { number: 31 }));
    expect((await rejections('?text=K3'))[0]).toMatchObject({
      dueOn: '2026-12-30',
      dueRule: 'timely filing within 90 calendar days (manual 3)',
    });
  });

  it('a 999 that rejects a file rejects every claim in it, one that takes it acknowledges them', async () => {
    await bring(aClaimFile([aClaim('K4'), aClaim('K5')]));
    const job = await bring(aSetAnswer('A', { number: 41 }));
    expect(job).toMatchObject({ kind: '999', state: 'done', counts: { acknowledgements: 1, rejections: 0 } });
    expect([(await claimOf('K4')).state, (await claimOf('K5')).state]).toEqual(['acknowledged', 'acknowledged']);
    await bring(aSetAnswer('R', { number: 42, errors: ['5'] }));
    expect([(await claimOf('K4')).state, (await claimOf('K5')).state]).toEqual(['rejected', 'rejected']);
    expect((await rejections('?text=K4'))[0]).toMatchObject({
      source: '999',
      statuses: [{ category: 'R', status: '5', words: 'The file was rejected: segments have errors' }],
    });
    expect((await claimOf('K1')).state).toBe('payer-accepted');
  });

  it('an answer to a claim nobody sent is kept, warns and changes nothing', async () => {
    const job = await bring(aClaimAnswer([{ number: 'UNKNOWN-1', codes: ['A7:562:85'] }], { number: 51 }));
    expect(job).toMatchObject({ state: 'done', errors: [{ code: 'acknowledgement/unmatched', severity: 'warning' }] });
    expect(job.errors[0]?.message).toContain('UNKNOWN-1');
    expect(await app.sql("SELECT claim_id FROM billing.acknowledgement WHERE control_number = 'UNKNOWN-1'")).toEqual([
      { claim_id: null },
    ]);
    const other = await bring(aSetAnswer('R', { group: '998877', number: 52 }));
    expect(other).toMatchObject({
      state: 'done',
      errors: [{ code: 'acknowledgement/unmatched', severity: 'warning' }],
    });
    expect(await app.sql("SELECT claims FROM billing.acknowledged_set WHERE group_control_number = '998877'")).toEqual([
      { claims: 0 },
    ]);
  });

  it('a file whose envelope is broken changes nothing at all', async () => {
    await bring(aClaimFile([aClaim('K6')]));
    const whole = aClaimAnswer([{ number: 'K6', codes: ['A3:21'] }], { number: 61 });
    const job = await bring(whole.replace(/SE\*\d+/, 'SE*99'));
    expect(job).toMatchObject({ state: 'rejected', errors: [{ code: 'x12/count-mismatch' }] });
    expect(await claimOf('K6')).toMatchObject({ state: 'sent', acknowledgements: [] });
    expect(await bring(aSetAnswer('R', { number: 62 }).replace(/IEA\*1/, 'IEA*2'))).toMatchObject({
      state: 'rejected',
    });
  });

  it('the same file twice is one answer', async () => {
    await bring(aClaimFile([aClaim('K7')]));
    const answer = aClaimAnswer([{ number: 'K7', codes: ['A3:21'] }], { number: 71 });
    const first = await bring(answer);
    expect(await bring(answer)).toMatchObject({ state: 'done', duplicateOf: first.id });
    expect((await claimOf('K7')).acknowledgements).toHaveLength(1);
    expect(await rejections('?text=K7')).toHaveLength(1);
  });

  it('a 277 says that it is pending or waits for information; what it calls decided decides nothing', async () => {
    await bring(aClaimFile([aClaim('K8')]));
    await bring(aClaimAnswer([{ number: 'K8', codes: ['P1:20'] }], { number: 81, is277: true }));
    expect((await claimOf('K8')).state).toBe('pending');
    await bring(aClaimAnswer([{ number: 'K8', codes: ['P3:317'] }], { number: 82, is277: true }));
    expect((await claimOf('K8')).state).toBe('info-requested');
    await bring(aClaimAnswer([{ number: 'K8', codes: ['F2:88:QC'] }], { number: 83, is277: true }));
    const claim = await claimOf('K8');
    expect([claim.state, claim.acknowledgements.at(-1)?.outcome, claim.paidCents]).toEqual([
      'info-requested',
      'finalized',
      0,
    ]);
    expect(await rejections('?text=K8')).toEqual([]);
  });

  it('a claim that was decided stays decided, whatever comes late', async () => {
    await bring(aClaimFile([aClaim('K9')]));
    await bring(
      anEra({ trace: 'T9', claims: [{ number: 'K9', lines: [{ procedure: '99213', chargeCents: 20_000 }] }] }),
    );
    await bring(aClaimAnswer([{ number: 'K9', codes: ['A3:21'] }], { number: 91 }));
    expect((await claimOf('K9')).state).toBe('paid-full');
    expect(await rejections('?text=K9')).toEqual([]);
  });

  it('is hidden with its rejection where the facility is gated, but for those assigned to it', async () => {
    await app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test.prepare', kind: 'facility' }, (tx) =>
      tx.execute(
        "INSERT INTO identity.facility (org_id, id, name, npi, is_gated) VALUES ($1, gen_random_uuid(), 'Unit 9', '1992799999', true)",
        [tx.orgId],
      ),
    );
    await bring(aClaimFile([aClaim('G1')], '1992799999'));
    await bring(aClaimAnswer([{ number: 'G1', codes: ['A3:21'] }], { number: 101 }));
    const [row] = await app.sql<{ id: string; facility: string }>(
      "SELECT id, facility_id AS facility FROM billing.rejection_case WHERE control_number = 'G1'",
    );
    expect(await rejections('?text=G1')).toEqual([]);
    expect((await ask(`/rejections/${row?.id}`)).status).toBe(404);
    const assigned = await app.person(['biller'], [row?.facility ?? '']);
    expect((await assigned(`/rejections/${row?.id}`)).body).toMatchObject({ controlNumber: 'G1' });
    expect((await app.person(['coder']).then((coder) => coder('/rejections'))).status).toBe(403);
  });

  it.each([
    ['before a chunk committed', 2, false],
    ['after a chunk committed', 1, true],
  ])('is taken in once, though the worker died %s', async (_words, chunk, isCommitted) => {
    const prefix = isCommitted ? 'DA' : 'DB';
    const numbers = Array.from({ length: 150 }, (_, at) => `${prefix}${at}`);
    await bring(aClaimFile(numbers.map((number) => aClaim(number))));
    const text = aClaimAnswer(
      numbers.map((number, at) => ({ number, codes: [at % 3 === 0 ? 'A3:21' : 'A1:19'] })),
      { number: isCommitted ? 111 : 112 },
    );
    const run = new DirectRun(app.lakeside.orgId, await app.keep(text), text, { chunk, isCommitted });
    Object.assign(run, { kind: '277ca' });
    await run.toTheEnd(app.get(ClaimStatusImport));
    expect(run.chunks).toBeGreaterThan(1);
    const [counts] = await app.sql(
      `SELECT (SELECT count(*)::int FROM billing.acknowledgement WHERE control_number LIKE '${prefix}%') AS answers,
         (SELECT count(*)::int FROM billing.rejection_case WHERE control_number LIKE '${prefix}%') AS rejections`,
    );
    expect(counts).toEqual({ answers: 150, rejections: 50 });
  });

  it('a 999 reaches every claim of a file once, though the worker died in the middle', async () => {
    const numbers = Array.from({ length: 150 }, (_, at) => `N${at}X`);
    await bring(aClaimFile(numbers.map((number) => aClaim(number))));
    const text = aSetAnswer('R', { errors: ['5'], number: 121 });
    const run = new DirectRun(app.lakeside.orgId, await app.keep(text), text, { chunk: 2, isCommitted: true });
    Object.assign(run, { kind: '999' });
    await run.toTheEnd(app.get(SetAcknowledgementImport));
    const [counts] = await app.sql(
      `SELECT (SELECT count(*)::int FROM billing.acknowledgement WHERE import_id = '${run.importId}') AS answers,
         (SELECT count(*)::int FROM billing.rejection_case WHERE control_number LIKE 'N%X') AS rejections,
         (SELECT claims FROM billing.acknowledged_set WHERE import_id = '${run.importId}') AS claims`,
    );
    expect(counts).toEqual({ answers: 150, rejections: 150, claims: 150 });
  });

  it('is found with its claim by number and by the patient’s name, and by nobody without the right', async () => {
    await bring(aClaimFile([{ ...aClaim('FIND-77'), patient: ['QUIXANO', 'ALONSO'] }]));
    const found = async (text: string, who = ask) =>
      ((await who(`/search?text=${text}`)).body.items as { kind: string; detail: string }[]).filter(
        ({ kind }) => kind === 'claim',
      );
    expect(await found('FIND-7')).toMatchObject([{ detail: 'FIND-77, 2026-10-01, sent' }]);
    expect(await found('quixan')).toHaveLength(1);
    expect(await found('quixan', await app.person(['physician']))).toEqual([]);
  });
});
