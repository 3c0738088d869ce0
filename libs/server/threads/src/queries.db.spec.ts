import { channels } from '@caseboard/contracts';
import type { Problem, Thread } from '@caseboard/contracts';
import { threadStory } from '../test/thread-story.ts';

describe('a question to a physician', () => {
  const story = threadStory();
  const ask = (who: 'coder' | 'physician', query: Thread, act: string, body: object = {}) =>
    story[who].post<Thread & Problem>(`/threads/${query.id}/${act}`, body);

  it('reaches who it asks at once, always with "other" and "unable to determine"', async () => {
    const query = await story.aQuery();
    expect(query).toMatchObject({ number: 'QRY-000001', state: 'sent', recipientId: story.physician.id });
    expect(query.options.map(({ id }) => id)).toEqual(['option-1', 'option-2', 'other', 'undetermined']);
    expect(await story.ids(story.physician, '?recipient=me&state=open&unread=true')).toEqual([query.id]);
    expect(await story.delivered('threads.query-sent')).toEqual(
      [
        `put thread ${channels.case('toy', story.caseId)}`,
        `put thread ${channels.thread(query.id)}`,
        ...[story.coder.id, story.physician.id].map((id) => `put thread ${channels.user(id)}`).sort(),
      ].sort(),
    );
  });

  it('goes from sent through viewed and answered to closed, its answer kept word for word', async () => {
    const query = await story.aQuery();
    expect((await ask('physician', query, 'view')).body.state).toBe('viewed');
    expect((await ask('physician', query, 'view')).body.state).toBe('viewed');
    const answered = await ask('physician', query, 'answer', {
      optionId: 'option-1',
      body: 'Acute on day 2,\nsee note.',
    });
    expect(answered.body).toMatchObject({
      state: 'answered',
      answer: { optionId: 'option-1', body: 'Acute on day 2,\nsee note.', byId: story.physician.id },
    });
    expect((await story.messages(story.coder, query.id)).map(({ kind, body }) => [kind, body])).toEqual([
      ['answer', 'Acute\nAcute on day 2,\nsee note.'],
    ]);
    await ask('physician', query, 'messages', { body: 'I mean day 3.' });
    expect((await story.messages(story.coder, query.id)).at(-1)).toMatchObject({ kind: 'addendum', ordinal: 2 });
    const closed = await ask('coder', query, 'review', { outcome: 'agreed' });
    expect(closed.body).toMatchObject({ state: 'closed', outcome: 'agreed', answer: answered.body.answer });
    expect(await story.ids(story.physician, '?recipient=me&state=open')).toEqual([]);
  });

  it('is answered once', async () => {
    const query = await story.aQuery();
    await ask('physician', query, 'answer', { optionId: 'option-1' });
    const again = await ask('physician', query, 'answer', { optionId: 'option-2' });
    expect(again).toMatchObject({ status: 409, body: { code: 'thread/illegal-move' } });
    expect((again.body.current as Thread).answer?.optionId).toBe('option-1');
  });

  it('needs an answer in it', async () => {
    const query = await story.aQuery();
    for (const body of [{}, { optionId: 'other' }])
      expect(await ask('physician', query, 'answer', body)).toMatchObject({
        status: 422,
        body: { code: 'thread/answer-empty' },
      });
    expect((await ask('physician', query, 'answer', { optionId: 'option-9' })).status).toBe(400);
    expect((await ask('physician', query, 'answer', { optionId: 'undetermined' })).body.state).toBe('answered');
  });

  it('says that it was taken back to who was just answering', async () => {
    const query = await story.aQuery();
    await ask('coder', query, 'retraction', { reason: 'Asked of the wrong visit.' });
    const late = await ask('physician', query, 'answer', { body: 'Acute.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'thread/retracted' } });
    expect(late.body.current as Thread).toMatchObject({ state: 'retracted', answer: null });
    expect((await ask('physician', query, 'messages', { body: 'Acute.' })).body.code).toBe('thread/retracted');
    expect((await story.messages(story.physician, query.id)).map(({ kind }) => kind)).toEqual(['event']);
  });

  it('may be responded to without an answer, and then answered or ended', async () => {
    const query = await story.aQuery();
    const more = await ask('physician', query, 'response', { response: 'need-info', body: 'Which echo?' });
    expect(more.body.state).toBe('need-info');
    expect((await ask('coder', query, 'review', { outcome: 'agreed' })).body.code).toBe('thread/illegal-move');
    expect((await ask('physician', query, 'answer', { body: 'Chronic.' })).body.state).toBe('answered');
    const other = await story.aQuery();
    await ask('physician', other, 'response', { response: 'not-my-patient' });
    expect((await ask('physician', other, 'answer', { body: 'Chronic.' })).body.code).toBe('thread/illegal-move');
    const ended = await ask('coder', other, 'review', { outcome: 'no-longer-needed' });
    expect(ended.body).toMatchObject({ state: 'closed', outcome: 'no-longer-needed' });
  });

  it('goes only to who may be asked about the case', async () => {
    const another = await story.person('physician');
    await expect(story.aQuery({ recipientId: another.id })).rejects.toThrow('thread/wrong-recipient');
    await expect(story.aQuery({ recipientId: story.biller.id })).rejects.toThrow('thread/wrong-recipient');
    await expect(story.aQuery({ options: ['Acute'] })).rejects.toThrow('thread/empty-query');
    await expect(story.aQuery({ body: 'Worth $400 more?' })).rejects.toThrow('thread/empty-query');
    const { body } = await story.coder.get<{ items: { userId: string }[] }>(
      `/threads/recipients?subjectType=toy&subjectId=${story.caseId}`,
    );
    expect(body.items.map(({ userId }) => userId)).toEqual([story.physician.id]);
  });
});
