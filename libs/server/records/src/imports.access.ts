import type { ChannelDefinition } from '@caseboard/server/kernel';
import { findImport } from './imports.repository.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who may read imports may follow them all; files of one organisation are seen by no other. */
export const importChannels: readonly ChannelDefinition[] = [
  {
    prefix: 'imports',
    audience: 'imports',
    permission: 'records.import.read',
    admits: async (_, __, key) => key === 'all',
  },
  {
    prefix: 'job',
    audience: 'job',
    permission: 'records.import.read',
    admits: async (tx, _, key) => UUID.test(key) && (await findImport(tx, key)) !== undefined,
  },
];
