import type { ClaimStatusReport, LevelStatusReport, StatusCode, StatusLine, StatusReport } from './claim-status.ts';
import type { ElementValues } from './element-values.ts';
import { procedureOf, referenceOf } from './parties.ts';
import type { X12Segment } from './segment.ts';

/** Reads an STC. */
export function statusReportOf(stc: X12Segment, values: ElementValues): StatusReport {
  return {
    codes: [1, 10, 11].flatMap((position) => statusCodeOf(stc, position)),
    effectiveOn: values.date(stc, 2),
    action: values.text(stc, 3),
    chargeCents: values.optionalCents(stc, 4),
    paidCents: values.optionalCents(stc, 5),
    segment: stc.index,
  };
}

function statusCodeOf(stc: X12Segment, position: number): StatusCode[] {
  if (stc.at(position).trim() === '') return [];
  const [category = '', status = '', entity = ''] = stc.components(position).map((part) => part.trim());
  return [{ category, status, entity }];
}

/** Takes what follows the TRN of a claim. */
export function readIntoClaim(segment: X12Segment, claim: ClaimStatusReport, values: ElementValues): void {
  const line = claim.lines.at(-1);
  switch (segment.id) {
    case 'STC':
      (line ?? claim).statuses.push(statusReportOf(segment, values));
      return;
    case 'REF':
      return line ? lineReference(segment, line) : claimReference(segment, claim);
    case 'DTP':
      return serviceDates(segment, line ?? claim, values);
    case 'AMT':
      claim.amounts.push({ qualifier: values.text(segment, 1), cents: values.cents(segment, 2) });
      return;
    case 'SVC':
      claim.lines.push(lineOf(segment, claim.lines.length + 1, values));
      return;
  }
}

/** Takes what a source, receiver or provider level says of all below it. */
export function readIntoLevel(segment: X12Segment, level: LevelStatusReport, values: ElementValues): void {
  const qualifier = values.text(segment, 1);
  switch (segment.id) {
    case 'TRN':
      level.trace = values.text(segment, 2);
      return;
    case 'STC':
      level.statuses.push(statusReportOf(segment, values));
      return;
    case 'QTY':
      if (qualifier === '90' || qualifier === 'QA') level.acceptedCount = values.quantity(segment, 2);
      if (qualifier === 'AA' || qualifier === 'QC') level.rejectedCount = values.quantity(segment, 2);
      return;
    case 'AMT':
      if (qualifier === 'YU') level.acceptedCents = values.optionalCents(segment, 2);
      if (qualifier === 'YY') level.rejectedCents = values.optionalCents(segment, 2);
      return;
    case 'DTP':
      if (qualifier === '050') level.receivedOn = values.span(segment, 3)?.from;
      return;
  }
}

function claimReference(ref: X12Segment, claim: ClaimStatusReport): void {
  const reference = referenceOf(ref);
  claim.references.push(reference);
  if (reference.qualifier === '1K') claim.payerClaimNumber ??= reference.value || undefined;
  if (reference.qualifier === 'EJ') claim.accountNumber ??= reference.value || undefined;
}

function lineReference(ref: X12Segment, line: StatusLine): void {
  const { qualifier, value } = referenceOf(ref);
  if (qualifier === 'FJ') line.controlNumber ??= value || undefined;
}

/** DTP*472, or 232 in guides before 5010. */
function serviceDates(dtp: X12Segment, of: ClaimStatusReport | StatusLine, values: ElementValues): void {
  if (!['472', '232'].includes(values.text(dtp, 1))) return;
  const span = values.span(dtp, 3);
  of.serviceFrom = span?.from;
  of.serviceTo = span?.to;
}

const lineOf = (svc: X12Segment, ordinal: number, values: ElementValues): StatusLine => ({
  ordinal,
  procedure: procedureOf(svc, 1),
  revenueCode: values.text(svc, 4),
  chargeCents: values.optionalCents(svc, 2),
  paidCents: values.optionalCents(svc, 3),
  controlNumber: undefined,
  serviceFrom: undefined,
  serviceTo: undefined,
  statuses: [],
});
