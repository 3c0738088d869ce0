import { text } from 'node:stream/consumers';
import type { Claim, LineageAsk } from '@caseboard/contracts';
import { asking } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClaimAnswer } from '../test/an-answer.ts';
import { cpt, dx } from '../test/a-chart.ts';
import { anEra } from '../test/an-era.ts';
import { MadeHere } from '../test/made-here.ts';
import { ClaimLineage } from './claim-lineage.service.ts';
import { ClaimMaker } from './claim-maker.service.ts';
import { Submissions } from './submissions.service.ts';

const NEW_CODES = [dx(1, 'I10'), cpt(2, '99213', { units: 3 })];

describe('claims whose codes changed after they were sent', () => {
  const here = new MadeHere();
  beforeAll(() => here.open());
  afterAll(() => here.app.close());

  const editOf = async (claimId: string) => (await here.edits()).findLast(({ subject_id }) => subject_id === claimId);
  const decide = (id: string, decision: LineageAsk['decision'], note?: string, who = here.biller): Promise<Claim> =>
    here.app.get(ClaimLineage).decide(asking(who), id, { decision, ...(note === undefined ? {} : { note }) });
  const kinds = ({ timeline }: Claim) => timeline.map(({ kind }) => kind);

  /** A claim that left, whose visit was then coded anew. */
  const aLateClaim = async (facts: Parameters<MadeHere['aReadyClaim']>[0] = {}, codes = NEW_CODES): Promise<Claim> => {
    const { id, encounterId } = await here.aReadyClaim(facts);
    await here.send([id]);
    await here.finalize(encounterId as string, codes);
    return here.opened(id);
  };
  const sentText = async (id: string): Promise<string> => {
    const [submission] = (await here.send([id])).items;
    const { content } = await here.app.get(Submissions).download(asking(here.biller), String(submission?.id));
    return text(content);
  };
  /** What the ledger holds of claims, by sending and by decisions. */
  const books = async (...claims: readonly { id: string }[]): Promise<Record<string, number>> => {
    const rows = await here.app.sql<{ account: string; cents: number }>(
      `SELECT e.account, sum(e.debit_cents - e.credit_cents)::int AS cents FROM billing.ledger_entry e
       LEFT JOIN billing.remittance_claim d ON d.id = e.remittance_claim_id
       WHERE coalesce(e.claim_id, d.claim_id) IN (${claims.map(({ id }) => `'${id}'`).join(',')})
       GROUP BY 1 HAVING sum(e.debit_cents - e.credit_cents) <> 0`,
    );
    return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
  };
  const decided = (claim: { controlNumber: string; chargeCents: number }, status: string, sign: 1 | -1 = 1) => ({
    number: claim.controlNumber,
    payerNumber: `ICN${claim.controlNumber}`,
    status,
    chargeCents: sign * claim.chargeCents,
    adjustments: [['CO', '45', sign * 2_550] as const],
  });
  const payer = { name: 'NORTHLAKE HMO', id: 'NLHMO' };
  const replacementOf = async (claim: Claim) => here.opened(String((await decide(claim.id, 'replace')).replacedById));

  it('stays as it was sent when somebody says so, once', async () => {
    const claim = await aLateClaim();
    expect(claim).toMatchObject({ pendingDecision: true, frequency: '1', replacesId: null, replacedById: null });
    const kept = await decide(claim.id, 'no-change', 'Only the order of the diagnoses changed');
    expect(kept).toMatchObject({ pendingDecision: false, replacedById: null, state: 'sent' });
    expect(kept.timeline.at(-1)).toMatchObject({
      kind: 'kept',
      text: 'Codes had changed; decided that it stays as it was sent',
      evidence: 'Only the order of the diagnoses changed',
      actor: `user:${here.biller.userId}`,
    });
    expect(await editOf(claim.id)).toMatchObject({ state: 'done' });
    await expect(decide(claim.id, 'void')).rejects.toMatchObject({
      code: 'claim/no-decision-open',
      details: { current: { id: claim.id, pendingDecision: false } },
    });
  });

  it('is decided over HTTP by those who send claims, once however often they ask, and by nobody else', async () => {
    const { id } = await aLateClaim();
    const [biller, coder] = [await here.app.commander(['biller']), await here.app.commander(['coder'])];
    const body = { decision: 'replace', note: 'Two units more' };
    await coder(`/claims/${id}/lineage`, body, uuidv7()).expect(403);
    await biller(`/claims/${id}/lineage`, { decision: 'nothing' }, uuidv7()).expect(400);
    const key = uuidv7();
    const first = await biller(`/claims/${id}/lineage`, body, key).expect(200);
    const again = await biller(`/claims/${id}/lineage`, body, key).expect(200);
    expect(again.body).toEqual(first.body);
    expect(first.body).toMatchObject({ id, pendingDecision: false, replacedById: expect.any(String) });
    const late = await biller(`/claims/${id}/lineage`, body, uuidv7()).expect(409);
    expect(late.body).toMatchObject({ code: 'claim/no-decision-open', current: { id } });
  });

  it('asks again when the codes change again', async () => {
    const claim = await aLateClaim();
    await decide(claim.id, 'no-change');
    await here.finalize(String(claim.encounterId), [dx(1, 'I10'), cpt(2, '99213', { units: 2 })]);
    expect(await here.opened(claim.id)).toMatchObject({ pendingDecision: true });
    expect(await editOf(claim.id)).toMatchObject({ state: 'open' });
  });

  it('is decided once when two people decide at the same moment', async () => {
    const claim = await aLateClaim();
    const bob = await here.person('Bob', ['biller']);
    const tries = await Promise.allSettled([decide(claim.id, 'replace'), decide(claim.id, 'void', undefined, bob)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'claim/no-decision-open' },
    });
    expect(
      await here.app.sql(`SELECT count(*)::int AS n FROM billing.claim WHERE replaces_id = '${claim.id}'`),
    ).toEqual([{ n: 1 }]);
  });

  it('is not there for people of another facility, and nothing is open about a claim that did not change', async () => {
    const gatedId = await here.aFacility('Quiet House', '1992700005', true);
    const insider = await here.person('Iris', ['biller'], [gatedId]);
    const { id } = await here.aReadyClaimOf(insider, { facilityId: gatedId });
    await expect(decide(id, 'void')).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(decide(id, 'void', undefined, insider)).rejects.toMatchObject({ code: 'claim/no-decision-open' });
  });

  it('waits as a draft until the payer’s number is known, then replaces all lines under it', async () => {
    const claim = await aLateClaim();
    const draft = await replacementOf(claim);
    expect(draft).toMatchObject({
      state: 'draft',
      frequency: '7',
      replacesId: claim.id,
      barriers: ['No payer claim number yet'],
      chargeCents: 37_650,
      encounterId: claim.encounterId,
    });
    expect(draft.controlNumber).not.toBe(claim.controlNumber);
    expect(await editOf(draft.id)).toMatchObject({ state: 'open', needs: 'No payer claim number yet' });
    expect(await editOf(claim.id)).toMatchObject({ state: 'done' });
    const old = await here.opened(claim.id);
    expect(old.timeline.at(-1)?.text).toBe(`Decided to replace it by ${draft.number}`);
    expect(draft.timeline[0]?.text).toBe(
      `Made from the final codes to replace ${claim.number}; one thing bars sending`,
    );

    const said = { number: claim.controlNumber, codes: ['A2:20:PR'], payerNumber: 'PAYER-1' };
    await here.app.bring(aClaimAnswer([said], { number: 901 }));
    await here.settle();
    const ready = await here.opened(draft.id);
    expect(ready).toMatchObject({ state: 'ready', barriers: [] });
    expect(await editOf(draft.id)).toMatchObject({ state: 'done' });
    const file = await sentText(draft.id);
    expect(file).toContain(`CLM*${draft.controlNumber}*376.5***22:B:7*`);
    expect(file).toContain('REF*F8*PAYER-1~');
    expect(kinds(await here.opened(draft.id))).toEqual(['made-to-replace', 'priced-again', 'sent']);
  });

  it('is built again from newer codes while the replacement has not left, and asks about that one after', async () => {
    const claim = await aLateClaim();
    const draft = await replacementOf(claim);
    await here.finalize(String(claim.encounterId), [dx(1, 'I10'), cpt(2, '99213')]);
    expect(await here.opened(draft.id)).toMatchObject({ chargeCents: 12_550, frequency: '7', state: 'draft' });
    expect(await here.opened(claim.id)).toMatchObject({ pendingDecision: false });
    await here.app.bring(
      aClaimAnswer([{ number: claim.controlNumber, codes: ['A2:20:PR'], payerNumber: 'PAYER-2' }], { number: 902 }),
    );
    await here.settle();
    await here.send([draft.id]);
    await here.finalize(String(claim.encounterId), NEW_CODES);
    expect(await here.opened(draft.id)).toMatchObject({ pendingDecision: true });
    expect(await here.opened(claim.id)).toMatchObject({ pendingDecision: false, replacedById: draft.id });
    const next = await replacementOf(await here.opened(draft.id));
    expect(next).toMatchObject({ replacesId: draft.id, frequency: '7', state: 'draft' });
  });

  it('follows a rejected claim with an original: the payer never had that one', async () => {
    const claim = await here.aReadyClaim();
    await here.send([claim.id]);
    await here.app.bring(aClaimAnswer([{ number: claim.controlNumber, codes: ['A3:21:40'] }], { number: 903 }));
    await here.finalize(String(claim.encounterId), NEW_CODES);
    const next = await replacementOf(await here.opened(claim.id));
    expect(next).toMatchObject({ state: 'ready', frequency: '1', barriers: [], replacesId: claim.id });
    await here.send([next.id]);
    expect(await books(claim)).toEqual({});
    expect(await books(next)).toEqual({ 'insurance-receivable': 37_650, revenue: -37_650 });
  });

  it('owes the new charge and no longer the old one; the payer’s reversal and new decision close both', async () => {
    const claim = await aLateClaim();
    await here.app.bring(anEra({ trace: 'L1', payer, claims: [decided(claim, '1')] }));
    await here.settle();
    expect(await books(claim)).toMatchObject({ revenue: -12_550, 'contractual-adjustment': 2_550 });
    const next = await replacementOf(claim);
    expect(next.state).toBe('ready');
    expect(await books(claim, next)).toMatchObject({ revenue: -12_550 });
    expect(await sentText(next.id)).toContain(`REF*F8*ICN${claim.controlNumber}~`);
    // Decided and replaced: in credit by its charge until the payer takes its decision back.
    expect(await books(claim)).toMatchObject({ 'insurance-receivable': -12_550, 'remittance-clearing': 10_000 });
    expect(await books(claim, next)).toMatchObject({ revenue: -37_650, 'insurance-receivable': 25_100 });

    await here.app.bring(anEra({ trace: 'L2', payer, claims: [decided(claim, '22', -1), decided(next, '1')] }));
    expect(await here.opened(claim.id)).toMatchObject({ state: 'reversed', paidCents: 0 });
    expect(await here.opened(next.id)).toMatchObject({ state: 'paid-full', paidCents: 35_100 });
    expect(await books(claim)).toEqual({});
    expect(await books(next)).toEqual({
      revenue: -37_650,
      'contractual-adjustment': 2_550,
      'remittance-clearing': 35_100,
    });
    expect(kinds(await here.opened(claim.id))).toEqual([
      ...['made', 'sent', 'changed-after-sent', 'paid', 'replaced', 'reversed'],
    ]);
  });

  it('voids a stay with its own content, and owes nothing once the payer took it back', async () => {
    const stay = { class: 'inpatient' as const, startedOn: '2026-02-02', endedOn: '2026-02-04' };
    const { id, encounterId } = await here.aReadyClaim(stay, [dx(1, 'J18.9', 'Y')]);
    await here.send([id]);
    const claim = await here.opened(id);
    await here.app.bring(anEra({ trace: 'L3', payer, claims: [decided(claim, '1')] }));
    await here.finalize(String(encounterId), [dx(1, 'J15.9', 'Y')]);
    const voided = await here.opened(String((await decide(id, 'void', 'Billed to the wrong payer')).replacedById));
    expect(voided).toMatchObject({ frequency: '8', replacesId: id, state: 'ready', chargeCents: 400_000 });
    expect(voided.diagnoses).toMatchObject([{ code: 'J18.9', presentOnAdmission: 'Y' }]);
    expect(voided.lines).toMatchObject([{ revenueCode: '0120', units: 2, chargeCents: 400_000 }]);
    const file = await sentText(voided.id);
    expect(file).toContain(`CLM*${voided.controlNumber}*4000***11:A:8*`);
    expect(file).toContain(`REF*F8*ICN${claim.controlNumber}~`);
    expect(file).toContain('HI*BG:D6~');
    expect(await books(voided)).toEqual({});
    expect(await books(claim)).toEqual({
      'insurance-receivable': -400_000,
      'remittance-clearing': 397_450,
      'contractual-adjustment': 2_550,
    });
    await here.app.bring(anEra({ trace: 'L4', payer, claims: [decided(claim, '22', -1)] }));
    expect(await books(claim, voided)).toEqual({});
    expect((await here.opened(id)).timeline.find(({ kind }) => kind === 'voided')).toMatchObject({
      text: `Decided to void it by ${voided.number}`,
      evidence: 'Billed to the wrong payer',
    });
  });

  it('makes a new original of a visit whose claim was voided, when it is coded again', async () => {
    const claim = await aLateClaim();
    await decide(claim.id, 'void');
    await here.finalize(String(claim.encounterId), [dx(1, 'I10'), cpt(2, '99213')]);
    const claims = await here.app.sql<{ frequency: string; replaces: boolean }>(
      `SELECT frequency, replaces_id IS NOT NULL AS replaces FROM billing.claim WHERE encounter_id = '${claim.encounterId}' ORDER BY id`,
    );
    expect(claims).toEqual([
      { frequency: '1', replaces: false },
      { frequency: '8', replaces: true },
      { frequency: '1', replaces: false },
    ]);
  });

  it('builds all other drafts again when one of them cannot be', async () => {
    const codes = [dx(1, 'I10'), cpt(2, '73030')];
    const visits: string[] = [];
    for (let count = 0; count < 3; count += 1) visits.push(await here.visit());
    for (const visit of visits) await here.finalize(visit, codes);
    const drafts = await Promise.all(visits.map((visit) => here.claimOf(visit)));
    const maker = here.app.get(ClaimMaker);
    const retry = maker.retry.bind(maker);
    let tries = 0;
    maker.retry = async (tx, id) => {
      if (id !== drafts[0]?.id) return retry(tx, id);
      tries += 1;
      throw new Error('it breaks');
    };
    const admin = await here.person('Ada', ['admin']);
    await here.add(admin, { code: '73030', cents: 9_900, effectiveFrom: '2026-01-01' });
    await here.settle();
    maker.retry = retry;
    const states = await Promise.all(drafts.map(async ({ id }) => (await here.opened(id)).state));
    expect([states, tries]).toEqual([['draft', 'ready', 'ready'], 1]);
  });
});
