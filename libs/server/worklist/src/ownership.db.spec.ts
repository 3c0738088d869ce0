import type { WorkItem } from '@caseboard/contracts';
import { People } from '@caseboard/server/identity';
import type { Caller, Principal, UnitOfWork } from '@caseboard/server/kernel';
import { AppError } from '@caseboard/server/kernel';
import { anOrganisation, asking, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase, TestOrganisation } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { CaseKinds } from './case-kinds.ts';
import { OwnershipCommands } from './ownership.commands.ts';
import { OwnershipService } from './ownership.service.ts';
import { ensureQueues, WorkItems } from './index.ts';

const PREPARE = { action: 'test.prepare', kind: 'work-item' };

describe('who gets a work item', () => {
  let files: TestDatabase;
  let uow: UnitOfWork;
  let close: () => Promise<void>;
  let service: OwnershipService;
  let items: WorkItems;
  let hospital: TestOrganisation;
  let ana: Principal;
  let lead: Principal;

  beforeAll(async () => {
    files = await testDatabase();
    ({ uow, close } = await testUnitOfWork(files.url));
    const kinds = new CaseKinds();
    items = new WorkItems(kinds);
    service = new OwnershipService(uow, new OwnershipCommands(kinds), new People(uow));
    hospital = await anOrganisation(uow, 'lakeside');
    await uow.actAs(hospital.orgId, 'rule:test', PREPARE, ensureQueues);
    ana = await hospital.person('Ana', ['biller']);
    lead = await hospital.person('Lea', ['lead']);
  });
  afterAll(async () => {
    await close();
    await files.drop();
  });

  const openOne = (facilityId: string | null = null) =>
    uow.actAs(hospital.orgId, 'rule:test', PREPARE, (tx) =>
      items.open(tx, {
        queueKey: 'credits',
        subjectType: 'credit',
        subjectId: uuidv7(),
        number: 'CRE-000001',
        facilityId,
        code: 'CR',
        needs: 'Check the balance',
        patient: 'RM ••4471',
        payer: 'Prairie Shield PPO',
        amountCents: 5_000,
        dueOn: null,
        dueRule: null,
        openedAt: tx.now,
      }),
    );
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error: unknown) => (error instanceof AppError ? error.code : Promise.reject(error)),
    );
  const give = (from: Principal, item: { id: string; version: number }, to: Principal | { userId: string }) =>
    service.putOwner(asking(from, item.version), item.id, to.userId);

  it('is the person who takes it; only a lead gives it to somebody else', async () => {
    const item = await openOne();
    const bo = await hospital.person('Bo', ['coder']);
    expect(await codeOf(give(ana, item, bo))).toBe('access/forbidden');
    const taken = await give(ana, item, ana);
    expect([taken.ownerId, taken.version]).toEqual([ana.userId, 2]);
    expect((await give(lead, taken, bo)).ownerId).toBe(bo.userId);
  });

  it('is nobody who does not do this work, is not here, or may not see the item', async () => {
    const facilityId = await hospital.facility('Behavioral health', true);
    const inside = await hospital.person('Cy', ['biller'], [facilityId]);
    const gatedLead = await hospital.person('Gil', ['lead'], [facilityId]);
    const item = await openOne(facilityId);
    const physician = await hospital.person('Dr', ['physician'], [facilityId]);
    const strangers = [ana, physician, { userId: uuidv7() }];
    for (const person of strangers)
      expect(await codeOf(give(gatedLead, item, person))).toBe('work-item/unknown-person');
    expect(await codeOf(give(lead, item, inside))).toBe('request/not-found');
    expect((await give(gatedLead, item, inside)).ownerId).toBe(inside.userId);
  });

  it('keeps the version when it already is theirs', async () => {
    const taken = await give(ana, await openOne(), ana);
    expect((await give(ana, taken, ana)).version).toBe(taken.version);
    expect(await codeOf(give(ana, { ...taken, version: 1 }, ana))).toBe('request/stale');
  });

  it('gets the same item again for the same key, and another for another', async () => {
    await service.next(asking(ana), 'credits');
    await openOne();
    await openOne();
    const keyed = (key: string): Caller => ({ ...asking(ana), idempotency: { key, bodyHash: 'same' } });
    const first = (await service.next(keyed('one'), 'credits')) as WorkItem;
    const again = (await service.next(keyed('one'), 'credits')) as WorkItem;
    const other = (await service.next(keyed('two'), 'credits')) as WorkItem;
    expect([again.id, other.id === first.id]).toEqual([first.id, false]);
  });

  it('says why the next item is the next, and nothing when there is none', async () => {
    await openOne();
    const next = await service.next(asking(ana), 'credits');
    expect(next?.because).toMatch(
      /^Highest free item of Credits: 6 points, most for dollars: \$50 or more at stake\.$/,
    );
    expect(await service.next(asking(ana), 'appeals')).toBeNull();
  });
});
