import { parsePlainDate } from './dates.ts';
import type { ElementValues } from './element-values.ts';
import type { TransactionHeader } from './envelope-headers.ts';
import type { FaultLog } from './fault-log.ts';
import { errorAt, warningAt } from './faults.ts';
import { referenceOf, referenceWith } from './parties.ts';
import type { RemittanceHeader, RemittanceParty } from './remittance.ts';
import type { X12Segment } from './segment.ts';

/** Collects what stands between ST and the first claim of an 835. */
export class RemittanceHeaderReader {
  readonly header: RemittanceHeader;
  private readonly faults: FaultLog;
  private readonly values: ElementValues;
  private party: RemittanceParty | undefined;
  private hasPayment = false;

  constructor(transaction: TransactionHeader, values: ElementValues, faults: FaultLog) {
    this.header = emptyHeader(transaction);
    this.values = values;
    this.faults = faults;
  }

  read(segment: X12Segment): void {
    switch (segment.id) {
      case 'BPR':
        return this.payment(segment);
      case 'TRN':
        return this.trace(segment);
      case 'DTM':
        if (segment.at(1) === '405') this.header.productionDate = this.values.date(segment, 2);
        return;
      case 'N1':
        return this.name(segment);
      case 'REF':
        (this.party ?? this.header).references.push(referenceOf(segment));
        return;
    }
  }

  /** The header, once the first claim or the end is reached: fills in the payer's id and reports what is missing. */
  close(): RemittanceHeader {
    const { payer, payee, traceNumber } = this.header;
    if (payer.id === '') payer.id = referenceWith(payer.references, '2U') ?? '';
    if (!this.hasPayment) this.faults.add(errorAt(this.place(), 'x12/missing-value', 'missing BPR'));
    if (traceNumber === '') this.faults.add(warningAt(this.place(), 'x12/missing-value', 'missing TRN02'));
    if (payer.name === '' && payer.id === '') this.warnOfMissing('PR');
    if (payee.name === '' && payee.id === '') this.warnOfMissing('PE');
    return this.header;
  }

  private payment(bpr: X12Segment): void {
    this.hasPayment = true;
    const { header, values } = this;
    header.segment = bpr.index;
    header.handling = values.text(bpr, 1);
    header.paidCents = values.cents(bpr, 2);
    header.creditDebit = values.text(bpr, 3);
    header.method = values.text(bpr, 4);
    header.format = values.text(bpr, 5);
    header.paymentDate = values.date(bpr, 16) ?? this.lastDate(bpr);
  }

  /** Payers that leave out an element shift BPR16 to the left: then the last element of BPR is the date. */
  private lastDate(bpr: X12Segment): string | undefined {
    const position = bpr.elements.findLastIndex((text) => text.trim() !== '');
    const date = parsePlainDate(bpr.at(position).trim());
    const found = date === undefined ? 'BPR16 is no date' : `BPR16 is missing, BPR${position} is taken`;
    if (bpr.at(16).trim() === '') this.faults.add(warningAt(bpr, 'x12/missing-value', found, 16));
    return date;
  }

  private trace(trn: X12Segment): void {
    if (this.header.traceNumber !== '') return;
    this.header.traceNumber = this.values.text(trn, 2);
    this.header.traceOriginator = this.values.text(trn, 3);
  }

  private name(n1: X12Segment): void {
    const entity = n1.at(1);
    this.party = entity === 'PR' ? this.header.payer : entity === 'PE' ? this.header.payee : emptyParty();
    this.party.name = this.values.text(n1, 2);
    this.party.idQualifier = this.values.text(n1, 3);
    this.party.id = this.values.text(n1, 4);
  }

  private warnOfMissing(entity: string): void {
    this.faults.add(warningAt(this.place(), 'x12/missing-value', `missing N1*${entity}`));
  }

  private place(): { index: number; line: number } {
    return { index: this.header.segment, line: this.header.transaction.line };
  }
}

const emptyParty = (): RemittanceParty => ({ name: '', idQualifier: '', id: '', references: [] });

const emptyHeader = (transaction: TransactionHeader): RemittanceHeader => ({
  transaction,
  handling: '',
  paidCents: 0,
  creditDebit: '',
  method: '',
  format: '',
  paymentDate: undefined,
  traceNumber: '',
  traceOriginator: '',
  productionDate: undefined,
  payer: emptyParty(),
  payee: emptyParty(),
  references: [],
  segment: transaction.segment,
});
