import type { ImportFault } from '@caseboard/contracts';
import type { ClaimStatusItem } from '@caseboard/x12';
import type { ImportVerdict } from '@caseboard/server/records';
import { answerOfClaim } from './answer.rules.ts';
import { countsOf, errorsFirst } from './remittance-check.ts';
import { faultOfReader } from './remittance-faults.ts';

/** What pass 1 of acknowledgements hands to pass 2; stored as JSON. */
export interface AcknowledgementPlan {
  /** Ordinals of the sets that apply. */
  sets: number[];
  answers: number;
}

/** Checks a 277CA, 277 or 276 item by item. A set with a value that cannot be read stays out. */
export class ClaimStatusCheck {
  private readonly plan: AcknowledgementPlan = { sets: [], answers: 0 };
  private counted = { acknowledgements: 0, rejections: 0 };
  private before = 0;
  /** Answers read so far. */
  answers = 0;

  /** The verdict once the file ends; `others` are faults found beside reading. */
  take(item: ClaimStatusItem, others: readonly ImportFault[]): ImportVerdict | undefined {
    if (item.type === 'transaction-start') this.before = this.answers;
    else if (item.type === 'claim') {
      this.answers += 1;
      if (item.claim.statuses.length + item.claim.lines.length === 0) return undefined;
      this.counted.acknowledgements += 1;
      if (answerOfClaim(item.claim).outcome === 'rejected') this.counted.rejections += 1;
    } else if (item.type === 'transaction-end' && !item.hasErrors) {
      this.plan.sets.push(item.header.transaction.ordinal);
      this.plan.answers += this.answers - this.before;
    } else if (item.type === 'file-end') return this.end(item, others);
    return undefined;
  }

  private end(item: Extract<ClaimStatusItem, { type: 'file-end' }>, others: readonly ImportFault[]): ImportVerdict {
    const { interchanges, transactions, claims, serviceLines } = countsOf(item.counts);
    return {
      accepted: !item.hasEnvelopeErrors && this.plan.sets.length > 0,
      counts: { interchanges, transactions, claims, serviceLines, ...this.counted },
      faults: errorsFirst([...item.faults.map(faultOfReader), ...others]),
      plan: this.plan,
    };
  }
}
