/** Every kind of slow work, by queue name: pg-boss creates them once, as the owner. */
export const JOB_QUEUES = ['imports'] as const;
export type JobQueue = (typeof JOB_QUEUES)[number];

/** All a job says: the handler opens a unit of work and reads the rest. */
export interface JobPayload {
  orgId: string;
  id: string;
}
