import type { Config } from '@caseboard/server/kernel';
import type { LinkKind } from './links.repository.ts';
import type { Mail } from './mailer.service.ts';

const HOUR_MS = 3_600_000;

/** How long a link works: an invitation waits for a day in the office, a reset only for the person who asked. */
export const LINK_LIFE_MS: Record<LinkKind, number> = { invitation: 24 * HOUR_MS, reset: HOUR_MS };

/** Where a person sets a password. The token is in the fragment, which browsers send to nobody: no log sees it. */
export function passwordAddress(config: Pick<Config, 'publicUrl' | 'host' | 'port'>, token: string): string {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `${config.publicUrl ?? `http://${host}:${config.port}`}/set-password#token=${token}`;
}

/** The words around a link, in short lines: longer ones would be folded, and the link with them. */
export function linkMail(kind: LinkKind, to: string, organisation: string, address: string): Mail {
  const words = kind === 'invitation' ? invitation(organisation) : reset(organisation);
  return { to, subject: words.subject, text: `${words.before}\n\n${address}\n\n${words.after}\n` };
}

const invitation = (organisation: string) => ({
  subject: `Your account at ${organisation}`,
  before: `You are invited to Caseboard by\n${organisation}.\nSet your password within 24 hours:`,
  after: 'The link works once. If you did not expect it, leave it alone.',
});

const reset = (organisation: string) => ({
  subject: `A new password at ${organisation}`,
  before: `Somebody asked for a new password for your account at\n${organisation}.\nSet it within one hour:`,
  after: 'The link works once. If it was not you, leave it alone:\nyour password stays as it is.',
});
