import { channels } from '@caseboard/contracts';
import type { Submission } from '@caseboard/contracts';
import type { ChannelDefinition, RowDefinition } from '@caseboard/server/kernel';
import { gatedFacilities } from './billing.access.ts';
import type { SubmissionRow } from './submission.types.ts';
import { submissionsByIds } from './submissions.repository.ts';

/** A submission as it leaves the server. */
export const asSubmissionResource = (row: SubmissionRow): Submission => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  controlNumber: String(row.controlNumber).padStart(9, '0'),
  fileName: row.fileName,
  claims: row.claims,
  chargeCents: row.chargeCents,
  sentBy: row.sentBy,
  sentAt: row.sentAt.toISOString(),
  acknowledged: row.acknowledged,
});

/** Files of claims that left, and what the 999 said of them. */
export const submissionRow: RowDefinition<{ id: string; isRestricted: boolean }> = {
  kind: 'submission',
  channelsOf: () => [channels.submissions()],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await submissionsByIds(tx, ids, await gatedFacilities(tx));
    return new Map(rows.map((row) => [row.id, asSubmissionResource(row)]));
  },
};

/** Who may read submissions may follow them. */
export const submissionsChannel: ChannelDefinition = {
  prefix: 'submissions',
  audience: 'submissions',
  permission: 'billing.submission.read',
  admits: async (_tx, _principal, key) => key === 'all',
};
