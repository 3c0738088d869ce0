import { isEnvelopeFault, type X12Fault } from './faults.ts';

/**
 * The faults of one file in the order found. Keeps the first `limit` and counts the rest, so that a hostile
 * file cannot fill memory; `hasErrors` and `hasEnvelopeErrors` count those not kept too.
 */
export class FaultLog {
  readonly list: X12Fault[] = [];
  private readonly limit: number;
  private found = 0;
  private errors = 0;
  private envelopeErrors = 0;

  constructor(limit = 500) {
    this.limit = limit;
  }

  /** How many were found, kept or not. */
  get count(): number {
    return this.found;
  }

  /** How many of them are errors. */
  get errorCount(): number {
    return this.errors;
  }

  get hasErrors(): boolean {
    return this.errors > 0;
  }

  get hasEnvelopeErrors(): boolean {
    return this.envelopeErrors > 0;
  }

  add(fault: X12Fault): void {
    this.found += 1;
    if (fault.severity === 'error') this.errors += 1;
    if (isEnvelopeFault(fault)) this.envelopeErrors += 1;
    if (this.list.length < this.limit) this.list.push(fault);
    else if (this.list.length === this.limit) this.list.push(tooMany(this.limit));
  }
}

function tooMany(limit: number): X12Fault {
  return { code: 'x12/too-many-faults', message: `only the first ${limit} faults are listed`, severity: 'warning' };
}
