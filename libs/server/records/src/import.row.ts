import { channels, ImportChanged } from '@caseboard/contracts';
import type { ImportJob, ImportState } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowDefinition, Tx } from '@caseboard/server/kernel';
import { MOST_FAULTS, shown } from './import-faults.rules.ts';
import type { ImportJobRow } from './import-job.ts';
import { importsByIds } from './imports.repository.ts';

/** Faults of an import in lists; its own page shows all that are kept. */
export const FAULTS_IN_LISTS = 20;

type Presence = { id: string };

/** An import on the import page's list and on its own channel. */
export const importRow: RowDefinition<Presence> = {
  kind: 'import',
  channelsOf: ({ id }) => [channels.imports(), channels.job(id)],
  isRestricted: () => false,
  project: async (tx, ids, audience) => {
    const jobs = await importsByIds(tx, ids);
    return new Map(jobs.map((job) => [job.id, asImportJob(job, audience === 'job' ? MOST_FAULTS : FAULTS_IN_LISTS)]));
  },
};

/** An import as clients see it, with its first `mostFaults` faults. */
export function asImportJob(row: ImportJobRow, mostFaults = MOST_FAULTS): ImportJob {
  const { id, fileName, kind, state, progress, progressText, counts, sha256, bytes, byUserId } = row;
  return {
    id,
    fileName,
    kind,
    state,
    progress,
    progressText,
    counts,
    sha256,
    bytes,
    byUserId,
    errors: shown(row, mostFaults),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    ...(row.duplicateOf === null ? {} : { duplicateOf: row.duplicateOf }),
  };
}

/** Shows an import that was just made, or again. */
export function announce(tx: Tx, importId: string, state: ImportState, isNew = false): void {
  const rows = [effectOf(importRow, isNew ? undefined : { id: importId }, { id: importId })];
  tx.append(ImportChanged, { id: importId, data: { importId, state }, rows });
}
