import { Injectable } from '@nestjs/common';
import type { Attachment } from '@caseboard/contracts';
import { AppError, FileStore, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Upload } from '@caseboard/server/kernel';
import { findAttachment, insertAttachment, takeLooseAttachments } from './attachments.repository.ts';
import type { AttachmentRow } from './attachments.repository.ts';
import { HEAD_BYTES, mediaTypeOf } from './file-type.rules.ts';
import { ThreadReads } from './thread-reads.service.ts';

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 50;

/** Files of messages: uploaded first, bound when the message is posted. */
@Injectable()
export class ThreadFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly reads: ThreadReads,
  ) {}

  /** Keeps a file for a message to come; throws `thread/file-type` by its content, `request/too-large`. */
  async upload(caller: Caller, { name, content }: Upload): Promise<Attachment> {
    const { orgId, userId } = caller.principal;
    const seen = { mediaType: '' };
    const kept = await this.files.keep(orgId, `user:${userId}`, name, sniffed(content, name, seen));
    const { idempotency: _, ...once } = caller;
    const audit = { action: 'threads.message.post', kind: 'file', id: kept.id };
    await this.uow.command(once, audit, (tx) => insertAttachment(tx, { ...kept, mediaType: seen.mediaType }, userId));
    return { id: kept.id, name: kept.name, bytes: kept.bytes };
  }

  /** A file of a thread this person sees, with its content still to be read. Throws `request/not-found`. */
  async download(caller: Caller, threadId: string, fileId: string) {
    const audit = { action: 'threads.file.read', kind: 'file', id: fileId, details: { threadId } };
    const file = await this.uow.read(caller, audit, async (tx): Promise<AttachmentRow> => {
      await this.reads.requireSeen(tx, caller, threadId);
      const found = await findAttachment(tx, threadId, fileId);
      if (!found) throw notFound();
      return found;
    });
    return { file, content: this.files.read(caller.principal.orgId, fileId) };
  }

  /** Removes uploads that no message used within a day. */
  async dropLoose(orgId: string, now: Date): Promise<void> {
    const audit = { action: 'rule.threads-loose-files', kind: 'file' };
    const before = new Date(now.getTime() - DAY_MS);
    const ids = await this.uow.actAs(orgId, 'rule:loose-files', audit, (tx) =>
      takeLooseAttachments(tx, before, AT_ONCE),
    );
    for (const id of ids) await this.files.drop(orgId, 'rule:loose-files', id);
  }
}

/** The content, once its beginning was judged. A file without content has no kind that is taken. */
async function* sniffed(
  content: AsyncIterable<Uint8Array>,
  name: string,
  seen: { mediaType: string },
): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0);
  for await (const piece of content) {
    if (seen.mediaType !== '') {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.byteLength < HEAD_BYTES) continue;
    seen.mediaType = judge(head, name);
    yield head;
  }
  if (seen.mediaType !== '') return;
  seen.mediaType = judge(head, name);
  yield head;
}

function judge(head: Uint8Array, name: string): string {
  const mediaType = mediaTypeOf(head.subarray(0, HEAD_BYTES), name);
  if (!mediaType) throw new AppError('thread/file-type');
  return mediaType;
}
