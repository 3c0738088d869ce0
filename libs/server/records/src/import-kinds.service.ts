import { Injectable } from '@nestjs/common';
import type { ImportKind } from '@caseboard/contracts';
import type { Detection, ImportHandler } from './import-handler.ts';

/** Where modules register what they can import; this module knows no format. */
@Injectable()
export class ImportKinds {
  private readonly handlers: ImportHandler[] = [];

  /** Adds a handler; throws when another one has one of its kinds. */
  register(handler: ImportHandler): void {
    const taken = handler.kinds.find((kind) => this.find(kind));
    if (taken) throw new Error(`Imports of kind ${taken} are registered twice.`);
    this.handlers.push(handler);
  }

  /** The handler of a kind; throws when no module registered one. */
  require(kind: ImportKind): ImportHandler {
    const handler = this.find(kind);
    if (!handler) throw new Error(`No module imports ${kind}.`);
    return handler;
  }

  /**
   * What the first bytes show: by the handler that takes the file, else by the first that knows its format;
   * undefined: nobody does.
   */
  detect(head: Uint8Array): Detection | undefined {
    const detected = this.handlers.flatMap((handler) => handler.detect(head) ?? []);
    return detected.find(({ kind }) => kind !== 'unknown') ?? detected[0];
  }

  private find(kind: ImportKind): ImportHandler | undefined {
    return this.handlers.find((handler) => handler.kinds.includes(kind));
  }
}
