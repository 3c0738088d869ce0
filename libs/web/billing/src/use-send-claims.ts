import { submissionsMade } from '@caseboard/contracts';
import type { ClaimSummary } from '@caseboard/contracts';
import { api, wordsOf } from '@caseboard/web/kernel';
import { formatMoney, notifyDone, notifyError } from '@caseboard/web/ui';
import { useState } from 'react';

/** Sending ready claims asks once, with what leaves and for how much. */
export interface SendClaims {
  asked: readonly ClaimSummary[];
  isBusy: boolean;
  ask(claims: readonly ClaimSummary[]): void;
  cancel(): void;
  /** True when they left. */
  send(): Promise<boolean>;
}

export function useSendClaims(): SendClaims {
  const [asked, setAsked] = useState<readonly ClaimSummary[]>([]);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { items } = await api.post('/submissions', submissionsMade, {
        body: { claimIds: asked.map(({ id }) => id) },
      });
      const files = items.map(({ number }) => number).join(', ');
      notifyDone(`${claimsWords(asked.length)} sent as ${files}`);
      setAsked([]);
      return true;
    } catch (error) {
      const { text, traceId } = wordsOf(error);
      notifyError('Nothing was sent.', text, traceId);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    asked,
    isBusy,
    ask: (claims) => setAsked(claims.filter(({ state }) => state === 'ready')),
    cancel: () => setAsked([]),
    send,
  };
}

export const claimsWords = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);

export const totalOf = (claims: readonly ClaimSummary[]): string =>
  formatMoney(
    claims.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
    'dollars',
  );
