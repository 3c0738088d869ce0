import { channels } from '@caseboard/contracts';
import type { Message, Page, Thread } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import { threadStory } from '../test/thread-story.ts';
import { Threads } from './threads.service.ts';

describe('the conversation on a case', () => {
  const story = threadStory();

  it('is one, whoever writes first', async () => {
    const first = await story.say(story.biller, 'The payer wants notes.');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      number: 'THR-000001',
      kind: 'message',
      state: 'open',
      subjectType: 'toy',
      body: '',
    });
    const second = await story.say(story.coder, 'I have them.');
    expect(second.body.id).toBe(first.body.id);
    expect(second.body.participantIds).toEqual([story.biller.id, story.coder.id]);
    const messages = await story.messages(story.biller, first.body.id);
    expect(messages.map(({ ordinal, body, authorId }) => [ordinal, body, authorId])).toEqual([
      [1, 'The payer wants notes.', story.biller.id],
      [2, 'I have them.', story.coder.id],
    ]);
  });

  it('is one also when many begin at once, with ordinals without holes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => story.say(at % 2 === 0 ? story.biller : story.coder, `Word ${at}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const messages = await story.messages(story.biller, answers[0]?.body.id ?? '');
    expect(messages.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [thread] = await story.app.sql(
      `SELECT message_count FROM threads.thread WHERE org_id = '${story.hospital.orgId}'`,
    );
    expect(thread).toEqual({ message_count: 8 });
  });

  it('takes a message sent twice once', async () => {
    const key = uuidv7();
    const ask = { subjectType: 'toy', subjectId: story.caseId, kind: 'message', body: 'Once.' };
    const [first, again] = [
      await story.biller.post<Thread>('/threads', ask, key),
      await story.biller.post<Thread>('/threads', ask, key),
    ];
    expect(again.body).toEqual(first.body);
    expect(await story.messages(story.biller, first.body.id)).toHaveLength(1);
  });

  it('calls in by name who may see the case, and nobody else', async () => {
    const { body: thread } = await story.say(story.biller, 'Can you look?', { mentionIds: [story.coder.id] });
    expect(thread.participantIds).toContain(story.coder.id);
    expect(await story.ids(story.coder, '?participant=me&unread=true')).toEqual([thread.id]);
    expect(await story.delivered('threads.message-posted')).toContain(`put thread ${channels.user(story.coder.id)}`);
    const refused = await story.biller.post<{ code: string; errors: { message: string }[] }>(
      `/threads/${thread.id}/messages`,
      { body: 'And you?', mentionIds: [story.physician.id] },
    );
    expect(refused).toMatchObject({ status: 422, body: { code: 'thread/wrong-recipient' } });
    expect(refused.body.errors[0]?.message).toBe(`${story.physician.principal.name} may not see this case.`);
    expect(await story.messages(story.biller, thread.id)).toHaveLength(1);
  });

  it('knows how far each has read, and never goes back', async () => {
    const { body: thread } = await story.say(story.biller, 'One.', { mentionIds: [story.coder.id] });
    await story.say(story.biller, 'Two.');
    const read = await story.coder.put<Thread>(`/threads/${thread.id}/read`, { upTo: 2 });
    expect(read.body.reads).toContainEqual({ userId: story.coder.id, upTo: 2 });
    const back = await story.coder.put<Thread>(`/threads/${thread.id}/read`, { upTo: 1 });
    expect(back.body.reads).toContainEqual({ userId: story.coder.id, upTo: 2 });
    expect(await story.ids(story.coder, '?participant=me&unread=true')).toEqual([]);
    const beyond = await story.coder.put<Thread>(`/threads/${thread.id}/read`, { upTo: 99 });
    expect(beyond.body.reads).toContainEqual({ userId: story.coder.id, upTo: 2 });
  });

  it('shows no mark of who only looks in', async () => {
    const { body: thread } = await story.say(story.biller, 'One.');
    const auditor = await story.person('auditor');
    const read = await auditor.put<Thread>(`/threads/${thread.id}/read`, { upTo: 1 });
    expect(read.body.reads).toEqual([{ userId: story.biller.id, upTo: 1 }]);
    expect((await auditor.post(`/threads/${thread.id}/messages`, { body: 'No.' })).status).toBe(403);
  });

  it('lists by page, the newest message first, and messages by page', async () => {
    const { body: older } = await story.say(story.biller, 'Older.');
    story.caseId = story.app.cases.add();
    const { body: newer } = await story.say(story.biller, 'Newer.');
    const { body: page } = await story.biller.get<Page<Thread>>('/threads?limit=1');
    expect(page.items.map(({ id }) => id)).toEqual([newer.id]);
    expect(await story.ids(story.biller, `?limit=1&cursor=${page.nextCursor}`)).toEqual([older.id]);
    await story.biller.post(`/threads/${older.id}/messages`, { body: 'Again.' });
    expect(await story.ids(story.biller, '')).toEqual([older.id, newer.id]);
    const { body: messages } = await story.biller.get<Page<Message>>(`/threads/${older.id}/messages?limit=1`);
    expect(messages.items.map(({ body }) => body)).toEqual(['Again.']);
    const rest = await story.biller.get<Page<Message>>(
      `/threads/${older.id}/messages?limit=1&cursor=${messages.nextCursor}`,
    );
    expect(rest.body.items.map(({ body }) => body)).toEqual(['Older.']);
  });

  it('follows its case: a new number shows at once', async () => {
    const { body: thread } = await story.say(story.biller, 'One.');
    story.app.cases.change(story.caseId, { number: 'TOY-NEW' });
    await story.app.uow.actAs(story.hospital.orgId, 'rule:test', { action: 'test', kind: 'case' }, (tx) =>
      story.app.get(Threads).subjectChanged(tx, 'toy', story.caseId),
    );
    expect((await story.biller.get<Thread>(`/threads/${thread.id}`)).body.subjectNumber).toBe('TOY-NEW');
    expect(await story.delivered('threads.threads-regated')).toContain(`put thread ${channels.thread(thread.id)}`);
  });
});
