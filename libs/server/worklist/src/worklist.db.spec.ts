import { channels } from '@caseboard/contracts';
import { anOrganisation, asking, fixedClock, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase, TestOrganisation } from '@caseboard/testing';
import { AppError } from '@caseboard/server/kernel';
import type { Principal, UnitOfWork } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { CaseKinds } from './case-kinds.ts';
import { facilityGateReaction } from './facility-gate.reaction.ts';
import { OwnershipCommands } from './ownership.commands.ts';
import { findQueue } from './queues.repository.ts';
import { ensureQueues, WorkItems } from './index.ts';
import { Rescorer } from './rescorer.ts';
import { workItemRow } from './work-item.row.ts';
import type { NewWorkItem, WorkItemRow } from './work-item.types.ts';
import { WorkItemsService } from './work-items.service.ts';

const ACT = { action: 'worklist.item.take', kind: 'work-item' };

describe('the worklist', () => {
  const clock = fixedClock();
  const kinds = new CaseKinds();
  const commands = new OwnershipCommands(kinds);
  const items = new WorkItems(kinds);
  let files: TestDatabase;
  let uow: UnitOfWork;
  let close: () => Promise<void>;
  let service: WorkItemsService;
  let hospital: TestOrganisation;
  let ana: Principal;
  let bo: Principal;
  let lead: Principal;

  beforeAll(async () => {
    files = await testDatabase();
    ({ uow, close } = await testUnitOfWork(files.url, clock));
    service = new WorkItemsService(uow);
  });
  beforeEach(async () => {
    hospital = await aHospital();
    ana = await hospital.person('Ana', ['biller']);
    bo = await hospital.person('Bo', ['biller']);
    lead = await hospital.person('Lea', ['lead']);
  });
  afterAll(async () => {
    await close();
    await files.drop();
  });

  const aHospital = async () => {
    const made = await anOrganisation(uow, `h${uuidv7()}`);
    await uow.actAs(made.orgId, 'rule:test', ACT, ensureQueues);
    return made;
  };
  const anItem = (item: Partial<NewWorkItem> = {}): NewWorkItem => ({
    queueKey: 'denials',
    subjectType: 'denial',
    subjectId: uuidv7(),
    number: 'DEN-000001',
    facilityId: null,
    code: 'CO-197',
    needs: 'Ask for the authorization',
    patient: 'RM ••4471',
    payer: 'Prairie Shield PPO',
    amountCents: 10_000,
    dueOn: null,
    dueRule: null,
    openedAt: clock.now(),
    ...item,
  });
  const openItems = (wanted: NewWorkItem[], org = hospital) =>
    uow.actAs(org.orgId, 'rule:test', ACT, (tx) => items.openMany(tx, wanted));
  const openOne = async (item: Partial<NewWorkItem> = {}) => (await openItems([anItem(item)]))[0] as WorkItemRow;
  const next = (principal: Principal, key: 'denials' | 'coding' = 'denials') =>
    uow.command(asking(principal), ACT, async (tx) => {
      const queue = await findQueue(tx, key);
      return commands.next(tx, { principal, queueId: queue?.id ?? '' });
    });
  const take = (principal: Principal, { id, version }: { id: string; version: number }) =>
    uow.command(asking(principal), ACT, (tx) => commands.take(tx, { principal, itemId: id, version }));
  const assign = (principal: Principal, item: WorkItemRow, owner: Principal) =>
    uow.command(asking(principal), ACT, (tx) =>
      commands.assign(tx, { principal, itemId: item.id, version: item.version, ownerId: owner.userId }),
    );
  const release = (principal: Principal, { id, version }: { id: string; version: number }) =>
    uow.command(asking(principal), ACT, (tx) => commands.release(tx, { principal, itemId: id, version }));
  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
    );
  const logOf = (sql: string) =>
    uow.peek(hospital.orgId, (tx) => tx.query<Record<string, unknown>>(sql, [hospital.orgId]));

  it('gives the highest free item first, the oldest among equals', async () => {
    const [low, high, alsoHigh] = await openItems([
      anItem(),
      anItem({ dueOn: '2026-03-03' }),
      anItem({ dueOn: '2026-03-03' }),
    ]);
    expect([(await next(ana))?.id, (await next(ana))?.id, (await next(ana))?.id, await next(ana)]).toEqual([
      high?.id,
      alsoHigh?.id,
      low?.id,
      undefined,
    ]);
  });

  it('gives two people who press next at the same moment different items', async () => {
    await openItems([anItem(), anItem()]);
    const [first, second] = await Promise.all([next(ana), next(bo)]);
    expect(first?.id).not.toBe(second?.id);
    expect([first?.ownerId, second?.ownerId]).toEqual([ana.userId, bo.userId]);
  });

  it('sends nobody away empty while there are as many items as people', async () => {
    await openItems(Array.from({ length: 18 }, () => anItem()));
    const got = await Promise.all(Array.from({ length: 18 }, () => next(ana)));
    expect(new Set(got.map((item) => item?.id)).size).toBe(18);
  });

  it('never gives one of 200 items to two of 50 people, by next and by taking', async () => {
    const opened = await openItems(Array.from({ length: 200 }, () => anItem()));
    const people = await Promise.all(Array.from({ length: 50 }, (_, n) => hospital.person(`P${n}`, ['biller'])));
    const got: string[] = [];
    await Promise.all(
      people.map(async (person, n) => {
        for (let turn = 0; turn < 5; turn += 1) {
          const wish = opened[(n * 37 + turn * 11) % 200] as WorkItemRow;
          const taken =
            turn % 2 ? await take(person, wish).catch((error: AppError) => expectTaken(error)) : await next(person);
          if (taken) got.push(taken.id);
        }
      }),
    );
    expect(new Set(got).size).toBe(got.length);
    const owned = await logOf(
      'SELECT count(*)::int AS n FROM worklist.work_item WHERE org_id = $1 AND owner_id IS NOT NULL',
    );
    expect(owned).toEqual([{ n: got.length }]);
  });

  it('tells the loser who has it, even with an old version; otherwise an old version is stale', async () => {
    const item = await openOne();
    const held = await take(ana, item);
    const loser = await refusalOf(take(bo, item));
    expect([loser?.code, loser?.details.holder]).toEqual(['work-item/taken', { id: ana.userId, name: 'Ana' }]);
    await release(ana, held);
    const stale = await refusalOf(take(bo, item));
    expect([stale?.code, (stale?.details.current as { version: number }).version]).toEqual(['request/stale', 3]);
  });

  it('lets exactly one of 20 people who take the same item have it', async () => {
    const item = await openOne();
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => hospital.person(`Q${n}`, ['biller'])));
    const refusals = await Promise.all(people.map((person) => refusalOf(take(person, item))));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(new Set(refusals.filter(Boolean).map((refusal) => refusal?.code))).toEqual(new Set(['work-item/taken']));
  });

  it('lets a lead move an item from one person to another, and nobody else', async () => {
    const held = await take(ana, await openOne());
    expect((await refusalOf(assign(bo, held, bo)))?.code).toBe('work-item/taken');
    const moved = await assign(lead, held, bo);
    expect(moved.ownerId).toBe(bo.userId);
    expect((await refusalOf(release(ana, moved)))?.code).toBe('work-item/not-yours');
    expect((await release(lead, moved)).ownerId).toBeNull();
  });

  it('delivers a change of owner on the queue, and leaves the old owner’s own channel', async () => {
    const held = await take(ana, await openOne());
    await assign(lead, held, bo);
    const deliveries = await logOf(
      `SELECT d.channel, d.op FROM events.delivery d JOIN events.event e ON e.org_id = d.org_id AND e.seq = d.seq
       WHERE d.org_id = $1 AND e.name = 'worklist.item-assigned' AND d.kind = 'work-item' ORDER BY d.op DESC, d.channel`,
    );
    expect(deliveries).toEqual(
      expect.arrayContaining([
        { channel: channels.queue(held.queueId), op: 'put' },
        { channel: channels.user(bo.userId), op: 'put' },
        { channel: channels.user(ana.userId), op: 'leave' },
      ]),
    );
    expect(deliveries).toHaveLength(3);
  });

  it('keeps counters equal to the rows they count, whatever happens in whatever order', async () => {
    const opened = await openItems(Array.from({ length: 12 }, (_, n) => anItem({ amountCents: n * 100 })));
    const people = [ana, bo, lead];
    let seed = 7;
    const pick = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    const acts = Array.from({ length: 120 }, () => async () => {
      const person = people[pick(3)] as Principal;
      const item = opened[pick(12)] as WorkItemRow;
      const version = 1 + pick(8);
      const subject = item.subjectId;
      const change = (patch: Parameters<WorkItems['change']>[3]) =>
        uow.actAs(hospital.orgId, 'rule:test', ACT, (tx) => items.change(tx, 'denial', subject, patch));
      const choices = [
        () => next(person),
        () => take(person, { id: item.id, version }),
        () => release(person, { id: item.id, version }),
        () => change({ state: (['open', 'waiting', 'done'] as const)[pick(3)] as 'open' }),
        () => change({ amountCents: pick(100_000) }),
      ];
      await refusalOf((choices[pick(5)] as () => Promise<unknown>)());
    });
    for (let n = 0; n < acts.length; n += 4) await Promise.all(acts.slice(n, n + 4).map((act) => act()));
    const counted = `SELECT channel, key, count::int, cents::int FROM kernel.counter WHERE org_id = $1 AND count > 0 ORDER BY channel, key`;
    const real = `
      SELECT 'counts:queues' AS channel, queue_id::text AS key, count(*)::int, sum(amount_cents)::int AS cents
      FROM worklist.work_item WHERE org_id = $1 AND state <> 'done' GROUP BY queue_id
      UNION ALL
      SELECT 'user:' || owner_id, 'queue:' || queue_id, count(*)::int, sum(amount_cents)::int
      FROM worklist.work_item WHERE org_id = $1 AND state <> 'done' AND owner_id IS NOT NULL GROUP BY owner_id, queue_id
      ORDER BY channel, key`;
    expect(await logOf(counted)).toEqual(await logOf(real));
    expect((await logOf(real)).length).toBeGreaterThan(1);
  });

  it('shows another organisation nothing, and gives it nothing', async () => {
    const item = await openOne();
    const elsewhere = await aHospital();
    const stranger = await elsewhere.person('Eve', ['lead']);
    expect((await service.listItems(asking(stranger), {})).items).toEqual([]);
    expect((await refusalOf(take(stranger, item)))?.code).toBe('request/not-found');
    expect((await refusalOf(service.getItem(asking(stranger), item.id)))?.code).toBe('request/not-found');
    expect(await next(stranger)).toBeUndefined();
  });

  it('keeps items of a gated facility from people who are not assigned to it, everywhere', async () => {
    const facilityId = await hospital.facility('Behavioral health', true);
    const item = await openOne({ facilityId });
    const cy = await hospital.person('Cy', ['biller'], [facilityId]);
    expect((await service.listItems(asking(ana), {})).items).toEqual([]);
    expect((await refusalOf(service.getItem(asking(ana), item.id)))?.code).toBe('request/not-found');
    expect(await next(ana)).toBeUndefined();
    expect((await refusalOf(take(ana, item)))?.code).toBe('request/not-found');
    expect((await service.listItems(asking(cy), {})).items.map(({ id }) => id)).toEqual([item.id]);
    expect((await next(cy))?.id).toBe(item.id);
    const ops = await logOf(`SELECT DISTINCT op FROM events.delivery WHERE org_id = $1 AND kind = 'work-item'`);
    expect(ops).toEqual([{ op: 'touch' }]);
    expect((await uow.peek(hospital.orgId, (tx) => workItemRow.project(tx, [item.id], 'worklist'))).size).toBe(0);
  });

  it('takes items off screens when their facility becomes gated', async () => {
    const facilityId = await hospital.facility('East clinic');
    const item = await openOne({ facilityId });
    await uow.actAs(hospital.orgId, 'rule:test', ACT, async (tx) => {
      await tx.execute('UPDATE identity.facility SET is_gated = true WHERE org_id = $1', [tx.orgId]);
      const event = {
        orgId: tx.orgId,
        seq: 1,
        name: 'identity.facility-saved',
        id: facilityId,
        actor: 'rule:test',
        at: clock.now(),
        data: {},
      };
      await facilityGateReaction(kinds).handle(tx, event);
    });
    const shown = await logOf(
      `SELECT d.channel, d.id, d.op FROM events.delivery d JOIN events.event e ON e.org_id = d.org_id AND e.seq = d.seq
       WHERE d.org_id = $1 AND e.name = 'worklist.items-regated'`,
    );
    expect(shown).toEqual([{ channel: channels.queue(item.queueId), id: item.id, op: 'touch' }]);
    expect((await refusalOf(service.getItem(asking(ana), item.id)))?.code).toBe('request/not-found');
  });

  it('pages without a gap or a repeat while states mix, in every sort', async () => {
    const opened = await openItems(
      Array.from({ length: 25 }, (_, n) =>
        anItem({ amountCents: (n % 5) * 40_000, dueOn: n % 3 ? null : '2026-03-20' }),
      ),
    );
    await uow.actAs(hospital.orgId, 'rule:test', ACT, (tx) =>
      items.changeMany(
        tx,
        'denial',
        new Map(opened.slice(0, 9).map(({ subjectId }) => [subjectId, { state: 'waiting' as const }])),
      ),
    );
    for (const sort of ['-priority', 'dueOn', '-amountCents', 'openedAt'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await service.listItems(asking(ana), {
          queue: 'denials',
          sort,
          limit: 4,
          ...(cursor ? { cursor } : {}),
        });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
    }
    const priorities = (await service.listItems(asking(ana), {})).items.map(({ priority }) => priority);
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
  });

  it('lists what is mine, what is nobody’s and what is somebody’s', async () => {
    const [mine, free] = await openItems([anItem(), anItem()]);
    await take(ana, mine as WorkItemRow);
    const ids = async (owner: string) => (await service.listItems(asking(ana), { owner })).items.map(({ id }) => id);
    expect([await ids('me'), await ids('none'), await ids(ana.userId), await ids(bo.userId)]).toEqual([
      [mine?.id],
      [free?.id],
      [mine?.id],
      [],
    ]);
    const denials = (await service.listQueues(asking(ana))).items.find(({ key }) => key === 'denials');
    expect(denials).toMatchObject({ open: 2, mine: 1 });
  });

  it('lists what is due by a day, that day included and without what has no deadline', async () => {
    const [early, onDay] = await openItems([
      anItem({ dueOn: '2026-03-09' }),
      anItem({ dueOn: '2026-03-10' }),
      anItem({ dueOn: '2026-03-11' }),
      anItem({ dueOn: null, dueRule: null }),
    ]);
    const due = await service.listItems(asking(ana), { dueBy: '2026-03-10', sort: 'dueOn' });
    expect(due.items.map(({ id }) => id)).toEqual([early?.id, onDay?.id]);
  });

  it('rescores an item when its deadline tier comes, and touches no other', async () => {
    const [near, far] = await openItems([anItem({ dueOn: '2026-03-10' }), anItem({ dueOn: '2026-12-31' })]);
    const rescorer = new Rescorer(uow, items);
    expect(await rescorer.run(hospital.orgId)).toBe(0);
    clock.set('2026-03-03T05:59:00Z');
    expect(await rescorer.run(hospital.orgId)).toBe(0);
    clock.set('2026-03-03T06:00:00Z');
    expect(await rescorer.run(hospital.orgId)).toBe(1);
    expect(await rescorer.run(hospital.orgId)).toBe(0);
    const scores = await uow.peek(hospital.orgId, (tx) =>
      items.itemsOf(tx, 'denial', [near?.subjectId ?? '', far?.subjectId ?? '']),
    );
    expect([scores.get(near?.subjectId ?? '')?.priority, scores.get(far?.subjectId ?? '')?.version]).toEqual([42, 1]);
    clock.set('2026-03-02T12:00:00Z');
  });

  it('tells the module of the case about every change of its item, in the same transaction', async () => {
    const seen: string[] = [];
    kinds.register({
      subjectType: 'appeal',
      effects: async (_tx, changes) => {
        seen.push(...changes.map(({ act, before, after }) => `${act} ${before?.state ?? 'none'} ${after.state}`));
        return changes.map(({ after }) => ({
          kind: 'appeal',
          id: after.subjectId,
          deliveries: [{ channel: 'board:appeals', op: 'put' as const }],
        }));
      },
    });
    const item = await openOne({ subjectType: 'appeal' });
    await take(ana, item);
    for (const state of ['waiting', 'open', 'done', 'open'] as const) {
      await uow.actAs(hospital.orgId, 'rule:test', ACT, (tx) => items.change(tx, 'appeal', item.subjectId, { state }));
    }
    expect(seen).toEqual([
      'opened none open',
      'taken open open',
      'waiting open waiting',
      'resumed waiting open',
      'done open done',
      'reopened done open',
    ]);
    const delivered = await logOf(
      `SELECT count(*)::int AS n FROM events.delivery WHERE org_id = $1 AND channel = 'board:appeals'`,
    );
    expect(delivered).toEqual([{ n: 6 }]);
    const history = await uow.peek(hospital.orgId, (tx) => items.historyOf(tx, item.id));
    expect(history.map(({ act }) => act)).toEqual(['opened', 'taken', 'waiting', 'resumed', 'done', 'reopened']);
  });
});

function expectTaken(error: AppError): undefined {
  expect(error.code).toMatch(/taken|stale/);
  return undefined;
}
