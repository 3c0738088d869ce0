import { initialsOf } from './initials.rules.ts';

describe('initials', () => {
  it.each([
    ['Ana Ortiz', 'AO'],
    ['Ana María de la Cruz', 'AC'],
    ['Dr. Émile Zola, MD', 'ÉZ'],
    ['Prince', 'PR'],
    ['  mary-jane   o’neil ', 'MO'],
    ['李 小龍', '李小'],
    ['—', '?'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
