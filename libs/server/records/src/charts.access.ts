import type { ChannelDefinition } from '@caseboard/server/kernel';
import { readable } from './encounters.access.ts';
import { patientsByIds } from './patient-tokens.repository.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Own channels of a patient and of a visit: the same predicates as their pages. */
export const chartChannels: readonly ChannelDefinition[] = [
  {
    prefix: 'case:patient',
    audience: 'patient',
    permission: 'records.patient.read',
    admits: async (tx, _, key) => UUID.test(key) && (await patientsByIds(tx, [key])).length > 0,
  },
  {
    prefix: 'case:encounter',
    audience: 'encounter',
    permission: 'records.encounter.read',
    admits: async (tx, principal, key) => UUID.test(key) && (await readable(tx, principal, [key])).has(key),
  },
];
