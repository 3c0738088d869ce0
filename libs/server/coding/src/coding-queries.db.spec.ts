import type { CodingCase, Page, Problem, Thread, WorkItem } from '@caseboard/contracts';
import { codingStory } from '../test/coding-story.ts';

describe('questions to physicians about a chart', () => {
  const story = codingStory();
  const answer = (thread: Thread, body: object) => story.physician.post(`/threads/${thread.id}/answer`, body);
  const queryItem = async (thread: Thread, state: string) => {
    const { body } = await story.lead.get<Page<WorkItem>>(`/work-items?queue=queries&state=${state}`);
    return body.items.find(({ subjectId }) => subjectId === thread.id);
  };

  it('wait with the chart until the answer, which clears the pend and wakes the coder', async () => {
    const taken = await story.aTakenCase();
    const saved = await story.putCodes(story.coder, taken);
    const thread = await story.aQuery(taken);
    const pended = await story.reread(taken);
    expect(pended).toMatchObject({
      state: 'pended',
      openQueries: 1,
      pends: [{ reason: 'Waiting for Dr Lee', threadId: thread.id, clearedAt: null }],
    });
    expect(await story.itemOf(taken)).toMatchObject({ state: 'waiting', needs: 'Waiting for Dr Lee' });
    expect(pended.version).toBeGreaterThan((saved.body as CodingCase).version);
    expect((await answer(thread, { body: 'Essential.' })).status).toBeLessThan(300);
    await story.settle();
    expect(await story.reread(taken)).toMatchObject({
      state: 'in-progress',
      openQueries: 1,
      pends: [{ clearedAt: expect.any(String) }],
    });
    expect(await story.itemOf(taken)).toMatchObject({ state: 'open', needs: 'Read the answer' });
  });

  it('keep the chart from being final until the answer was read', async () => {
    const taken = await story.aTakenCase();
    await story.putCodes(story.coder, taken);
    const thread = await story.aQuery(taken);
    const reasonsNow = async () => {
      const refused = await story.finalize(story.coder, await story.reread(taken));
      return [refused.status, (refused.body as Problem).errors?.map(({ message }) => message)];
    };
    expect(await reasonsNow()).toEqual([409, ['Pended: Waiting for Dr Lee', 'One query is open.']]);
    await answer(thread, { body: 'Essential.' });
    await story.settle();
    expect(await reasonsNow()).toEqual([409, ['One query is open.']]);
    await story.coder.post(`/threads/${thread.id}/review`, { outcome: 'agreed' });
    await story.settle();
    expect(await story.reread(taken)).toMatchObject({ openQueries: 0, barriers: [] });
    expect((await story.itemOf(taken)).needs).toBe('Finish coding');
    expect((await story.finalize(story.coder, await story.reread(taken))).status).toBe(200);
  });

  it('are work of whoever asked, waiting for the physician, then to read, then done', async () => {
    const taken = await story.aTakenCase();
    const thread = await story.aQuery(taken);
    expect(await queryItem(thread, 'waiting')).toMatchObject({
      subjectType: 'query',
      number: thread.number,
      code: taken.number,
      ownerId: story.coder.principal.userId,
      needs: 'Waiting for Dr Lee',
      dueRule: 'answer to a query within 72 hours',
      dueOn: thread.dueAt?.slice(0, 10),
    });
    await story.physician.post(`/threads/${thread.id}/response`, { response: 'need-info', body: 'Which day?' });
    await story.settle();
    expect(await queryItem(thread, 'open')).toMatchObject({ needs: 'Read the reply' });
    expect((await story.reread(taken)).state).toBe('in-progress');
    await story.coder.post(`/threads/${thread.id}/retraction`, { reason: 'Found in the notes' });
    await story.settle();
    expect(await queryItem(thread, 'done')).toBeDefined();
    expect(await story.reread(taken)).toMatchObject({ openQueries: 0, state: 'in-progress' });
  });

  it('let the chart go on only when the last of two is answered', async () => {
    const taken = await story.aTakenCase();
    const [first, second] = [await story.aQuery(taken), await story.aQuery(taken, 'Which knee?')];
    await answer(first, { body: 'Essential.' });
    await story.settle();
    expect(await story.reread(taken)).toMatchObject({ state: 'pended', openQueries: 2 });
    await answer(second, { body: 'The right one.' });
    await story.settle();
    expect(await story.reread(taken)).toMatchObject({ state: 'in-progress', openQueries: 2 });
  });

  it('go to clinicians of the encounter only, as one short question', async () => {
    const taken = await story.aTakenCase();
    const stranger = await story.app.person(story.hospital, ['physician']);
    const ask = (change: object) =>
      story.coder.post('/threads', {
        subjectType: 'coding',
        subjectId: taken.id,
        kind: 'query',
        recipientId: story.physician.principal.userId,
        body: 'Which knee?',
        ...change,
      });
    const codes = [
      await ask({ recipientId: stranger.principal.userId }),
      await ask({ body: 'x'.repeat(1201) }),
      await ask({ body: 'Which knee? And since when?' }),
      await ask({ options: ['Right', 'right'] }),
    ].map(({ body }) => (body as Problem).code);
    expect(codes).toEqual(['thread/wrong-recipient', 'request/invalid', 'request/invalid', 'request/invalid']);
    const sent = await ask({ options: ['Right', 'Left'] });
    expect((sent.body as Thread).options.map(({ text }) => text)).toEqual([
      'Right',
      'Left',
      expect.stringMatching(/^Other/),
      'Unable to determine',
    ]);
  });

  it('offer the clinicians who sign in as those who may be asked', async () => {
    const taken = await story.aTakenCase();
    const { body } = await story.coder.get<{ items: object[] }>(
      `/threads/recipients?subjectType=coding&subjectId=${taken.id}`,
    );
    expect(body.items).toEqual([
      { userId: story.physician.principal.userId, name: 'Dr Lee', service: 'Medicine', role: 'attending' },
    ]);
  });

  it('do not stop coders from talking about the chart among themselves', async () => {
    const taken = await story.aTakenCase();
    const said = await story.other.post('/threads', {
      subjectType: 'coding',
      subjectId: taken.id,
      kind: 'message',
      body: 'Second look at the laterality, please.',
    });
    await story.settle();
    expect((said.body as Thread).subjectNumber).toBe(taken.number);
    expect(await story.reread(taken)).toMatchObject({ openQueries: 0, state: 'ready' });
  });
});
