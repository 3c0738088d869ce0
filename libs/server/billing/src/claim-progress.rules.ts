import type { CLAIM_STATES } from '@caseboard/contracts';

/** States a claim goes through before anything is decided on it (domain 2.2); `billing.claim_progress` holds them. */
export type ProgressState = Exclude<
  (typeof CLAIM_STATES)[number],
  'paid-full' | 'paid-partial' | 'denied' | 'reversed'
>;

/** How far each state is. A rejection by the clearinghouse is further than its acceptance, the payer's word further still. */
const RANK: Record<ProgressState, number> = {
  draft: 0,
  ready: 1,
  sent: 2,
  acknowledged: 3,
  accepted: 4,
  rejected: 5,
  'payer-accepted': 6,
  pending: 7,
  'info-requested': 7,
};

/** States that end one attempt: a draft may be built again, and a claim may be sent again after it came back. */
const BEFORE_SENDING: ReadonlySet<ProgressState> = new Set(['draft', 'ready', 'sent']);

/**
 * Whether news brings a claim to another state: answers only move it forward (several 277CAs are normal, the furthest
 * is kept), a rejection counts from everywhere before pending, a claim not yet sent moves freely between draft and
 * ready, and sending again begins anew.
 */
export function isFurther(from: ProgressState, to: ProgressState): boolean {
  if (from === to) return false;
  if (to === 'sent') return from === 'draft' || from === 'ready' || from === 'rejected';
  if (to === 'rejected') return RANK[from] >= RANK.sent && RANK[from] < RANK.pending;
  if (BEFORE_SENDING.has(to)) return from === 'draft' || from === 'ready' || from === 'rejected';
  if (from === 'rejected') return RANK[to] > RANK.rejected;
  if (BEFORE_SENDING.has(from) && from !== 'sent') return false;
  return RANK[to] >= RANK[from];
}
