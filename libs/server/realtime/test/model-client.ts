import type { Frame, SubscribeReply } from '@caseboard/contracts';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { LiveNode, SignedIn } from './live-node.ts';
import { findToys, listToys } from './toy.module.ts';
import type { Toy } from './toy.module.ts';

/** The client of the live path by the letter (live-path 16 and 17), over a network that can be broken. */
export class ModelClient {
  readonly rows = new Map<string, { body: Toy; asOf: number }>();
  /** The channel was refused or closed; only a new connection asks again. */
  isOut = false;
  private readonly person: SignedIn;
  private readonly queue: string;
  private readonly channel: string;
  private node: LiveNode;
  private socket: Socket;
  private last = 0;
  private epoch: string | undefined;
  private behind = 0;
  private isLosing = false;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(node: LiveNode, person: SignedIn, queue: string) {
    this.node = node;
    this.person = person;
    this.queue = queue;
    this.channel = `queue:${queue}`;
    this.socket = this.connect();
  }

  /** The connection breaks; the client comes back to `node`. */
  moveTo(node: LiveNode): void {
    this.socket.disconnect();
    this.node = node;
    this.socket = this.connect();
  }

  /** The next frame is lost on the way. */
  loseOne(): void {
    this.isLosing = true;
  }

  close(): void {
    this.socket.disconnect();
  }

  private connect(): Socket {
    const origin = `http://127.0.0.1:${this.node.port}`;
    const socket = io(origin, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      extraHeaders: { Origin: origin, Cookie: this.person.cookie },
    });
    socket.on('connect', () => this.later(() => this.join()));
    socket.on('event', (frame: Frame) => this.later(() => this.take(frame)));
    socket.on('closed', () => {
      this.isOut = true;
    });
    socket.on('head', ({ head }: { head: number }) => this.later(() => this.compare(head)));
    return socket;
  }

  /** One thing after the other, as one browser tab does; what a dead connection left behind fails quietly. */
  private later(work: () => Promise<void>): void {
    this.busy = this.busy.then(work).catch(() => undefined);
  }

  private async join(): Promise<void> {
    if (this.epoch === undefined) await this.load();
    const ask = { channel: this.channel, since: this.last, ...(this.epoch ? { epoch: this.epoch } : {}) };
    const reply = (await this.socket.timeout(3000).emitWithAck('subscribe', ask)) as SubscribeReply;
    this.isOut = !reply.ok;
    if (!reply.ok) return;
    this.epoch = reply.epoch;
    if (reply.mode === 'resync') await this.load();
    for (const frame of reply.events ?? []) await this.apply(frame);
    this.last = Math.max(this.last, reply.head);
    this.behind = 0;
  }

  private async load(): Promise<void> {
    const snapshot = await this.node.uow.peek(this.person.orgId, async (tx) => ({
      rows: await listToys(tx, this.queue),
      asOf: await tx.head(),
    }));
    this.rows.clear();
    for (const body of snapshot.rows) this.rows.set(body.id, { body, asOf: snapshot.asOf });
    this.last = snapshot.asOf;
  }

  private async take(frame: Frame): Promise<void> {
    if (this.isLosing) {
      this.isLosing = false;
      return;
    }
    if (frame.epoch !== this.epoch) {
      this.epoch = frame.epoch;
      await this.load();
      return;
    }
    if (frame.seq <= this.last) return;
    if (frame.prev > this.last) return this.join();
    await this.apply(frame);
  }

  private async apply(frame: Frame): Promise<void> {
    if (frame.seq <= this.last) return;
    if (frame.resync) await this.load();
    for (const { op, id, body } of frame.changes) {
      if (op === 'touch') await this.fetch(id);
      else if ((this.rows.get(id)?.asOf ?? -1) <= frame.asOf) {
        if (op === 'put') this.rows.set(id, { body: body as Toy, asOf: frame.asOf });
        else this.rows.delete(id);
      }
    }
    this.last = Math.max(this.last, frame.seq);
  }

  private async fetch(id: string): Promise<void> {
    const [body, asOf] = await this.node.uow.peek(
      this.person.orgId,
      async (tx) => [(await findToys(tx, [id]))[0], await tx.head()] as const,
    );
    if (body?.queue === this.queue) this.rows.set(id, { body, asOf });
    else this.rows.delete(id);
  }

  /** A head that stays ahead of what is held means that a frame was lost. */
  private async compare(head: number): Promise<void> {
    this.behind = head > this.last ? this.behind + 1 : 0;
    if (this.behind > 1) await this.join();
  }
}
