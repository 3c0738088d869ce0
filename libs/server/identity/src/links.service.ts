import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@caseboard/server/kernel';
import type { Config, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { LINK_LIFE_MS, linkMail, passwordAddress } from './link-mail.rules.ts';
import { insertLink } from './links.repository.ts';
import type { LinkKind } from './links.repository.ts';
import { Mailer } from './mailer.service.ts';
import { requireOrganisation } from './organisations.repository.ts';
import { newLinkToken, tokenHash } from './secret-token.rules.ts';

/** Sends people the links by which they set a password. */
@Injectable()
export class Links {
  constructor(
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  ) {}

  /**
   * Makes a link and mails it; earlier ones stop working. Call it last in a transaction: without the mail nothing
   * of it is kept. Throws what the mailer throws.
   */
  async send(tx: Tx, kind: LinkKind, user: { id: string; email: string }): Promise<void> {
    const token = newLinkToken();
    const expiresAt = new Date(tx.now.getTime() + LINK_LIFE_MS[kind]);
    await insertLink(tx, { id: uuidv7(), userId: user.id, kind, tokenHash: tokenHash(token), expiresAt });
    const { name } = await requireOrganisation(tx);
    await this.mailer.send(linkMail(kind, user.email, name, passwordAddress(this.config, token)));
  }
}
