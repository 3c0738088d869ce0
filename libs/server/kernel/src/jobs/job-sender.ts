/** Nest asks for this token where the unit of work queues jobs. */
export const JOB_SENDER = Symbol('job-sender');
