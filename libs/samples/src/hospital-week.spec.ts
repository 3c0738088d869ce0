import { checkRemittanceBalance, read835 } from '@caseboard/x12';
import { DENIAL_PATTERNS } from './denial-patterns.ts';
import { HARBOR, LAKESIDE } from './hospital.ts';
import { hospitalWeek } from './hospital-week.ts';

const week = (seed = 7, hospital = LAKESIDE) => hospitalWeek(hospital, { seed, size: 'week', asOf: '2026-11-24' });
const sizes = ['small', 'week'] as const;
const textOf = (files: ReturnType<typeof week>) => files.map((file) => [...file.parts()].join(''));

/** Trace numbers of the payments in a file that do not add up. */
async function unbalancedSets(text: string): Promise<string[]> {
  const bad = new Set<string>();
  let trace = '';
  for await (const item of read835([text])) {
    if (item.type === 'transaction-start') trace = item.header.traceNumber ?? '';
    if (item.type === 'claim' && checkRemittanceBalance({ claim: item.claim }).length > 0) bad.add(trace);
    if (item.type === 'transaction-end' && checkRemittanceBalance(item).length > 0) bad.add(trace);
  }
  return [...bad];
}

describe('the sample week', () => {
  it('is the same for the same seed and another for another', () => {
    expect(textOf(week())).toEqual(textOf(week()));
    expect(textOf(week(8))).not.toEqual(textOf(week()));
  });

  it('gives two weeks no claim control number in common', () => {
    const numbers = (seed: number) =>
      [
        ...textOf(week(seed))
          .join('')
          .matchAll(/CLP\*([^*]+)/g),
      ].map((match) => match[1]);
    const known = new Set(numbers(7));
    expect(numbers(8).filter((number) => known.has(number))).toEqual([]);
  });

  it('denies in every category', () => {
    const remittances = textOf(week()).join('');
    const categories = new Set(
      DENIAL_PATTERNS.filter(({ group, carc }) => remittances.includes(`CAS*${group}*${carc}*`)).map(
        ({ category }) => category,
      ),
    );
    expect([...categories].sort()).toEqual([...new Set(DENIAL_PATTERNS.map(({ category }) => category))].sort());
  });

  it('takes a payment back and corrects it', () => {
    const remittances = textOf(week().filter((file) => file.kind === '835')).join('\n');
    const reversed = /CLP\*([^*]+)\*22\*/.exec(remittances)?.[1];
    expect(reversed).toBeDefined();
    expect(remittances).toMatch(new RegExp(`CLP\\*${reversed}\\*4\\*`));
  });

  it('never holds the same claim twice in one file, but for a reversal and its correction', () => {
    for (const text of textOf(week().filter((file) => file.kind !== '835'))) {
      const numbers = [...text.matchAll(/CLM\*([^*]+)\*/g)].map((match) => match[1]);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it.each(sizes)('leaves one payment of a %s week out of balance, whatever the seed', async (size) => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const files = hospitalWeek(LAKESIDE, { seed, size, asOf: '2026-11-24' }).filter(({ kind }) => kind === '835');
      const refused = await Promise.all(textOf(files).map(unbalancedSets));
      expect([seed, refused.flat().length]).toEqual([seed, 1]);
    }
  });

  it('keeps two hospitals apart', () => {
    expect(textOf(week(7, HARBOR)).join('')).not.toContain('LAKESIDE REGIONAL');
  });
});
