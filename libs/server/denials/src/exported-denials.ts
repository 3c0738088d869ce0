import type { Denial, DenialCase } from '@caseboard/contracts';
import type { ExportableList } from '@caseboard/server/kernel';
import type { DenialBoardService } from './denial-board.service.ts';
import { denialCasesQuery, denialsQuery } from './denials.queries.ts';
import type { DenialCasesQuery, DenialsQuery } from './denials.queries.ts';

/** The board's cases as a file. */
export const exportedCases = (board: DenialBoardService): ExportableList<DenialCasesQuery, DenialCase> => ({
  name: 'denial-cases',
  permission: 'denials.denial.read',
  query: denialCasesQuery,
  columns: [
    { head: 'Case', value: (one) => one.number },
    { head: 'Stage', value: (one) => one.stage },
    { head: 'Category', value: (one) => one.category },
    { head: 'Group', value: (one) => one.group },
    { head: 'CARC', value: (one) => one.carc },
    { head: 'Words', value: (one) => one.carcWords },
    { head: 'RARC', value: (one) => one.rarcs.map(({ code }) => code).join(' ') },
    { head: 'Denials', value: (one) => one.denialCount },
    { head: 'Amount', value: (one) => one.amountCents, isCents: true },
    { head: 'Claim', value: (one) => one.claimNumber },
    { head: 'Patient', value: (one) => one.patient },
    { head: 'Payer', value: (one) => one.payerName },
    { head: 'Remittance', value: (one) => one.remittanceNumber },
    { head: 'Denied', value: (one) => one.deniedOn },
    { head: 'Due', value: (one) => one.dueOn },
    { head: 'Owner id', value: (one) => one.ownerId },
    { head: 'Root cause', value: (one) => one.rootCause },
    { head: 'Recovered', value: (one) => one.recoveredCents, isCents: true },
  ],
  page: (caller, query) => board.listCases(caller, query),
});

/** Denials one by one as a file. */
export const exportedDenials = (board: DenialBoardService): ExportableList<DenialsQuery, Denial> => ({
  name: 'denials',
  permission: 'denials.denial.read',
  query: denialsQuery,
  columns: [
    { head: 'Case', value: (one) => one.caseNumber },
    { head: 'Stage', value: (one) => one.stage },
    { head: 'Category', value: (one) => one.category },
    { head: 'Group', value: (one) => one.group },
    { head: 'CARC', value: (one) => one.carc },
    { head: 'Words', value: (one) => one.words },
    { head: 'RARC', value: (one) => one.rarcs.join(' ') },
    { head: 'Amount', value: (one) => one.amountCents, isCents: true },
    { head: 'Claim', value: (one) => one.claimNumber },
    { head: 'Line', value: (one) => one.lineNumber },
    { head: 'Payer', value: (one) => one.payerName },
    { head: 'Due', value: (one) => one.dueOn },
  ],
  page: (caller, query) => board.listDenials(caller, query),
});
