import { DENIAL_STAGES } from '@caseboard/contracts';
import type { DenialCase, DenialStage, Problem } from '@caseboard/contracts';
import fc from 'fast-check';
import { anEra } from '../test/a-decision.ts';
import { denialStory, denied } from '../test/denial-story.ts';
import { isLegalMove, workStateOf } from './denial-stage.rules.ts';

const CLOSING = { rootCause: 'No authorization asked for', isPreventable: true, recoveredCents: 1200 };

describe('moving denial cases', () => {
  const story = denialStory();

  it('delivers a move on the board and on the case, with who did it, and moves the column totals', async () => {
    const card = await story.aCase();
    const { body } = await story.move(story.lead, card, 'investigating');
    expect(body).toMatchObject({ stage: 'investigating', movedBy: `user:${story.lead.principal.userId}` });
    const deliveries = await story.deliveriesOf('denials.case-moved');
    expect(deliveries).toEqual(
      expect.arrayContaining([
        { channel: 'board:denials', op: 'put', kind: 'denial-case' },
        { channel: `case:denial:${card.id}`, op: 'put', kind: 'denial-case' },
        { channel: 'board:denials', op: 'put', kind: 'counter' },
      ]),
    );
    expect(await story.totals()).toEqual({ 'stage:investigating': [1, 80_000] });
  });

  it('refuses an old version with the case as it is, an illegal move and an incomplete closing', async () => {
    const card = await story.aCase();
    const triaged = (await story.move(story.biller, card, 'triaged')).body as DenialCase;
    const stale = await story.move(story.lead, card, 'investigating');
    expect([stale.status, stale.body.code, stale.body.current.stage]).toEqual([412, 'request/stale', 'triaged']);
    const illegal = await story.move(story.biller, triaged, 'submitted');
    expect([illegal.status, illegal.body.code, illegal.body.current.version]).toEqual([
      409,
      'denial/illegal-move',
      triaged.version,
    ]);
    const decided = (await story.move(story.biller, triaged, 'decided')).body as DenialCase;
    const open = await story.move(story.biller, decided, 'closed', { rootCause: 'No authorization' });
    expect([open.status, open.body.code]).toEqual([409, 'denial/close-incomplete']);
    const missing = await story.biller.put(`/denials/${card.id}/stage`, 0, {});
    expect(missing.status).toBe(400);
  });

  it('pauses the work of a waiting case, ends that of a closed one, and opens it again', async () => {
    let card = await story.aCase();
    const state = async () =>
      (await story.biller.get<{ state: string; needs: string }>(`/work-items/${card.workItemId}`)).body.state;
    card = (await story.move(story.biller, card, 'waiting')).body;
    expect(await state()).toBe('waiting');
    card = (await story.move(story.biller, card, 'decided')).body;
    expect(await state()).toBe('open');
    card = (await story.move(story.biller, card, 'closed', CLOSING)).body;
    expect([await state(), card.recoveredCents, await story.totals()]).toEqual([
      'done',
      1200,
      { 'stage:closed': [1, 80_000] },
    ]);
    card = (await story.move(story.biller, card, 'investigating')).body;
    expect([await state(), card.recoveredCents, card.rootCause]).toEqual(['open', null, CLOSING.rootCause]);
  });

  it('lets one of two people who move the same card at the same moment win, and tells the other', async () => {
    const card = await story.aCase();
    const [one, other] = await Promise.all([
      story.move(story.biller, card, 'triaged'),
      story.move(story.lead, card, 'investigating'),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
  });

  it('does not deadlock when some take and others move the same cases', async () => {
    await story.app.bring(
      story.hospital,
      anEra(
        'T',
        ['A', 'B', 'C', 'D'].map((number) => denied(number)),
      ),
    );
    const cards = [...(await story.biller.cases()).values()];
    const answers = await Promise.all(
      cards.flatMap((card) => [
        story.move(story.biller, card, 'triaged'),
        story.lead.put(`/work-items/${card.workItemId}/owner`, card.workItemVersion, {
          userId: story.lead.principal.userId,
        }),
      ]),
    );
    expect(answers.map(({ status }) => status).filter((status) => ![200, 412].includes(status))).toEqual([]);
    for (const card of (await story.biller.cases()).values()) {
      const { body } = await story.biller.get<{ version: number; ownerId: string | null }>(
        `/work-items/${card.workItemId}`,
      );
      expect([card.workItemVersion, card.ownerId]).toEqual([body.version, body.ownerId]);
    }
  });

  it('is always where the stage machine says, however people move it, and the totals add up', async () => {
    await story.app.bring(
      story.hospital,
      anEra(
        'T',
        ['A', 'B', 'C'].map((number, n) => denied(number, (n + 1) * 10_000)),
      ),
    );
    const cards = [...(await story.biller.cases()).values()];
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
          const answer = await story.move(story.biller, { id, version }, to, facts);
          const isMove = expected.stage !== to;
          const isRefused = isMove && !isLegalMove(expected.stage, to);
          const known = (await story.biller.get<DenialCase>(`/denial-cases/${id}`)).body;
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
    const rows = await story.app.sql<{ stage: DenialStage; state: string }>(
      `SELECT c.stage, w.state FROM denials.denial_case c JOIN worklist.work_item w ON w.org_id = c.org_id AND w.id = c.item_id
       WHERE c.org_id = '${story.hospital.orgId}'`,
    );
    expect(rows.every(({ stage, state }) => workStateOf(stage) === state)).toBe(true);
    const real = await story.app.sql<{ key: string; n: number; cents: number }>(
      `SELECT 'stage:' || stage AS key, count(*)::int AS n, sum(amount_cents)::int AS cents FROM denials.denial_case
       WHERE org_id = '${story.hospital.orgId}' GROUP BY stage`,
    );
    expect(await story.totals()).toEqual(Object.fromEntries(real.map(({ key, n, cents }) => [key, [n, cents]])));
  });
});
