import { DENIAL_STAGES } from '@caseboard/contracts';
import type {
  Counter,
  Denial,
  DenialCase,
  DenialCaseDetail,
  DenialStage,
  Page,
  PayerRule,
  Problem,
} from '@caseboard/contracts';
import { PayerRules } from '@caseboard/server/records';
import { asking } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import fc from 'fast-check';
import { aClaim, anEra } from '../test/a-decision.ts';
import type { Decided } from '../test/a-decision.ts';
import { denialsApp } from '../test/denials-app.ts';
import type { DenialsApp, Person } from '../test/denials-app.ts';
import { DenialDeadlines } from './denial-deadlines.ts';
import { isLegalMove, workStateOf } from './denial-stage.rules.ts';

const CLOSING = { rootCause: 'No authorization asked for', isPreventable: true, recoveredCents: 1200 };

describe('denial cases', () => {
  let app: DenialsApp;
  let hospital: TestOrganisation;
  let biller: Person;
  let lead: Person;
  let serial = 0;

  beforeAll(async () => {
    app = await denialsApp();
  });
  beforeEach(async () => {
    serial += 1;
    hospital = await app.organisation(`h${serial}`);
    biller = await app.person(hospital, ['biller']);
    lead = await app.person(hospital, ['lead']);
  });
  afterAll(() => app.close());

  const denied = (number: string, cents = 80_000): Decided => ({
    number,
    lines: [{ chargeCents: cents, adjustments: [['CO', '197', cents]], remarks: ['N54'] }],
  });
  const aCase = async (number = 'A1'): Promise<DenialCase> => {
    await app.bring(hospital, anEra(`T${serial}${number}`, [denied(number)]));
    return (await biller.cases()).get(number) as DenialCase;
  };
  const move = (person: Person, one: { id: string; version: number }, stage: DenialStage, facts: object = {}) =>
    person.put(`/denials/${one.id}/stage`, one.version, { stage, ...facts });
  const totals = async () => {
    const { body } = await biller.get<{ counters: Counter[]; asOf: number }>('/boards/denials');
    return Object.fromEntries(
      body.counters.filter(({ count }) => count !== 0).map(({ key, count, cents }) => [key, [count, cents]]),
    );
  };
  const eventsOf = (name: string) =>
    app.sql<{ channel: string; op: string; kind: string }>(
      `SELECT d.channel, d.op, d.kind FROM events.delivery d JOIN events.event e ON e.org_id = d.org_id AND e.seq = d.seq
       WHERE e.org_id = '${hospital.orgId}' AND e.name = '${name}' ORDER BY d.channel`,
    );

  it('opens one case for what a remittance denies of a claim, with a headline, a next act and work', async () => {
    await app.bring(
      hospital,
      anEra('T', [
        {
          number: 'A1',
          lines: [
            {
              chargeCents: 20_000,
              adjustments: [
                ['CO', '45', 5_000],
                ['PR', '3', 2_000],
              ],
            },
            { chargeCents: 30_000, adjustments: [['CO', '16', 30_000]], remarks: ['M76'] },
            { chargeCents: 80_000, adjustments: [['CO', '50', 80_000]], remarks: ['N115'] },
          ],
        },
      ]),
    );
    const card = (await biller.cases()).get('A1') as DenialCase;
    expect(card).toMatchObject({
      number: 'DEN-000001',
      stage: 'new',
      category: 'medical-necessity',
      group: 'CO',
      carc: '50',
      carcWords: 'Not medically necessary',
      denialCount: 2,
      amountCents: 110_000,
      claimId: null,
      payerName: 'NORTHLAKE HMO',
      deniedOn: '2026-11-20',
      dueOn: null,
      dueRule: 'no rule on file',
      ownerId: null,
    });
    expect(card.rarcs.map(({ code }) => code)).toEqual(['N115']);
    expect(JSON.stringify(card)).not.toMatch(/wanda|tester/i);
    const { body: item } = await biller.get<Record<string, unknown>>(`/work-items/${card.workItemId}`);
    expect(item).toMatchObject({
      number: card.number,
      queueKey: 'denials',
      code: 'CO-50 N115',
      needs: 'Check the local coverage rule, appeal',
    });
    expect(await totals()).toEqual({ 'stage:new': [1, 110_000] });
  });

  it('makes no case of contractual and patient adjustments', async () => {
    const job = await app.bring(
      hospital,
      anEra('T', [
        {
          number: 'A1',
          lines: [
            {
              chargeCents: 20_000,
              adjustments: [
                ['CO', '45', 5_000],
                ['PR', '1', 2_000],
              ],
            },
          ],
        },
      ]),
    );
    expect(job.state).toBe('done');
    expect((await biller.cases()).size).toBe(0);
  });

  it('shows the patient by name, the denials and the story only to whoever opens the case', async () => {
    const card = await aCase();
    await biller.put(`/work-items/${card.workItemId}/owner`, card.workItemVersion, { userId: biller.principal.userId });
    await move(biller, card, 'triaged');
    const { body } = await biller.get<DenialCaseDetail>(`/denial-cases/${card.id}`);
    expect(body).toMatchObject({ patientName: 'WANDA TESTER', controlNumber: 'A1', stage: 'triaged' });
    expect(body.denials).toEqual([
      expect.objectContaining({ group: 'CO', carc: '197', amountCents: 80_000, lineNumber: 1, procedure: '99210' }),
    ]);
    expect(body.timeline.map(({ text }) => text)).toEqual([
      'The payer denied one item of the claim',
      'Taken by biller',
      'Moved from New to Triaged',
    ]);
    expect(body.moves.find(({ stage }) => stage === 'submitted')).toEqual({
      stage: 'submitted',
      isAllowed: false,
      because: 'Decide what to send first.',
    });
  });

  it('lists denials with their case, and moves the case by a denial’s id', async () => {
    const card = await aCase();
    const { body } = await biller.get<Page<Denial>>('/denials');
    expect(body.items).toEqual([
      expect.objectContaining({
        caseId: card.id,
        caseNumber: card.number,
        rarcs: ['N54'],
        stage: 'new',
        version: card.version,
      }),
    ]);
    const id = body.items[0]?.id ?? '';
    const moved = await move(biller, { id, version: card.version }, 'triaged');
    expect([moved.status, moved.body.id, moved.body.stage]).toEqual([200, card.id, 'triaged']);
    const { body: one } = await biller.get<Denial>(`/denials/${id}`);
    expect([one.stage, one.version]).toEqual(['triaged', moved.body.version]);
  });

  it('delivers a move on the board and on the case, with who did it, and moves the column totals', async () => {
    const card = await aCase();
    const { body } = await move(lead, card, 'investigating');
    expect(body).toMatchObject({ stage: 'investigating', movedBy: `user:${lead.principal.userId}` });
    const deliveries = await eventsOf('denials.case-moved');
    expect(deliveries).toEqual(
      expect.arrayContaining([
        { channel: 'board:denials', op: 'put', kind: 'denial-case' },
        { channel: `case:denial:${card.id}`, op: 'put', kind: 'denial-case' },
        { channel: 'board:denials', op: 'put', kind: 'counter' },
      ]),
    );
    expect(await totals()).toEqual({ 'stage:investigating': [1, 80_000] });
  });

  it('shows an owner on the card when somebody takes the work item', async () => {
    const card = await aCase();
    const next = await lead.post('/queues/denials/next');
    expect(next.body).toMatchObject({ id: card.workItemId, because: expect.stringContaining('Denials') });
    const { body } = await biller.get<DenialCase>(`/denial-cases/${card.id}`);
    expect(body).toMatchObject({
      ownerId: lead.principal.userId,
      workItemVersion: card.workItemVersion + 1,
      version: card.version,
    });
    expect(
      (await eventsOf('worklist.item-taken')).map(({ channel, kind }) => `${kind} ${channel.split(':', 2).join(':')}`),
    ).toEqual(expect.arrayContaining(['denial-case board:denials', 'denial-case case:denial']));
    const mine = await lead.get<Page<DenialCase>>('/denial-cases?owner=me');
    const free = await lead.get<Page<DenialCase>>('/denial-cases?owner=none');
    expect([mine.body.items.length, free.body.items.length]).toEqual([1, 0]);
  });

  it('refuses an old version with the case as it is, an illegal move and an incomplete closing', async () => {
    const card = await aCase();
    const triaged = (await move(biller, card, 'triaged')).body as DenialCase;
    const stale = await move(lead, card, 'investigating');
    expect([stale.status, stale.body.code, stale.body.current.stage]).toEqual([412, 'request/stale', 'triaged']);
    const illegal = await move(biller, triaged, 'submitted');
    expect([illegal.status, illegal.body.code, illegal.body.current.version]).toEqual([
      409,
      'denial/illegal-move',
      triaged.version,
    ]);
    const decided = (await move(biller, triaged, 'decided')).body as DenialCase;
    const open = await move(biller, decided, 'closed', { rootCause: 'No authorization' });
    expect([open.status, open.body.code]).toEqual([409, 'denial/close-incomplete']);
    const missing = await biller.put(`/denials/${card.id}/stage`, 0, {});
    expect(missing.status).toBe(400);
  });

  it('pauses the work of a waiting case, ends that of a closed one, and opens it again', async () => {
    let card = await aCase();
    const state = async () =>
      (await biller.get<{ state: string; needs: string }>(`/work-items/${card.workItemId}`)).body.state;
    card = (await move(biller, card, 'waiting')).body;
    expect(await state()).toBe('waiting');
    card = (await move(biller, card, 'decided')).body;
    expect(await state()).toBe('open');
    card = (await move(biller, card, 'closed', CLOSING)).body;
    expect([await state(), card.recoveredCents, await totals()]).toEqual([
      'done',
      1200,
      { 'stage:closed': [1, 80_000] },
    ]);
    card = (await move(biller, card, 'investigating')).body;
    expect([await state(), card.recoveredCents, card.rootCause]).toEqual(['open', null, CLOSING.rootCause]);
  });

  it('lets one of two people who move the same card at the same moment win, and tells the other', async () => {
    const card = await aCase();
    const [one, other] = await Promise.all([move(biller, card, 'triaged'), move(lead, card, 'investigating')]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
  });

  it('does not deadlock when some take and others move the same cases', async () => {
    await app.bring(
      hospital,
      anEra(
        'T',
        ['A', 'B', 'C', 'D'].map((number) => denied(number)),
      ),
    );
    const cards = [...(await biller.cases()).values()];
    const answers = await Promise.all(
      cards.flatMap((card) => [
        move(biller, card, 'triaged'),
        lead.put(`/work-items/${card.workItemId}/owner`, card.workItemVersion, { userId: lead.principal.userId }),
      ]),
    );
    expect(answers.map(({ status }) => status).filter((status) => ![200, 412].includes(status))).toEqual([]);
    for (const card of (await biller.cases()).values()) {
      const { body } = await biller.get<{ version: number; ownerId: string | null }>(`/work-items/${card.workItemId}`);
      expect([card.workItemVersion, card.ownerId]).toEqual([body.version, body.ownerId]);
    }
  });

  it('closes the case by rule when the payer takes its decision back', async () => {
    await app.bring(hospital, aClaim('A1', [80_000]));
    await app.bring(hospital, anEra('T1', [denied('A1')]));
    const [card] = (await biller.get<Page<DenialCase>>('/denial-cases')).body.items;
    await app.bring(
      hospital,
      anEra('T2', [
        { number: 'A1', status: '22', lines: [{ chargeCents: -80_000, adjustments: [['CO', '197', -80_000]] }] },
        { number: 'A1', lines: [{ chargeCents: 80_000, adjustments: [['CO', '45', 10_000]] }] },
      ]),
    );
    const { body } = await biller.get<DenialCaseDetail>(`/denial-cases/${card?.id}`);
    expect(body).toMatchObject({ stage: 'closed', movedBy: 'rule:denials.open-cases' });
    expect(body.timeline.at(-1)?.text).toBe('The payer took its decision back; closed by rule');
    expect((await eventsOf('denials.case-reversed')).length).toBeGreaterThan(0);
    expect(await totals()).toEqual({ 'stage:closed': [1, 80_000] });
  });

  it('links a case to the claim that comes in later', async () => {
    const card = await aCase('A7');
    expect(card.claimId).toBeNull();
    await app.bring(hospital, aClaim('A7', [80_000]));
    const { body } = await biller.get<DenialCaseDetail>(`/denial-cases/${card.id}`);
    expect(body).toMatchObject({
      claimId: expect.any(String),
      claimNumber: 'CLM-000001',
      controlNumber: 'A7',
      version: card.version + 1,
    });
    expect(body.timeline.at(-1)).toMatchObject({ kind: 'linked', evidence: 'CLM-000001' });
  });

  it('counts deadlines by the payer’s rule, and again when the rule changes', async () => {
    const admin = await app.person(hospital, ['admin']);
    const card = await aCase('A1');
    const rules = app.get(PayerRules);
    const rule: PayerRule = await rules.add(asking(admin.principal), card.payerId, {
      kind: 'appeal',
      days: 60,
      counts: 'calendar',
      effectiveFrom: '2026-01-01',
      source: 'contract 4.2',
    });
    const settle = async () => {
      await app.react(hospital.orgId);
      await app.get(DenialDeadlines).recount(hospital.orgId);
      return (await biller.get<DenialCase>(`/denial-cases/${card.id}`)).body;
    };
    expect(await settle()).toMatchObject({
      dueOn: '2027-01-19',
      dueRule: 'appeal within 60 calendar days (contract 4.2)',
    });
    const later = await aCase('A2');
    expect(later.dueOn).toBe('2027-01-19');
    await rules.change(asking(admin.principal, rule.version), rule.id, { days: 90 });
    const counted = await settle();
    expect(counted.dueOn).toBe('2027-02-18');
    const { body: item } = await biller.get<{ dueOn: string }>(`/work-items/${counted.workItemId}`);
    expect(item.dueOn).toBe('2027-02-18');
    expect((await eventsOf('denials.deadline-moved')).some(({ channel }) => channel === 'board:denials')).toBe(true);
  });

  it('hides cases of a gated facility in the list, alone, as denials and on screens', async () => {
    const facilityId = await hospital.facility('Behavioral health', true);
    await app.uow.actAs(hospital.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute(`UPDATE identity.facility SET npi = '1999999984' WHERE org_id = $1`, [tx.orgId]),
    );
    await app.bring(hospital, aClaim('G1', [80_000], '1999999984'));
    await app.bring(hospital, anEra('T', [denied('G1')]));
    const inside = await app.person(hospital, ['biller'], [facilityId]);
    const [card] = (await inside.get<Page<DenialCase>>('/denial-cases')).body.items;
    expect(card?.facilityId).toBe(facilityId);
    const [ofIt] = (await inside.get<Page<Denial>>('/denials')).body.items;
    const seen = await Promise.all(
      ['/denial-cases', '/denials'].map(async (path) => (await biller.get<Page<unknown>>(path)).body.items.length),
    );
    expect(seen).toEqual([0, 0]);
    const alone = await Promise.all(
      [`/denial-cases/${card?.id}`, `/denials/${ofIt?.id}`].map(async (path) => (await biller.get(path)).status),
    );
    expect(alone).toEqual([404, 404]);
    expect((await move(biller, card as DenialCase, 'triaged')).status).toBe(404);
    expect(
      await app.sql(
        `SELECT DISTINCT op FROM events.delivery WHERE org_id = '${hospital.orgId}' AND kind = 'denial-case'`,
      ),
    ).toEqual([{ op: 'touch' }]);
  });

  it('shows another organisation nothing, and says so as if there were nothing', async () => {
    const card = await aCase();
    const stranger = await app.person(await app.organisation(`x${serial}`), ['lead']);
    expect((await stranger.cases()).size).toBe(0);
    expect((await stranger.get(`/denial-cases/${card.id}`)).status).toBe(404);
    expect((await move(stranger, card, 'triaged')).status).toBe(404);
    const coder = await app.person(hospital, ['coder']);
    expect((await move(coder, card, 'triaged')).status).toBe(403);
  });

  it('pages a column without a gap or a repeat', async () => {
    await app.bring(
      hospital,
      anEra(
        'T',
        Array.from({ length: 11 }, (_, n) => denied(`P${n}`, 1_000 + (n % 3) * 600_000)),
      ),
    );
    const seen: DenialCase[] = [];
    let cursor = '';
    do {
      const { body } = await biller.get<Page<DenialCase>>(`/denial-cases?stage=new&limit=4${cursor}`);
      seen.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([11, 11]);
    expect(seen.map(({ priority }) => priority)).toEqual(seen.map(({ priority }) => priority).sort((a, b) => b - a));
  });

  it('is always where the stage machine says, however people move it, and the totals add up', async () => {
    await app.bring(
      hospital,
      anEra(
        'T',
        ['A', 'B', 'C'].map((number, n) => denied(number, (n + 1) * 10_000)),
      ),
    );
    const cards = [...(await biller.cases()).values()];
    const model = new Map(cards.map(({ id, version }) => [id, { stage: 'new' as DenialStage, version }]));
    const step = fc.record({
      which: fc.nat({ max: 2 }),
      to: fc.constantFrom(...DENIAL_STAGES),
      isStale: fc.boolean(),
      isComplete: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
        for (const { which, to, isStale, isComplete } of steps) {
          const { id } = cards[which] as DenialCase;
          const expected = model.get(id) as { stage: DenialStage; version: number };
          const version = isStale ? expected.version - 1 : expected.version;
          const facts = isComplete ? CLOSING : {};
          const answer = await move(biller, { id, version }, to, facts);
          const isMove = expected.stage !== to;
          const isRefused = isMove && !isLegalMove(expected.stage, to);
          const known = (await biller.get<DenialCase>(`/denial-cases/${id}`)).body;
          if (isStale) expect(answer.status).toBe(412);
          else if (isRefused) expect((answer.body as Problem).code).toBe('denial/illegal-move');
          else if (answer.status === 409)
            expect([to, isComplete, (answer.body as Problem).code]).toEqual([
              'closed',
              false,
              'denial/close-incomplete',
            ]);
          else if (isMove) model.set(id, { stage: to, version: expected.version + 1 });
          expect({ stage: known.stage, version: known.version }).toEqual(model.get(id));
        }
      }),
      { numRuns: 20 },
    );
    const rows = await app.sql<{ stage: DenialStage; state: string }>(
      `SELECT c.stage, w.state FROM denials.denial_case c JOIN worklist.work_item w ON w.org_id = c.org_id AND w.id = c.item_id
       WHERE c.org_id = '${hospital.orgId}'`,
    );
    expect(rows.every(({ stage, state }) => workStateOf(stage) === state)).toBe(true);
    const real = await app.sql<{ key: string; n: number; cents: number }>(
      `SELECT 'stage:' || stage AS key, count(*)::int AS n, sum(amount_cents)::int AS cents FROM denials.denial_case
       WHERE org_id = '${hospital.orgId}' GROUP BY stage`,
    );
    expect(await totals()).toEqual(Object.fromEntries(real.map(({ key, n, cents }) => [key, [n, cents]])));
  });
});
