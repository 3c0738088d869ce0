import { parseDollars } from './dollars.rules.ts';

describe('dollars a person types', () => {
  it('are read exactly, and refused when they are no amount', () => {
    expect(['0', '1416', '$1,416.5', '1416.05', '0.29'].map(parseDollars)).toEqual([0, 141_600, 141_650, 141_605, 29]);
    expect(['', '-5', '1,41', '1.234', 'ten', '1e3'].map(parseDollars)).toEqual(Array(6).fill(undefined));
  });
});
