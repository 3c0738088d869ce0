import type { ClaimSummary, RejectionCase } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import { claimsQuery } from './billing.queries.ts';
import type { ClaimsQuery } from './billing.queries.ts';
import type { Claims } from './claims.service.ts';
import { rejectionsQuery } from './rejections.queries.ts';
import type { RejectionsQuery } from './rejections.queries.ts';
import type { Rejections } from './rejections.service.ts';

/** The list of claims as a file. */
export const exportedClaims = (claims: Claims): ExportableList<ClaimsQuery, ClaimSummary> => ({
  name: 'claims',
  permission: 'billing.claim.read',
  query: claimsQuery,
  columns: [
    { head: 'Claim', value: (one) => one.number },
    { head: 'Control number', value: (one) => one.controlNumber },
    { head: 'Kind', value: (one) => one.kind },
    { head: 'State', value: (one) => one.state },
    { head: 'Patient', value: (one) => one.patientName },
    { head: 'Payer', value: (one) => one.payerName },
    { head: 'Service from', value: (one) => one.serviceFrom },
    { head: 'Charge', value: (one) => one.chargeCents, isCents: true },
    { head: 'Paid', value: (one) => one.paidCents, isCents: true },
    { head: 'Made', value: (one) => one.origin },
    { head: 'Sent', value: (one) => one.sentAt },
  ],
  page: (caller, query) => claims.list(caller, query),
});

/** The list of rejections as a file. */
export const exportedRejections = (rejections: Rejections): ExportableList<RejectionsQuery, RejectionCase> => ({
  name: 'rejections',
  permission: 'billing.rejection.read',
  query: rejectionsQuery,
  columns: [
    { head: 'Rejection', value: (one) => one.number },
    { head: 'State', value: (one) => one.state },
    { head: 'Claim', value: (one) => one.claimNumber },
    { head: 'Control number', value: (one) => one.controlNumber },
    { head: 'Patient', value: (one) => one.patient },
    { head: 'Payer', value: (one) => one.payerName },
    { head: 'From', value: (one) => one.source },
    { head: 'Reason', value: (one) => one.statuses.map(({ words }) => words).join('; ') },
    { head: 'Charge', value: (one) => one.chargeCents, isCents: true },
    { head: 'Rejected on', value: (one) => one.rejectedOn },
    { head: 'Due', value: (one) => one.dueOn },
    { head: 'Resolution', value: (one) => one.resolution },
  ],
  page: (caller, query) => rejections.list(caller, query),
});
