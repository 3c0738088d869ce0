import { Controller, Get, Res } from '@nestjs/common';
import { statementDetail } from '@caseboard/contracts';
import { Asking, Endpoint, Id } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type { Response } from 'express';
import { STATEMENT_CSP, statementHtml } from './statement-html.ts';
import { statementPdf } from './statement-pdf.ts';
import { Statements } from './statements.service.ts';

/** Statements as they were printed: as data, as paper, as a page. */
@Controller('api/v1/statements')
export class StatementsController {
  constructor(private readonly statements: Statements) {}

  @Get(':id')
  @Endpoint({
    id: 'statements.get',
    permission: 'patient-accounts.account.read',
    summary: 'A statement with everything the paper says.',
    reply: statementDetail,
  })
  read(@Asking() caller: Caller, @Id() id: string) {
    return this.statements.read(caller, id);
  }

  @Get(':id/pdf')
  @Endpoint({
    id: 'statements.pdf',
    permission: 'patient-accounts.account.read',
    summary: 'The statement as PDF.',
    file: 'application/pdf',
  })
  async pdf(@Asking() caller: Caller, @Id() id: string, @Res() response: Response): Promise<void> {
    const statement = await this.statements.read(caller, id);
    const paper = await statementPdf(statement);
    response.setHeader('Content-Disposition', `inline; filename="${statement.number}.pdf"`);
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).type('application/pdf').send(paper);
  }

  @Get(':id/html')
  @Endpoint({
    id: 'statements.html',
    permission: 'patient-accounts.account.read',
    summary: 'The statement as a page that stands alone.',
    file: 'text/html',
  })
  async html(@Asking() caller: Caller, @Id() id: string, @Res() response: Response): Promise<void> {
    const page = statementHtml(await this.statements.read(caller, id));
    response.setHeader('Content-Security-Policy', STATEMENT_CSP);
    response.setHeader('Cache-Control', 'no-store');
    response.status(200).type('html').send(page);
  }
}
