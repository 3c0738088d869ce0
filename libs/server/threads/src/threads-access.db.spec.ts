import { channels } from '@caseboard/contracts';
import type { Permission, Thread } from '@caseboard/contracts';
import { SearchRegistry } from '@caseboard/server/kernel';
import type { Person } from '../test/threads-app.ts';
import { threadStory } from '../test/thread-story.ts';
import { canSee } from './threads.access.ts';

describe('who sees a thread', () => {
  const story = threadStory();

  /** In the list, alone, its messages, and on its channel: the same answer everywhere. */
  async function sees(who: Person, id: string): Promise<boolean[]> {
    return [
      (await story.ids(who, '')).includes(id),
      (await who.get(`/threads/${id}`)).status === 200,
      (await who.get(`/threads/${id}/messages`)).status === 200,
      await story.app.admits(who.principal, channels.thread(id)),
    ];
  }
  const everywhere = [true, true, true, true];
  const nowhere = [false, false, false, false];

  it('is whoever sees the case, but a physician only where asked', async () => {
    const { body: thread } = await story.say(story.biller, 'The payer wants notes.');
    expect(await sees(story.coder, thread.id)).toEqual(everywhere);
    expect(await sees(story.physician, thread.id)).toEqual(nowhere);
    const query = await story.aQuery();
    expect(await sees(story.physician, query.id)).toEqual(everywhere);
    expect(await sees(await story.person('physician'), query.id)).toEqual(nowhere);
  });

  it('finds it by number and title, and nobody else does', async () => {
    const query = await story.aQuery();
    const found = (who: Person, text: string) =>
      story.app.uow.peek(story.hospital.orgId, async (tx) => {
        const [threads] = story.app
          .get(SearchRegistry)
          .openTo(who.principal)
          .filter(({ kind }) => kind === 'thread');
        return (await threads?.find(tx, who.principal, text, 5))?.map(({ id }) => id);
      });
    for (const text of ['qry-0000', 'heart FAIL']) {
      expect(await found(story.physician, text)).toEqual([query.id]);
      expect(await found(await story.person('physician'), text)).toEqual([]);
    }
    expect(await found(story.coder, 'Which acuity')).toEqual([]);
    expect(await found(story.coder, '%')).toEqual([]);
  });

  it('is nobody of another organisation', async () => {
    const { body: thread } = await story.say(story.biller, 'The payer wants notes.');
    const stranger = await story.app.person(await story.app.organisation(`x${thread.id}`), ['lead']);
    expect(await sees(stranger, thread.id)).toEqual(nowhere);
  });

  it('is within the gate of its facility only the people assigned to it', async () => {
    const facilityId = await story.hospital.facility('Behavioral health', true);
    story.caseId = story.app.cases.add({ facilityId, isRestricted: true });
    const inside = await story.person('biller', [facilityId]);
    expect((await story.say(story.biller, 'Hello?')).status).toBe(404);
    const { body: thread } = await story.say(inside, 'Only for us.');
    expect(await sees(inside, thread.id)).toEqual(everywhere);
    expect(await sees(story.biller, thread.id)).toEqual(nowhere);
    const calling = await inside.post(`/threads/${thread.id}/messages`, {
      body: 'Join us',
      mentionIds: [story.coder.id],
    });
    expect(calling.status).toBe(422);
    const ops = await story.delivered('threads.message-posted');
    expect(ops.filter((one) => !one.startsWith('touch'))).toEqual([]);
  });

  it('is no longer who took part when a gate closes before them', async () => {
    const facilityId = await story.hospital.facility('Clinic');
    story.caseId = story.app.cases.add({ facilityId });
    const { body: thread } = await story.say(story.biller, 'One.', { mentionIds: [story.coder.id] });
    expect(await sees(story.coder, thread.id)).toEqual(everywhere);
    await story.app.uow.actAs(story.hospital.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute('UPDATE identity.facility SET is_gated = true WHERE org_id = $1', [tx.orgId]),
    );
    expect(await sees(story.coder, thread.id)).toEqual(nowhere);
  });

  it('is no longer who took part when they lose the right to the case, nor the person asked who may not answer', async () => {
    const { body: thread } = await story.say(story.biller, 'One.', { mentionIds: [story.coder.id] });
    const coder = story.app.become(story.coder, ['physician']);
    expect(await sees(coder, thread.id)).toEqual(nowhere);
    const noLonger = { userId: story.physician.id, mayAnswer: false, subjectTypes: [], facilityIds: [] };
    const row = { recipientId: story.physician.id, subjectType: 'toy', isRestricted: false, facilityId: null };
    expect([canSee(noLonger, row), canSee({ ...noLonger, mayAnswer: true }, row)]).toEqual([false, true]);
  });

  const acts: [
    string,
    Permission,
    (who: Person, query: Thread) => Promise<{ status: number }>,
    ('biller' | 'coder' | 'physician' | 'auditor')[],
  ][] = [
    [
      'reads',
      'threads.thread.read',
      (who, query) => who.get(`/threads/${query.id}`),
      ['biller', 'coder', 'physician', 'auditor'],
    ],
    ['begins', 'threads.thread.create', (who) => story.say(who, 'Hello.'), ['biller', 'coder']],
    [
      'writes',
      'threads.message.post',
      (who, query) => who.post(`/threads/${query.id}/messages`, { body: 'Hm.' }),
      ['biller', 'coder', 'physician'],
    ],
    [
      'answers',
      'threads.query.answer',
      (who, query) => who.post(`/threads/${query.id}/answer`, { body: 'Acute.' }),
      ['physician'],
    ],
    [
      'takes back',
      'threads.query.review',
      (who, query) => who.post(`/threads/${query.id}/retraction`, { reason: 'No.' }),
      ['coder'],
    ],
  ];
  it.each(acts)('%s only with %s', async (_, __, act, allowed) => {
    const people = {
      biller: story.biller,
      coder: story.coder,
      physician: story.physician,
      auditor: await story.person('auditor'),
    };
    const query = await story.aQuery();
    const passed: string[] = [];
    for (const [role, who] of Object.entries(people)) if ((await act(who, query)).status < 300) passed.push(role);
    expect(passed).toEqual(allowed);
  });
});
