import { permissionsOf } from '@caseboard/contracts';
import type { Principal } from '../access/principal.ts';
import type { Tx } from '../database/tx.ts';
import { LiveRegistry } from './live-registry.ts';

const tx = {} as Tx;
const person = (...roles: Parameters<typeof permissionsOf>[0]) =>
  ({ roles, permissions: permissionsOf(roles) }) as unknown as Principal;

describe('channels', () => {
  const registry = new LiveRegistry();
  registry.registerChannel({
    prefix: 'board:denials',
    audience: 'denials',
    permission: 'denials.denial.read',
    admits: async () => true,
  });
  registry.registerChannel({
    prefix: 'queue',
    audience: 'work',
    permission: 'worklist.item.read',
    admits: async (_, __, key) => key === 'mine',
  });

  it('are found by the longest leading part of their name', () => {
    expect(registry.channel('board:denials')).toMatchObject({ key: '' });
    expect(registry.channel('queue:mine')).toMatchObject({ key: 'mine' });
    expect(registry.channel('board:secrets')).toBeUndefined();
  });

  it('admit by permission first, then by their own rule', async () => {
    expect(await registry.admits(tx, person('biller'), 'board:denials')).toBe(true);
    expect(await registry.admits(tx, person('physician'), 'board:denials')).toBe(false);
    expect(await registry.admits(tx, person('biller'), 'queue:mine')).toBe(true);
    expect(await registry.admits(tx, person('biller'), 'queue:other')).toBe(false);
    expect(await registry.admits(tx, person('lead'), 'nothing:here')).toBe(false);
  });

  it('cannot be registered twice', () => {
    expect(() =>
      registry.registerChannel({
        prefix: 'queue',
        audience: 'x',
        permission: 'worklist.item.read',
        admits: async () => true,
      }),
    ).toThrow(/twice/);
  });
});
