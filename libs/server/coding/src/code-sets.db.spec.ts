import type { Code, Page } from '@caseboard/contracts';
import { codingStory } from '../test/coding-story.ts';
import { CodeSets } from './code-sets.service.ts';

describe('looking codes up', () => {
  const story = codingStory();
  const found = async (query: string) =>
    (await story.coder.get<Page<Code>>(`/codes?${query}`)).body.items.map(({ code }) => code);

  it('finds a code by its beginning, with or without its point, that very code first', async () => {
    expect(await found('text=i10')).toEqual(['I10']);
    expect((await found('text=M54.5'))[0]).toBe('M545');
    expect((await found('text=e11.6')).slice(0, 2)).toEqual(['E11649', 'E1165']);
    expect(await found('text=9921')).toEqual(['99212', '99213', '99214', '99215']);
  });

  it('finds codes whose words begin like every word of the text, headings last', async () => {
    expect(await found('text=acute%20chronic%20syst')).toEqual(['I5023', 'I5043']);
    expect((await found('text=systolic%20heart')).at(-1)).toBe('I502');
    expect(await found('text=knee%20repl&system=cpt')).toEqual(['27447']);
    expect(await found('text=zebra')).toEqual([]);
  });

  it('gives at most twenty, of one system and of the date of service', async () => {
    expect(await found('text=un')).toHaveLength(20);
    expect(await found('text=i10&system=cpt')).toEqual([]);
    expect(await found('text=i10&on=2019-05-01')).toEqual([]);
  });

  it('marks headings and codes exempt from POA', async () => {
    const { body } = await story.coder.get<Page<Code>>('/codes?text=i252');
    expect(body.items).toEqual([
      { system: 'icd-10-cm', code: 'I252', words: 'Old heart attack', isBillable: true, isPoaExempt: true },
    ]);
  });

  it('keeps one copy of a release however many organisations use it, however often it is installed', async () => {
    await story.app.organisation(`more${story.serial}`);
    await story.byRule((tx) => story.app.get(CodeSets).ensureStarter(tx));
    expect(await story.app.sql('SELECT count(*)::int AS n FROM coding.release')).toEqual([{ n: 1 }]);
  });

  it('lets nobody change a release that others code with', async () => {
    const change = story.byRule((tx) => tx.execute(`UPDATE coding.code SET words = 'x' WHERE code = 'I10'`));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
