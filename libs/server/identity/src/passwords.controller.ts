import { Controller, Post, Req } from '@nestjs/common';
import { passwordResetAsk, passwordSetAsk } from '@caseboard/contracts';
import { Body, Endpoint } from '@caseboard/server/kernel';
import type { Request } from 'express';
import type { infer as Infer } from 'zod/mini';
import { PasswordResets } from './password-resets.service.ts';
import { Passwords } from './passwords.service.ts';

/** Passwords are set through links that come by mail. */
@Controller('api/v1')
export class PasswordsController {
  constructor(
    private readonly resets: PasswordResets,
    private readonly passwords: Passwords,
  ) {}

  @Endpoint({
    id: 'passwordResets.create',
    permission: 'identity.password.reset',
    summary: 'Ask for a link to set a new password; the answer is the same for every email.',
    body: passwordResetAsk,
    idempotency: 'none',
  })
  @Post('password-resets')
  reset(@Body() body: Infer<typeof passwordResetAsk>, @Req() request: Request): Promise<void> {
    return this.resets.request({ email: body.email, ip: request.ip ?? 'unknown' });
  }

  @Endpoint({
    id: 'passwords.set',
    permission: 'identity.password.reset',
    summary: 'Set a password with the token of a link; all sessions of the person end.',
    body: passwordSetAsk,
    idempotency: 'none',
  })
  @Post('passwords')
  set(@Body() body: Infer<typeof passwordSetAsk>): Promise<void> {
    return this.passwords.set(body);
  }
}
