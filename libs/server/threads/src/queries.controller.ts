import { Controller, Post } from '@nestjs/common';
import { answerAsk, responseAsk, retractionAsk, reviewAsk, thread } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { Queries } from './queries.service.ts';

/** Questions to physicians after they were sent. */
@Controller('api/v1/threads/:id')
export class QueriesController {
  private readonly queries: Queries;

  constructor(queries: Queries) {
    this.queries = queries;
  }

  @Post('view')
  @Endpoint({
    id: 'threads.view',
    permission: 'threads.query.answer',
    summary: 'Says that the person asked has opened the question; again it changes nothing.',
    reply: thread,
  })
  view(@Asking() caller: Caller, @Id() id: string) {
    return this.queries.view(caller, id);
  }

  @Post('answer')
  @Endpoint({
    id: 'threads.answer',
    permission: 'threads.query.answer',
    summary: 'Answers with an option, in words, or both; kept word for word and never changed.',
    body: answerAsk,
    reply: thread,
  })
  answer(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof answerAsk>) {
    return this.queries.answer(caller, id, body);
  }

  @Post('response')
  @Endpoint({
    id: 'threads.respond',
    permission: 'threads.query.answer',
    summary: 'Responds without an answer: more information is needed, or the patient is not theirs.',
    body: responseAsk,
    reply: thread,
  })
  respond(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof responseAsk>) {
    return this.queries.respond(caller, id, body);
  }

  @Post('retraction')
  @Endpoint({
    id: 'threads.retract',
    permission: 'threads.query.review',
    summary: 'Takes a question back that has no answer yet.',
    body: retractionAsk,
    reply: thread,
  })
  retract(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof retractionAsk>) {
    return this.queries.retract(caller, id, body);
  }

  @Post('review')
  @Endpoint({
    id: 'threads.review',
    permission: 'threads.query.review',
    summary: 'Closes a query with its outcome once the answer was read.',
    body: reviewAsk,
    reply: thread,
  })
  review(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof reviewAsk>) {
    return this.queries.review(caller, id, body);
  }
}
