import type { User } from '@caseboard/contracts';
import { AppError } from '@caseboard/server/kernel';
import { changedFields, patched, requireAdminStays } from './user.rules.ts';

const aUser = (over: Partial<User> = {}): User => ({
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Ana Ortiz',
  initials: 'AO',
  email: 'ana@lakeside.test',
  roles: ['biller', 'admin'],
  teamIds: ['t1', 't2'],
  facilityIds: [],
  state: 'active',
  lastSeenAt: null,
  version: 3,
  ...over,
});
const code = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('a patch of a person', () => {
  it('changes what it names and nothing else', () => {
    const after = patched(aUser(), { name: 'Ana Lima' }, true);
    expect(after).toEqual(aUser({ name: 'Ana Lima', initials: 'AL' }));
    expect(changedFields(aUser(), after)).toEqual(['name']);
  });

  it('takes lists as sets', () => {
    const after = patched(aUser(), { teamIds: ['t2', 't1', 't2'], roles: ['biller'] }, true);
    expect(after.teamIds).toEqual(['t2', 't1']);
    expect(changedFields(aUser(), after)).toEqual(['roles']);
  });

  it('cannot make active who never set a password', () => {
    expect(code(() => patched(aUser({ state: 'invited' }), { state: 'active' }, false))).toBe('request/invalid');
  });

  it('brings a disabled person back to where they were', () => {
    expect(patched(aUser({ state: 'disabled' }), { state: 'active' }, true).state).toBe('active');
    expect(patched(aUser({ state: 'disabled' }), { state: 'active' }, false).state).toBe('invited');
  });
});

describe('the last administrator', () => {
  it.each([
    ['lose the role', aUser({ roles: ['biller'] })],
    ['be disabled', aUser({ state: 'disabled' })],
  ])('cannot %s', (_, after) => {
    expect(code(() => requireAdminStays(aUser(), after, 0))).toBe('identity/last-admin');
    expect(code(() => requireAdminStays(aUser(), after, 1))).toBeUndefined();
  });

  it('may be renamed', () => {
    expect(code(() => requireAdminStays(aUser(), aUser({ name: 'Ana Lima' }), 0))).toBeUndefined();
  });

  it('is nobody who does not act as one', () => {
    const invited = aUser({ state: 'invited' });
    expect(code(() => requireAdminStays(invited, aUser({ state: 'disabled' }), 0))).toBeUndefined();
  });
});
