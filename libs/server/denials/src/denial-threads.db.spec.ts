import { channels } from '@caseboard/contracts';
import type { DenialCase, Page, Thread } from '@caseboard/contracts';
import { LiveRegistry } from '@caseboard/server/kernel';
import { Threads } from '@caseboard/server/threads';
import { v7 as uuidv7 } from 'uuid';
import { aClaim, anEra } from '../test/a-decision.ts';
import { denialStory, denied } from '../test/denial-story.ts';
import type { Person } from '../test/denials-app.ts';

describe('what people say about a denial', () => {
  const story = denialStory();

  const say = (who: Person, subjectId: string, body: string): Promise<Thread> =>
    story.app.get(Threads).open(
      {
        principal: who.principal,
        route: 'threads.create',
        traceId: 'story',
        idempotency: { key: uuidv7(), bodyHash: '' },
      },
      { subjectType: 'denial', subjectId, kind: 'message', body },
    );
  const threadsSeenBy = async (who: Person) => (await who.get<Page<Thread>>('/threads')).body.items;

  it('is named after its case, and lives on the case’s channel', async () => {
    const card = await story.aCase();
    const thread = await say(story.biller, card.id, 'Appeal or correct?');
    expect(thread).toMatchObject({ subjectNumber: card.number, patient: card.patient, title: `Case ${card.number}` });
    expect(await story.deliveriesOf('threads.message-posted')).toContainEqual({
      channel: channels.case('denial', card.id),
      op: 'put',
      kind: 'thread',
    });
  });

  it('is seen by who sees the case, not by a physician', async () => {
    const card = await story.aCase();
    const thread = await say(story.biller, card.id, 'Appeal or correct?');
    expect(await threadsSeenBy(story.lead)).toEqual([thread]);
    const physician = await story.app.person(story.hospital, ['physician']);
    expect(await threadsSeenBy(physician)).toEqual([]);
    await expect(say(physician, card.id, 'Hello?')).rejects.toThrow('request/not-found');
  });

  it('goes behind the gate with the case once its claim shows where it belongs', async () => {
    const card = await story.aCase('G1');
    const thread = await say(story.biller, card.id, 'Whose is it?');
    const facilityId = await story.hospital.facility('Behavioral health', true);
    await story.app.uow.actAs(story.hospital.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute(`UPDATE identity.facility SET npi = '1999999984' WHERE org_id = $1`, [tx.orgId]),
    );
    const inside = await story.app.person(story.hospital, ['biller'], [facilityId]);
    await story.app.bring(story.hospital, aClaim('G1', [80_000], '1999999984'));
    const linked = await inside.get<DenialCase>(`/denial-cases/${card.id}`);
    expect(linked.body.facilityId).toBe(facilityId);
    expect((await threadsSeenBy(inside)).map(({ id }) => id)).toEqual([thread.id]);
    expect(await threadsSeenBy(story.biller)).toEqual([]);
    const admits = (who: Person) =>
      story.app.uow.peek(story.hospital.orgId, (tx) =>
        story.app.get(LiveRegistry).admits(tx, who.principal, channels.thread(thread.id)),
      );
    expect([await admits(inside), await admits(story.biller)]).toEqual([true, false]);
  });

  it('is none about a case there is not', async () => {
    await expect(say(story.biller, uuidv7(), 'Hello?')).rejects.toThrow('request/not-found');
    await story.app.bring(story.hospital, anEra('T-other', [denied('Z9')]));
    expect(await threadsSeenBy(story.biller)).toEqual([]);
  });
});
