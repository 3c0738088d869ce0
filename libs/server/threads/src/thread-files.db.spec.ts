import type { Attachment, Message } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import { threadStory } from '../test/thread-story.ts';
import { ThreadFiles } from './thread-files.service.ts';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(600_000, 7)]);

describe('files of a conversation', () => {
  const story = threadStory();

  it('are uploaded, bound by a message, and come back as they were', async () => {
    const { body: file } = (await story.biller.upload('letter “one”.pdf', PDF)) as { body: Attachment };
    expect(file).toMatchObject({ bytes: PDF.byteLength });
    const { body: thread } = await story.say(story.biller, 'The letter.', { fileIds: [file.id] });
    const [message] = (await story.messages(story.coder, thread.id)) as [Message];
    expect(message.files).toEqual([file]);
    const answer = await story.coder.download(`/threads/${thread.id}/files/${file.id}`);
    expect(Buffer.compare(answer.body, PDF)).toBe(0);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(answer.headers['content-disposition']).toContain(
      'attachment; filename="letter _one_.pdf"; filename*=UTF-8\'\'letter%20%E2%80%9Cone%E2%80%9D.pdf',
    );
    expect(
      await story.app.sql(
        `SELECT count(*)::int AS n FROM audit.entry WHERE action = 'threads.file.read' AND org_id = '${story.hospital.orgId}'`,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('of other kinds are refused by what is in them, and nothing of them stays', async () => {
    for (const [name, content] of [
      ['letter.pdf', 'MZ\u0000\u0001'],
      ['page.txt', '<!doctype html><script>alert(1)</script>'],
      ['empty.txt', ''],
    ] as const) {
      const refused = await story.biller.upload(name, content);
      expect([name, refused.status, refused.body.code]).toEqual([name, 422, 'thread/file-type']);
    }
    expect(await story.app.sql(`SELECT id FROM kernel.file WHERE org_id = '${story.hospital.orgId}'`)).toEqual([]);
    expect(
      await story.app.sql(`SELECT file_id FROM kernel.file_chunk WHERE org_id = '${story.hospital.orgId}'`),
    ).toEqual([]);
  });

  it('over 20 MB are refused', async () => {
    const refused = await story.biller.upload('long.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'));
    expect(refused.body.code).toBe('request/too-large');
  });

  it('belong to one message and to who uploaded them', async () => {
    const { body: file } = await story.biller.upload('a.csv', 'a,b\n1,2\n');
    const stolen = await story.say(story.coder, 'Mine?', { fileIds: [file.id] });
    expect(stolen).toMatchObject({ status: 422, body: { code: 'thread/unknown-file' } });
    const { body: thread } = await story.say(story.biller, 'Mine.', { fileIds: [file.id] });
    expect((await story.say(story.biller, 'Twice?', { fileIds: [file.id] })).status).toBe(422);
    expect((await story.say(story.biller, 'None.', { fileIds: [uuidv7()] })).status).toBe(422);
    expect((await story.physician.get(`/threads/${thread.id}/files/${file.id}`)).status).toBe(404);
  });

  it('that no message used are gone after a day', async () => {
    const { body: loose } = await story.biller.upload('a.txt', 'not used');
    const { body: used } = await story.biller.upload('b.txt', 'used');
    await story.say(story.biller, 'Used.', { fileIds: [used.id] });
    const later = new Date(Date.now() + 25 * 3_600_000);
    await story.app.get(ThreadFiles).dropLoose(story.hospital.orgId, later);
    const left = await story.app.sql(`SELECT id FROM kernel.file WHERE org_id = '${story.hospital.orgId}'`);
    expect(left).toEqual([{ id: used.id }]);
    expect(left).not.toContainEqual({ id: loose.id });
  });
});
