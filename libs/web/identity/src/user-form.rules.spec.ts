import type { User } from '@caseboard/contracts';
import { patchOf } from '@caseboard/web/kernel';
import type { UserForm } from './user-form.rules.ts';
import { checkUser, EMPTY_USER, formOfUser, inviteOf, userPatchOf } from './user-form.rules.ts';

const ana: User = {
  id: 'a',
  name: 'Ana Ruiz',
  initials: 'AR',
  email: 'ana@lakeside.test',
  roles: ['biller'],
  teamIds: ['t1', 't2'],
  facilityIds: [],
  state: 'active',
  lastSeenAt: null,
  version: 4,
};

describe('the form for a person', () => {
  it('asks for a name, a whole address and a role', () => {
    expect(Object.keys(checkUser(EMPTY_USER))).toEqual(['name', 'email', 'roles']);
    expect(checkUser({ ...EMPTY_USER, name: 'Bo', email: 'bo@x', roles: ['coder'] })).toHaveProperty('email');
    expect(checkUser(formOfUser(ana))).toEqual({});
  });

  it('invites with what was filled in only', () => {
    const filled = {
      ...EMPTY_USER,
      name: ' Bo Lind ',
      email: 'bo@lakeside.test',
      roles: ['coder' as const],
      teamIds: ['t1'],
    };
    expect(inviteOf(filled)).toEqual({ name: 'Bo Lind', email: 'bo@lakeside.test', roles: ['coder'], teamIds: ['t1'] });
  });

  it('patches what changed, and never the address', () => {
    const seen = formOfUser(ana);
    const changed = patchOf<UserForm>(seen, {
      ...seen,
      email: 'other@lakeside.test',
      teamIds: ['t2', 't1'],
      roles: ['biller', 'lead'],
    });
    expect(userPatchOf(changed)).toEqual({ roles: ['biller', 'lead'] });
  });
});
