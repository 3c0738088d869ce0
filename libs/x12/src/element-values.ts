import { parseCents, parseQuantity } from './cents.ts';
import { parseDateSpan, parsePlainDate, type DateSpan } from './dates.ts';
import type { FaultLog } from './fault-log.ts';
import { errorAt, warningAt } from './faults.ts';
import type { X12Segment } from './segment.ts';

/** Reads typed elements and reports those that are not what the guide asks for. */
export class ElementValues {
  private readonly faults: FaultLog;

  constructor(faults: FaultLog) {
    this.faults = faults;
  }

  /** Text without the blanks around it; empty when absent. */
  text(segment: X12Segment, position: number): string {
    return segment.at(position).trim();
  }

  /** A required amount in cents; a missing or bad one is an error and counts as 0. */
  cents(segment: X12Segment, position: number): number {
    const amount = parseCents(segment.at(position).trim());
    if (amount === undefined) this.badAmount(segment, position);
    return amount ?? 0;
  }

  /** An optional amount in cents; a bad one is an error and counts as absent. */
  optionalCents(segment: X12Segment, position: number): number | undefined {
    return segment.at(position).trim() === '' ? undefined : this.cents(segment, position);
  }

  /** An optional quantity; a bad one is a warning and counts as absent. */
  quantity(segment: X12Segment, position: number): number | undefined {
    const text = segment.at(position).trim();
    if (text === '') return undefined;
    const quantity = parseQuantity(text);
    if (quantity === undefined) {
      const message = `${this.name(segment, position)} is no quantity`;
      this.faults.add(warningAt(segment, 'x12/bad-amount', message, position));
    }
    return quantity;
  }

  /** An optional CCYYMMDD as a plain date; a bad one is a warning and counts as absent. */
  date(segment: X12Segment, position: number): string | undefined {
    const text = segment.at(position).trim();
    if (text === '') return undefined;
    const date = parsePlainDate(text);
    if (date === undefined) this.badDate(segment, position);
    return date;
  }

  /** An optional date or range of dates; a bad one is a warning and counts as absent. */
  span(segment: X12Segment, position: number): DateSpan | undefined {
    const text = segment.at(position).trim();
    if (text === '') return undefined;
    const span = parseDateSpan(text);
    if (span === undefined) this.badDate(segment, position);
    return span;
  }

  private badAmount(segment: X12Segment, position: number): void {
    const state = segment.at(position).trim() === '' ? 'empty' : 'no amount in whole cents';
    const message = `${this.name(segment, position)} is ${state}`;
    this.faults.add(errorAt(segment, 'x12/bad-amount', message, position));
  }

  private badDate(segment: X12Segment, position: number): void {
    const message = `${this.name(segment, position)} is no date`;
    this.faults.add(warningAt(segment, 'x12/bad-date', message, position));
  }

  private name(segment: X12Segment, position: number): string {
    return `${segment.id}${String(position).padStart(2, '0')}`;
  }
}
