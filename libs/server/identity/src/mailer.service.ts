import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@caseboard/server/kernel';
import type { Config } from '@caseboard/server/kernel';
import { createTransport } from 'nodemailer';
import { v7 as uuidv7 } from 'uuid';

/** A mail in plain text. Never patient data: mail leaves the house. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const PATIENCE_MS = 10_000;

/** Sends mail through SMTP_URL; without it, writes each as `DATA_DIR/mail/<time>-<id>.eml`, readable by us only. */
@Injectable()
export class Mailer {
  private readonly deliver: (mail: Mail) => Promise<void>;

  constructor(@Inject(CONFIG) config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>) {
    this.deliver = config.smtpUrl
      ? throughSmtp(config.smtpUrl, config.mailFrom)
      : intoFolder(join(config.dataDir, 'mail'), config.mailFrom);
  }

  /** Resolves when the mail is handed over; throws when it could not be. */
  send(mail: Mail): Promise<void> {
    return this.deliver(mail);
  }
}

function throughSmtp(url: string, from: string): (mail: Mail) => Promise<void> {
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url, ...patience }, { from });
  return async (mail) => {
    await transport.sendMail(mail);
  };
}

function intoFolder(folder: string, from: string): (mail: Mail) => Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from });
  return async (mail) => {
    const { message } = await transport.sendMail(mail);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${uuidv7().slice(-12)}.eml`;
    await writeFile(join(folder, name), message as Buffer, { mode: 0o600 });
  };
}
