import { ClaimAdjudicated, ClaimRejected } from '@caseboard/contracts';
import type { FollowUpCase, FollowUpCaseDetail, FollowUpStage } from '@caseboard/contracts';
import { PayerRules } from '@caseboard/server/records';
import { asking, fixedClock } from '@caseboard/testing';
import { MadeHere } from '../test/made-here.ts';
import { FollowUpBoard } from './follow-up-board.service.ts';
import { FollowUpDetails } from './follow-up-details.service.ts';
import { FollowUpOpener } from './follow-up-opener.service.ts';
import { FollowUpReactions } from './follow-up.reactions.ts';
import { followUpSearcher } from './follow-up-searcher.ts';
import { FollowUps } from './follow-ups.service.ts';

/** Noon in Chicago. */
const at = (day: string) => `${day}T18:00:00.000Z`;

describe('follow-up', () => {
  const here = new MadeHere();
  const clock = fixedClock(at('2026-03-02'));
  const org = () => here.app.lakeside.orgId;
  beforeAll(() => here.open(clock));
  afterAll(() => here.app.close());
  beforeEach(() => clock.set(at('2026-03-02')));

  const look = () => here.app.get(FollowUpOpener).open(org());
  const list = async (query = {}, who = here.biller) =>
    (await here.app.get(FollowUpBoard).list(asking(who), query)).items;
  const opened = (id: string): Promise<FollowUpCaseDetail> =>
    here.app.get(FollowUpDetails).get(asking(here.biller), id);
  const caseOf = async (claimId: string): Promise<FollowUpCase> => {
    const found = (await list({ text: 'FUP', limit: 200 })).filter((one) => one.claimId === claimId);
    expect(found).toHaveLength(1);
    return found[0] as FollowUpCase;
  };
  const move = (one: FollowUpCase, stage: FollowUpStage, reason?: string) =>
    here.app
      .get(FollowUps)
      .putStage(asking(here.biller, one.version), one.id, { stage, ...(reason ? { reason } : {}) });
  const call = (
    one: FollowUpCase,
    outcome: 'promised' | 'in-process' | 'no-answer' | 'info-requested',
    promisedOn?: string,
  ) =>
    here.app
      .get(FollowUps)
      .logCall(asking(here.biller), one.id, { by: 'phone', outcome, ...(promisedOn ? { promisedOn } : {}) });
  const itemOf = async ({ workItemId }: FollowUpCase) =>
    (
      await here.app.sql<{ state: string; needs: string }>(
        `SELECT state, needs FROM worklist.work_item WHERE id = '${workItemId}'`,
      )
    )[0];
  const aSentClaim = async (facts = {}) => {
    const claim = await here.aReadyClaim(facts);
    await here.send([claim.id]);
    return claim;
  };
  /** A claim sent on 2 March that nobody answered, looked at 22 days later. */
  const aSilentCase = async () => {
    clock.set(at('2026-03-02'));
    const claim = await aSentClaim();
    clock.set(at('2026-03-24'));
    await look();
    return caseOf(claim.id);
  };
  const totals = async () => {
    const { counters } = await here.app.get(FollowUpBoard).totals(asking(here.biller));
    return Object.fromEntries(counters.map(({ key, count, cents }) => [key.slice(6), [count, cents]]));
  };

  it('opens one case of a claim that is silent for more than 21 days, however often it looks', async () => {
    const claim = await aSentClaim();
    clock.set(at('2026-03-23'));
    expect(await look()).toBe(0);
    clock.set(at('2026-03-24'));
    const before = await totals();
    const [first, second] = await Promise.all([look(), look()]);
    expect((first ?? 0) + (second ?? 0)).toBe(1);
    expect(await look()).toBe(0);
    const one = await caseOf(claim.id);
    expect(one).toMatchObject({
      stage: 'silent',
      claimNumber: claim.number,
      silentSince: '2026-03-02',
      dueOn: '2026-03-23',
      dueRule: 'no rule on file: 21 days',
      amountCents: 12_550,
      patient: 'WT ••936',
      version: 1,
    });
    expect(await itemOf(one)).toEqual({ state: 'open', needs: 'Ask the payer where the claim is' });
    expect((await totals()).silent).toEqual([(before.silent?.[0] ?? 0) + 1, (before.silent?.[1] ?? 0) + 12_550]);
  });

  it('waits as long as the payer’s own dated rule says, business days too', async () => {
    const admin = await here.person('Ada', ['admin']);
    const payer = await here.act((tx) => here.payerNamed(tx, 'SLOWPAY'));
    await here.app.get(PayerRules).add(asking(admin), payer.id, {
      kind: 'follow-up',
      days: 10,
      counts: 'business',
      effectiveFrom: '2026-01-01',
      source: 'Manual 7.1',
    });
    const claim = await aSentClaim({ payer: { id: payer.id } });
    clock.set(at('2026-03-16'));
    await look();
    expect((await list({ text: claim.number })).length).toBe(0);
    clock.set(at('2026-03-17'));
    await look();
    expect(await caseOf(claim.id)).toMatchObject({
      dueOn: '2026-03-16',
      dueRule: 'follow-up within 10 business days (Manual 7.1)',
    });
  });

  it('lets a promise sleep until its day and wakes the case the day after', async () => {
    const one = await aSilentCase();
    await expect(call(one, 'promised')).rejects.toMatchObject({ code: 'follow-up/promise-day' });
    await expect(call(one, 'promised', '2026-03-23')).rejects.toMatchObject({ code: 'follow-up/promise-day' });
    const asleep = await call(one, 'promised', '2026-03-30');
    expect(asleep).toMatchObject({ stage: 'promised', promisedOn: '2026-03-30', callCount: 1 });
    expect(await itemOf(one)).toMatchObject({ state: 'waiting' });

    const wake = () => here.app.get(FollowUpReactions).wake.run(org());
    clock.set('2026-03-31T04:59:00.000Z');
    await wake();
    expect(await caseOf(one.claimId)).toMatchObject({ stage: 'promised' });
    clock.set('2026-03-31T05:01:00.000Z');
    await wake();
    await wake();
    expect(await caseOf(one.claimId)).toMatchObject({ stage: 'silent', promisedOn: null, version: 3 });
    expect(await itemOf(one)).toEqual({ state: 'open', needs: 'Promised for 2026-03-30; nothing came' });
    expect((await opened(one.id)).timeline.map(({ kind }) => kind)).toEqual([
      'made',
      'sent',
      'opened',
      'called',
      'woke',
    ]);
  });

  it('tells who was asked and what they said, and leaves the stage when nobody answers', async () => {
    const one = await aSilentCase();
    expect((await call(one, 'no-answer')).stage).toBe('silent');
    const asked = await here.app.get(FollowUps).logCall(asking(here.biller), one.id, {
      by: 'portal',
      outcome: 'in-process',
      spokeWith: 'Desk 4',
      reference: 'R-77',
      note: 'Claim found',
    });
    expect(asked).toMatchObject({ stage: 'contacted', callCount: 2, patientName: 'WANDA TESTER' });
    expect(asked.calls.map(({ outcome, by }) => [by, outcome])).toEqual([
      ['portal', 'in-process'],
      ['phone', 'no-answer'],
    ]);
    expect(asked.timeline.at(-1)).toMatchObject({
      text: 'Looked in the portal of NORTHLAKE HMO: in process',
      evidence: 'Desk 4, R-77',
    });
  });

  it('refuses moves that are not legal, and stale ones with the case as it is', async () => {
    const one = await aSilentCase();
    await expect(move(one, 'promised')).rejects.toMatchObject({ code: 'follow-up/illegal-move' });
    const contacted = await move(one, 'contacted');
    await expect(move(one, 'resolved')).rejects.toMatchObject({
      code: 'request/stale',
      details: { current: { stage: 'contacted', version: 2 } },
    });
    const resolved = await move(contacted, 'resolved', 'Paid by check');
    expect(await itemOf(one)).toMatchObject({ state: 'done' });
    await expect(call(resolved, 'in-process')).rejects.toMatchObject({ code: 'follow-up/illegal-move' });
  });

  it('does not ask again on the day after a person resolved a case, but when silence goes on', async () => {
    const one = await aSilentCase();
    await move(one, 'resolved');
    clock.set(at('2026-04-14'));
    await look();
    expect(await list({ text: one.claimNumber })).toHaveLength(1);
    clock.set(at('2026-04-15'));
    await look();
    const cases = await list({ text: one.claimNumber });
    expect(cases.map(({ stage, silentSince }) => [stage, silentSince]).sort()).toEqual([
      ['resolved', '2026-03-02'],
      ['silent', '2026-03-24'],
    ]);
    const old = cases.find(({ stage }) => stage === 'resolved') as FollowUpCase;
    await expect(move(old, 'contacted')).rejects.toMatchObject({ code: 'follow-up/illegal-move' });
  });

  it('ends by rule when the payer decides or the claim comes back rejected', async () => {
    const [decided, rejected] = [await aSilentCase(), await aSilentCase()];
    const id = decided.claimId;
    await here.act(async (tx) => {
      const facts = { remittanceId: id, remittanceClaimId: id, claimId: id, denials: 0, isReversal: false };
      tx.append(ClaimAdjudicated, { id, data: facts });
      tx.append(ClaimRejected, { id: rejected.claimId, data: { claimId: rejected.claimId, rejectionId: id } });
    });
    await here.settle();
    expect(await caseOf(decided.claimId)).toMatchObject({
      stage: 'resolved',
      movedBy: 'rule:billing.follow-up-answers',
    });
    expect(await caseOf(rejected.claimId)).toMatchObject({ stage: 'resolved' });
    expect(await itemOf(decided)).toMatchObject({ state: 'done' });
  });

  it('pages each sort without losing or repeating a case', async () => {
    for (const sort of ['-priority', 'silent-since', '-amount'] as const) {
      const all = (await list({ sort, text: 'FUP', limit: 200 })).map(({ id }) => id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const ask = { sort, text: 'FUP', limit: 2, ...(cursor ? { cursor } : {}) };
        const page = await here.app.get(FollowUpBoard).list(asking(here.biller), ask);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(all);
    }
  });

  it('shows cases of a gated facility to the people assigned to it only', async () => {
    const gated = await here.aFacility('Behavioral health', '1992700005', true);
    const insider = await here.person('Ina', ['biller'], [gated]);
    const claim = await here.aReadyClaimOf(insider, { facilityId: gated });
    await here.send([claim.id], insider);
    clock.set(at('2026-03-24'));
    await look();
    const [one] = await list({ text: claim.number }, insider);
    expect(one).toMatchObject({ claimId: claim.id });
    expect(await list({ text: claim.number })).toEqual([]);
    await expect(opened(one?.id ?? '')).rejects.toMatchObject({ code: 'request/not-found' });
    await expect(call(one as FollowUpCase, 'in-process')).rejects.toMatchObject({ code: 'request/not-found' });
    const found = (who: typeof insider) =>
      here.app.uow.peek(org(), (tx) => followUpSearcher.find(tx, who, one?.number ?? '', 5));
    expect(await found(here.biller)).toEqual([]);
    expect(await found(insider)).toMatchObject([{ id: one?.id }]);
    const ops = await here.app.sql(
      `SELECT DISTINCT op FROM events.delivery WHERE kind = 'follow-up-case' AND id = '${one?.id}'`,
    );
    expect(ops).toEqual([{ op: 'touch' }]);
  });
});
