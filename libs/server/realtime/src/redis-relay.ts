import { Injectable } from '@nestjs/common';
import { Hints } from '@caseboard/server/kernel';
import { RedisLink } from './redis-link.ts';

const CHANNEL = 'caseboard:hints';

/**
 * Carries hints between nodes: the organisation's id and nothing else. Many commits of one turn are one
 * message. When Redis loses one, the other nodes' poll finds the change half a second later.
 */
@Injectable()
export class RedisRelay {
  private readonly link: RedisLink;
  private readonly hints: Hints;
  private readonly waiting = new Set<string>();
  private unrelay = () => {};

  constructor(link: RedisLink, hints: Hints) {
    this.link = link;
    this.hints = hints;
  }

  start(): void {
    if (!this.link.isOn) return;
    const publisher = this.link.client({ failsFast: true });
    const listener = this.link.client({ failsFast: false });
    listener.subscribe(CHANNEL, (orgId) => this.hints.heard(orgId)).catch(() => undefined);
    this.unrelay = this.hints.relayTo((orgId) =>
      this.publishSoon(orgId, (id) => void publisher.publish(CHANNEL, id).catch(() => undefined)),
    );
  }

  stop(): void {
    this.unrelay();
  }

  private publishSoon(orgId: string, publish: (orgId: string) => void): void {
    if (this.waiting.has(orgId)) return;
    this.waiting.add(orgId);
    setImmediate(() => {
      this.waiting.delete(orgId);
      publish(orgId);
    });
  }
}
