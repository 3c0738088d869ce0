import { setTimeout } from 'node:timers/promises';
import { readFhir } from '@caseboard/fhir';
import type { FhirBinary, FhirDocument, FhirResource } from '@caseboard/fhir';
import { AppError, FileStore, UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { ChunkPace } from './chunk-pace.ts';
import { readContent } from './document-content.ts';
import type { ReadContent } from './document-content.ts';
import { writeChunk } from './fhir-chunk.ts';
import type { FhirPlan } from './fhir-plan.ts';
import { rankOf } from './fhir-rank.rules.ts';
import type { ImportRun } from './import-handler.ts';
import type { Payers } from './payers.service.ts';

const TRIES = 5;
const RESOURCES = { first: 100, least: 20, most: 400 };
/** Most bytes of documents in one chunk. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What applying needs of the server. */
export interface FhirDoors {
  uow: UnitOfWork;
  files: FileStore;
  payers: Payers;
}

/** Pass 2 over a FHIR file: as many readings as the plan says, each in chunks with the cursor inside. */
export class FhirApply {
  private readonly pace = new ChunkPace(RESOURCES);
  private readonly run: ImportRun;
  private readonly doors: FhirDoors;
  private readonly plan: FhirPlan;
  private chunk: FhirResource[] = [];
  private bytes = 0;

  constructor(run: ImportRun, doors: FhirDoors) {
    this.run = run;
    this.doors = doors;
    this.plan = run.plan as FhirPlan;
  }

  async all(): Promise<void> {
    for (const [at, ranks] of this.plan.sweeps.entries()) {
      const base = at * this.plan.total;
      if (base + this.plan.total > this.run.cursor) await this.sweep(new Set(ranks), base);
    }
  }

  /** The cursor counts over all sweeps: sweep by sweep the ordinal of the resource. */
  private async sweep(ranks: ReadonlySet<number>, base: number): Promise<void> {
    let cursor = base;
    for await (const item of readFhir(this.run.open())) {
      if (item.kind !== 'resource') continue;
      cursor += 1;
      if (cursor <= this.run.cursor || !ranks.has(rankOf(item.resource))) continue;
      this.chunk.push(item.resource);
      this.bytes += bytesIn(item.resource);
      if (this.chunk.length >= this.pace.size || this.bytes >= MOST_BYTES) await this.commit(cursor);
    }
    await this.commit(cursor);
  }

  private async commit(cursor: number): Promise<void> {
    const { orgId, signal } = this.run;
    signal.throwIfAborted();
    const resources = this.chunk;
    this.chunk = [];
    this.bytes = 0;
    const contents = new Map<FhirResource, ReadContent>();
    for (const one of resources) {
      const content = hasContent(one) ? await readContent(this.doors.files, orgId, one) : undefined;
      if (content) contents.set(one, content);
    }
    const started = performance.now();
    await this.patiently(async (tx) => {
      await writeChunk(tx, { resources, contents }, this.doors.payers);
      await this.run.saveCursor(tx, cursor);
    });
    this.pace.took(resources.length, performance.now() - started);
    await this.dropUnused(contents);
    await this.tell(cursor);
  }

  private async tell(cursor: number): Promise<void> {
    const { total, sweeps } = this.plan;
    const share = cursor / Math.max(1, sweeps.length);
    const text = `Taking in ${Math.floor(share).toLocaleString('en-US')} of ${total.toLocaleString('en-US')} resources`;
    await this.run.progress(cursor, total * sweeps.length, text);
  }

  /** Files kept for a document that turned out to be on record already. */
  private async dropUnused(contents: ReadonlyMap<FhirResource, ReadContent>): Promise<void> {
    const kept = [...contents.values()].flatMap(({ fileId }) => fileId ?? []);
    if (kept.length === 0) return;
    const { orgId } = this.run;
    const used = await this.doors.uow.peek(orgId, (tx) =>
      tx.query<{ id: string }>(
        'SELECT d.file_id AS id FROM records.document d WHERE d.org_id = $1 AND d.file_id = ANY($2::uuid[])',
        [orgId, kept],
      ),
    );
    const ids = new Set(used.map(({ id }) => id));
    for (const id of kept) if (!ids.has(id)) await this.doors.files.drop(orgId, 'rule:import', id);
  }

  /** Another import of the organisation may be adding patients: its chunk is short, so try again. */
  private async patiently(work: (tx: Tx) => Promise<void>): Promise<void> {
    const { orgId, importId, signal } = this.run;
    const audit = { action: 'rule.chart.import', kind: 'import', id: importId };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.doors.uow.actAs(orgId, 'rule:import', { ...audit }, work);
      } catch (error) {
        const isBusy = error instanceof AppError && error.code === 'request/busy';
        if (!isBusy || attempt === TRIES) throw error;
        await setTimeout(100 * attempt, undefined, { signal });
      }
    }
  }
}

type WithContent = FhirDocument | FhirBinary;

const hasContent = (resource: FhirResource): resource is WithContent =>
  resource.type === 'Binary' || 'attachment' in resource;

const bytesIn = (resource: FhirResource): number =>
  resource.type === 'Binary'
    ? resource.data.byteLength
    : 'attachment' in resource
      ? (resource.attachment.data?.byteLength ?? 0)
      : 0;
