/**
 * Names of live channels, always within the caller's organisation. One channel has one audience
 * (who may join it sees every row sent on it), so a name also says what its rows may hold.
 */
export const channels = {
  queue: (queueId: string) => `queue:${queueId}`,
  board: (name: 'denials' | 'follow-up') => `board:${name}`,
  case: (type: string, caseId: string) => `case:${type}:${caseId}`,
  team: (teamId: string) => `team:${teamId}`,
  job: (jobId: string) => `job:${jobId}`,
  /** Badges of the queues: one row per queue. */
  queueCounts: () => 'counts:queues',
  /** A person's own numbers and notices. */
  user: (userId: string) => `user:${userId}`,
  /** Lists of administration: people, teams, facilities, payers. */
  directory: () => 'directory:all',
  /** Names and faces, for everybody. */
  colleagues: () => 'colleagues:all',
  /** The import page's list. */
  imports: () => 'imports:all',
  /** Remittances and how far they are posted: money, so not for everybody who may import. */
  remittances: () => 'remittances:all',
  /** Claims with their states. */
  claims: () => 'claims:all',
  /** Patient accounts with their balances. */
  accounts: () => 'accounts:all',
  /** A conversation: its messages and how far each has read. */
  thread: (threadId: string) => `thread:${threadId}`,
  /** Files of claims that were sent. */
  submissions: () => 'submissions:all',
  /** What codes cost. */
  fees: () => 'fees:all',
} as const;
