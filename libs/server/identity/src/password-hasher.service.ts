import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { canonical } from './password.rules.ts';
import { newSessionToken } from './secret-token.rules.ts';

/** Argon2id, 19 MiB, two passes, one lane: the library's default and the OWASP minimum, spelled out. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords. */
@Injectable()
export class PasswordHasher {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(canonical(password), COST);
  }

  verify(passwordHash: string, password: string): Promise<boolean> {
    return verify(passwordHash, canonical(password));
  }

  /** Takes as long as checking a password: what happens for an account that is not there. */
  async pretend(password: string): Promise<void> {
    this.decoy ??= this.hash(newSessionToken());
    await this.verify(await this.decoy, password);
  }
}
