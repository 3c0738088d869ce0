import { Controller, Get, Post } from '@nestjs/common';
import {
  pageOf,
  patientAccount,
  patientAccountSummary,
  patientPayment,
  paymentAsk,
  paymentReversalAsk,
  statement,
} from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { AccountDetails } from './account-details.service.ts';
import { AccountList } from './account-list.service.ts';
import { accountsQuery } from './patient-accounts.queries.ts';
import type { AccountsQuery } from './patient-accounts.queries.ts';
import { PatientPayments } from './patient-payments.service.ts';
import { Statements } from './statements.service.ts';

/** Accounts, their payments, and printing statements. */
@Controller('api/v1')
export class PatientAccountsController {
  constructor(
    private readonly accounts: AccountList,
    private readonly details: AccountDetails,
    private readonly payments: PatientPayments,
    private readonly statements: Statements,
  ) {}

  @Get('patient-accounts')
  @Endpoint({
    id: 'patientAccounts.list',
    permission: 'patient-accounts.account.read',
    summary: 'Accounts by state and name, those that owe most first.',
    query: accountsQuery,
    reply: pageOf(patientAccountSummary),
  })
  list(@Asking() caller: Caller, @Query() query: AccountsQuery) {
    return this.accounts.list(caller, query);
  }

  @Get('patient-accounts/:id')
  @Endpoint({
    id: 'patientAccounts.get',
    permission: 'patient-accounts.account.read',
    summary: 'One account: what is owed and where each cent came from, payments, statements, its story.',
    reply: patientAccount,
  })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.details.get(caller, id);
  }

  @Post('patient-accounts/:id/payments')
  @Endpoint({
    id: 'patientAccounts.pay',
    permission: 'patient-accounts.payment.record',
    summary: 'Records a payment: to the visit it names, else the oldest first; the rest is credit.',
    body: paymentAsk,
    reply: patientPayment,
    status: 201,
  })
  pay(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof paymentAsk>) {
    return this.payments.record(caller, id, body);
  }

  @Post('patient-payments/:id/reversal')
  @Endpoint({
    id: 'patientPayments.reverse',
    permission: 'patient-accounts.payment.reverse',
    summary: 'Takes a payment back; the original stays beside its reversal.',
    body: paymentReversalAsk,
    reply: patientPayment,
  })
  reverse(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof paymentReversalAsk>) {
    return this.payments.reverse(caller, id, body);
  }

  @Post('patient-accounts/:id/statements')
  @Endpoint({
    id: 'patientAccounts.printStatement',
    permission: 'patient-accounts.statement.print',
    summary: 'Prints a statement of what is asked of the patient now.',
    reply: statement,
    status: 201,
  })
  print(@Asking() caller: Caller, @Id() id: string) {
    return this.statements.print(caller, id);
  }
}
