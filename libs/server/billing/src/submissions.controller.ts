import { Controller, Get, Post, Res } from '@nestjs/common';
import { pageOf, submission, submissionAsk, submissionsMade } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type { Response } from 'express';
import type * as z from 'zod/mini';
import { ClaimSender } from './claim-sender.service.ts';
import { submissionsQuery } from './submissions.queries.ts';
import type { SubmissionsQuery } from './submissions.queries.ts';
import { Submissions } from './submissions.service.ts';

@Controller('api/v1/submissions')
export class SubmissionsController {
  constructor(
    private readonly sender: ClaimSender,
    private readonly submissions: Submissions,
  ) {}

  @Post()
  @Endpoint({
    id: 'submissions.send',
    permission: 'billing.claim.send',
    summary: 'Send ready claims as 837 files, one a kind and facility',
    body: submissionAsk,
    reply: submissionsMade,
    status: 201,
  })
  send(@Asking() caller: Caller, @Body() body: z.output<typeof submissionAsk>) {
    return this.sender.send(caller, body.claimIds);
  }

  @Get()
  @Endpoint({
    id: 'submissions.list',
    permission: 'billing.submission.read',
    summary: 'Files of claims that left, newest first',
    query: submissionsQuery,
    reply: pageOf(submission),
  })
  list(@Asking() caller: Caller, @Query() query: SubmissionsQuery) {
    return this.submissions.list(caller, query);
  }

  @Get(':id')
  @Endpoint({
    id: 'submissions.get',
    permission: 'billing.submission.read',
    summary: 'One file of claims',
    reply: submission,
  })
  read(@Asking() caller: Caller, @Id() id: string) {
    return this.submissions.read(caller, id);
  }

  @Get(':id/file')
  @Endpoint({
    id: 'submissions.download',
    permission: 'billing.submission.read',
    summary: 'The 837 as it left',
    file: 'application/edi-x12',
  })
  async download(@Asking() caller: Caller, @Id() id: string, @Res() response: Response): Promise<void> {
    const { name, content } = await this.submissions.download(caller, id);
    response.setHeader('Content-Type', 'application/edi-x12');
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.setHeader('Cache-Control', 'no-store');
    for await (const chunk of content) response.write(chunk);
    response.end();
  }
}
