import { Injectable } from '@nestjs/common';
import type { ImportFault, ImportKind } from '@caseboard/contracts';
import { AppError, fileNameOf, FileStore, UnitOfWork } from '@caseboard/server/kernel';
import type { Actor, Caller, StoredFile, Tx, Upload } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { peek } from './file-head.ts';
import type { Peeked } from './file-head.ts';
import { ImportKinds } from './import-kinds.service.ts';
import { announce } from './import.row.ts';
import { insertImport } from './imports.repository.ts';
import { unknownFile } from './unknown-file.rules.ts';

/** What the beginning of a file says of it. */
interface Recognised {
  kind: ImportKind;
  encoding: Peeked['encoding'];
  /** Why nothing of it can be taken; then it is kept and rejected at once. */
  fault?: ImportFault;
}

const AUDIT = { action: 'records.import.create', kind: 'import' };

/** Takes files in: recognises and keeps them and queues the import. */
@Injectable()
export class ImportIntake {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly kinds: ImportKinds,
  ) {}

  /**
   * A person's upload; the id of its import. Throws `import/empty`, or `import/kind-forbidden` once the first
   * bytes tell the kind. The same Idempotency-Key with the same file gives the same import.
   */
  async upload(caller: Caller, { name, content }: Upload): Promise<{ id: string }> {
    const { orgId, userId } = caller.principal;
    const peeked = await peek(content);
    const recognised = this.recognise(peeked);
    await this.requireRole(caller, recognised.kind);
    const file = await this.files.keep(orgId, `user:${userId}`, name, peeked.content);
    const id = uuidv7();
    return this.orDrop(orgId, `user:${userId}`, file, id, () =>
      this.uow.command(withBodyHash(caller, file.sha256), { ...AUDIT, id }, (tx) =>
        queue(tx, id, file, recognised, userId),
      ),
    );
  }

  /** A file of nobody's request: command line, samples, drop folder. No role is asked for. */
  async keep(orgId: string, actor: Actor, name: string, source: AsyncIterable<Uint8Array>): Promise<{ id: string }> {
    const peeked = await peek(source);
    const recognised = this.recognise(peeked);
    const file = await this.files.keep(orgId, actor, fileNameOf(name), peeked.content);
    const id = uuidv7();
    const userId = actor.startsWith('user:') ? actor.slice('user:'.length) : null;
    return this.orDrop(orgId, actor, file, id, () =>
      this.uow.actAs(orgId, actor, { ...AUDIT, id }, (tx) => queue(tx, id, file, recognised, userId)),
    );
  }

  private recognise({ isEmpty, encoding, head, fault }: Peeked): Recognised {
    if (isEmpty) throw new AppError('import/empty');
    if (fault) return { kind: 'unknown', encoding, fault };
    const detected = this.kinds.detect(head) ?? { kind: 'unknown' };
    const isUnknown = detected.kind === 'unknown';
    return { encoding, ...detected, ...(isUnknown && !detected.fault ? { fault: unknownFile(head) } : {}) };
  }

  private async requireRole({ principal, traceId }: Caller, kind: ImportKind): Promise<void> {
    if (kind === 'unknown') return;
    const { roles } = this.kinds.require(kind);
    if (principal.roles.some((held) => roles.includes(held))) return;
    const audit = { ...AUDIT, details: { kind } };
    await this.uow.refused(
      { orgId: principal.orgId, actor: `user:${principal.userId}`, traceId, audit },
      'import/kind-forbidden',
    );
    throw new AppError('import/kind-forbidden');
  }

  /** A file that no import refers to in the end (refused, or an earlier reply was given again) is not kept. */
  private async orDrop(
    orgId: string,
    actor: Actor,
    file: StoredFile,
    id: string,
    write: () => Promise<{ id: string }>,
  ) {
    try {
      const reply = await write();
      if (reply.id !== id) await this.files.drop(orgId, actor, file.id);
      return reply;
    } catch (error) {
      await this.files.drop(orgId, actor, file.id).catch(() => undefined);
      throw error;
    }
  }
}

async function queue(
  tx: Tx,
  id: string,
  file: StoredFile,
  recognised: Recognised,
  byUserId: string | null,
): Promise<{ id: string }> {
  const { kind, encoding, fault } = recognised;
  const state = fault ? 'rejected' : 'queued';
  await insertImport(tx, {
    id,
    fileId: file.id,
    fileName: file.name,
    encoding,
    sha256: file.sha256,
    bytes: file.bytes,
    kind,
    state,
    progressText: fault ? 'Rejected, nothing was applied' : 'Waiting for its turn',
    faults: fault ? [fault] : [],
    byUserId,
  });
  if (!fault) await tx.enqueue('imports', id);
  announce(tx, id, state, true);
  return { id };
}

/** The body of an upload is its file, which the edge could not hash. */
const withBodyHash = (caller: Caller, bodyHash: string): Caller =>
  caller.idempotency ? { ...caller, idempotency: { ...caller.idempotency, bodyHash } } : caller;
