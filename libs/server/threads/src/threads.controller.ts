import { Controller, Get, Post, Put } from '@nestjs/common';
import { message, messageAsk, pageOf, readPut, thread, threadAsk } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { ThreadReads } from './thread-reads.service.ts';
import { messagesQuery, recipients, recipientsQuery, threadsQuery } from './threads.queries.ts';
import type { MessagesQuery, RecipientsQuery, ThreadsQuery } from './threads.queries.ts';
import { Threads } from './threads.service.ts';

/** Conversations on cases. */
@Controller('api/v1/threads')
export class ThreadsController {
  constructor(
    private readonly threads: Threads,
    private readonly reads: ThreadReads,
  ) {}

  @Post()
  @Endpoint({
    id: 'threads.create',
    permission: 'threads.thread.create',
    summary: 'Begins the conversation on a case (or writes the next message of it), or asks a physician.',
    body: threadAsk,
    reply: thread,
    status: 201,
  })
  create(@Asking() caller: Caller, @Body() body: z.output<typeof threadAsk>) {
    return this.threads.open(caller, body);
  }

  @Get()
  @Endpoint({
    id: 'threads.list',
    permission: 'threads.thread.read',
    summary: 'Threads by case, kind, state, person asked and unread; the one with the newest message first.',
    query: threadsQuery,
    reply: pageOf(thread),
  })
  list(@Asking() caller: Caller, @Query() query: ThreadsQuery) {
    return this.reads.list(caller, query);
  }

  @Get('recipients')
  @Endpoint({
    id: 'threads.recipients',
    permission: 'threads.thread.create',
    summary: 'Who may be asked about a case, with service and role.',
    query: recipientsQuery,
    reply: recipients,
  })
  recipients(@Asking() caller: Caller, @Query() query: RecipientsQuery) {
    return this.threads.recipients(caller, query.subjectType, query.subjectId);
  }

  @Get(':id')
  @Endpoint({ id: 'threads.get', permission: 'threads.thread.read', summary: 'One thread.', reply: thread })
  get(@Asking() caller: Caller, @Id() id: string) {
    return this.reads.get(caller, id);
  }

  @Get(':id/messages')
  @Endpoint({
    id: 'threads.messages',
    permission: 'threads.thread.read',
    summary: 'Messages of a thread, the newest first.',
    query: messagesQuery,
    reply: pageOf(message),
  })
  messages(@Asking() caller: Caller, @Id() id: string, @Query() query: MessagesQuery) {
    return this.reads.messages(caller, id, query);
  }

  @Post(':id/messages')
  @Endpoint({
    id: 'threads.post',
    permission: 'threads.message.post',
    summary: 'Writes in a thread; who is mentioned takes part from then on.',
    body: messageAsk,
    reply: message,
    status: 201,
  })
  post(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof messageAsk>) {
    return this.threads.post(caller, id, body);
  }

  @Put(':id/read')
  @Endpoint({
    id: 'threads.putRead',
    permission: 'threads.thread.read',
    summary: 'Marks how far one has read; never backwards.',
    body: readPut,
    reply: thread,
  })
  read(@Asking() caller: Caller, @Id() id: string, @Body() body: z.output<typeof readPut>) {
    return this.reads.read(caller, id, body.upTo);
  }
}
