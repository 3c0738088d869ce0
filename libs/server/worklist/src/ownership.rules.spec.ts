import { refuseOwner, refuseRelease } from './ownership.rules.ts';
import type { OwnershipAsk } from './ownership.rules.ts';
import type { WorkItemRow } from './work-item.types.ts';

const anItem = (item: Partial<WorkItemRow>) => ({ state: 'open', ownerId: null, version: 3, ...item }) as WorkItemRow;
const asking = (ask: Partial<OwnershipAsk> = {}): OwnershipAsk => ({
  askerId: 'ana',
  canAssign: false,
  version: 3,
  ...ask,
});

describe('taking an item', () => {
  it('is open to anybody while nobody has it', () => {
    expect(refuseOwner(anItem({}), 'ana', asking())).toBeUndefined();
  });

  it('says who has it before it says the version is old', () => {
    expect(refuseOwner(anItem({ ownerId: 'bo' }), 'ana', asking({ version: 2 }))).toBe('work-item/taken');
    expect(refuseOwner(anItem({}), 'ana', asking({ version: 2 }))).toBe('request/stale');
  });

  it('lets a lead who saw the holder reassign, and one who did not see them think again', () => {
    expect(refuseOwner(anItem({ ownerId: 'bo' }), 'cy', asking({ canAssign: true }))).toBeUndefined();
    expect(refuseOwner(anItem({ ownerId: 'bo' }), 'cy', asking({ canAssign: true, version: 2 }))).toBe(
      'work-item/taken',
    );
  });

  it('is over when the item is done', () => {
    expect(refuseOwner(anItem({ state: 'done' }), 'ana', asking())).toBe('work-item/closed');
  });
});

describe('releasing an item', () => {
  it('is for its holder and for leads', () => {
    expect(refuseRelease(anItem({ ownerId: 'ana' }), asking())).toBeUndefined();
    expect(refuseRelease(anItem({ ownerId: 'bo' }), asking())).toBe('work-item/not-yours');
    expect(refuseRelease(anItem({ ownerId: 'bo' }), asking({ canAssign: true }))).toBeUndefined();
  });

  it('needs a holder and the newest version', () => {
    expect(refuseRelease(anItem({}), asking({ canAssign: true }))).toBe('work-item/not-yours');
    expect(refuseRelease(anItem({ ownerId: 'ana' }), asking({ version: 1 }))).toBe('request/stale');
  });
});
