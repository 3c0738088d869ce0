import { Injectable } from '@nestjs/common';
import type { Principal } from '../access/principal.ts';
import type { Tx } from '../database/tx.ts';
import type { ChannelDefinition } from './channel-definition.ts';
import type { RowDefinition } from './row-definition.ts';

/** Where modules register their row kinds and channels, so that delivery imports no feature. */
@Injectable()
export class LiveRegistry {
  private readonly rows = new Map<string, RowDefinition<never>>();
  private readonly channels = new Map<string, ChannelDefinition>();

  registerRow<Row extends { id: string }>(definition: RowDefinition<Row>): void {
    if (this.rows.has(definition.kind)) throw new Error(`Row kind ${definition.kind} is registered twice.`);
    this.rows.set(definition.kind, definition as RowDefinition<never>);
  }

  registerChannel(definition: ChannelDefinition): void {
    if (this.channels.has(definition.prefix)) throw new Error(`Channel ${definition.prefix} is registered twice.`);
    this.channels.set(definition.prefix, definition);
  }

  row(kind: string): RowDefinition<never> | undefined {
    return this.rows.get(kind);
  }

  /** The definition of a channel's name and the part after its prefix; undefined: there is no such channel. */
  channel(name: string): { definition: ChannelDefinition; key: string } | undefined {
    const parts = name.split(':');
    for (let length = parts.length; length > 0; length -= 1) {
      const definition = this.channels.get(parts.slice(0, length).join(':'));
      if (definition) return { definition, key: parts.slice(length).join(':') };
    }
    return undefined;
  }

  /** The one predicate of rooms, lists and subscriptions: permission first, then the channel's own rule. */
  async admits(tx: Tx, principal: Principal, name: string): Promise<boolean> {
    const found = this.channel(name);
    if (!found || !principal.permissions.has(found.definition.permission)) return false;
    return found.definition.admits(tx, principal, found.key);
  }
}
