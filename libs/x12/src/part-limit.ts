import type { FaultLog } from './fault-log.ts';
import { errorAt } from './faults.ts';
import type { X12Segment } from './segment.ts';

/** Segments one part of a set (its header, one claim, its PLBs) may have; ten times what the guides allow. */
export const MOST_SEGMENTS_PER_PART = 100_000;

/** Keeps one part of a set from filling memory: beyond the limit its segments are dropped, with one error. */
export class PartLimit {
  private readonly faults: FaultLog;
  private readonly most: number;
  private segments = 0;

  constructor(faults: FaultLog, most = MOST_SEGMENTS_PER_PART) {
    this.faults = faults;
    this.most = most;
  }

  /** A new part begins. */
  restart(): void {
    this.segments = 0;
  }

  /** Whether the next segment of the part still fits. */
  admits(segment: X12Segment): boolean {
    this.segments += 1;
    if (this.segments === this.most + 1) {
      const message = `more than ${this.most} segments in one claim, header or trailer`;
      this.faults.add(errorAt(segment, 'x12/too-many-segments', message));
    }
    return this.segments <= this.most;
  }
}
