import { Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { session, signInAsk } from '@caseboard/contracts';
import type { Session } from '@caseboard/contracts';
import { Asking, Body, CONFIG, cookieName, cookieOptions, Endpoint, traceIdOf } from '@caseboard/server/kernel';
import type { Caller, Config, RequestContext } from '@caseboard/server/kernel';
import type { Request, Response } from 'express';
import type { infer as Infer } from 'zod/mini';
import { Sessions } from './sessions.service.ts';
import { SignIn } from './sign-in.service.ts';

/** Signing in and out. */
@Controller('api/v1/session')
export class SessionController {
  private readonly isSecure: boolean;

  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    @Inject(CONFIG) config: Pick<Config, 'publicUrl'>,
  ) {
    this.isSecure = config.publicUrl?.startsWith('https://') ?? false;
  }

  @Endpoint({
    id: 'session.create',
    permission: 'identity.session.create',
    summary: 'Sign in; the session is in the cookie of the answer.',
    body: signInAsk,
    reply: session,
    idempotency: 'none',
  })
  @Post()
  async create(
    @Body() body: Infer<typeof signInAsk>,
    @Req() request: Request & { context?: RequestContext },
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const previous = request.context?.principal;
    const from = { ip: request.ip ?? 'unknown', traceId: request.context?.traceId ?? traceIdOf(request) };
    const opened = await this.signIn.signIn(body, previous ? { ...from, previous } : from);
    response.cookie(cookieName(this.isSecure), opened.token, cookieOptions(this.isSecure));
    return opened.session;
  }

  @Endpoint({
    id: 'session.read',
    permission: 'identity.session.read',
    summary: 'Who is signed in, and what they may do.',
    reply: session,
  })
  @Get()
  read(@Asking() caller: Caller): Promise<Session> {
    return this.sessions.read(caller);
  }

  @Endpoint({ id: 'session.end', permission: 'identity.session.end', summary: 'Sign out.' })
  @Delete()
  async end(@Asking() caller: Caller, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(caller);
    response.clearCookie(cookieName(this.isSecure), cookieOptions(this.isSecure));
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
