import { Injectable } from '@nestjs/common';
import type { EncounterWork as Work } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { EncounterWorkSource } from './charts.types.ts';

/** Where modules register their work on encounters, so that a chart shows it without knowing them. */
@Injectable()
export class EncounterWork {
  private readonly sources: EncounterWorkSource[] = [];

  register(source: EncounterWorkSource): void {
    this.sources.push(source);
  }

  /** Work on these encounters by encounter id, in the order of registration. */
  async of(tx: Tx, encounterIds: readonly string[]): Promise<Map<string, Work[]>> {
    const found = new Map<string, Work[]>();
    for (const source of this.sources) {
      for (const [id, work] of await source.of(tx, encounterIds)) found.set(id, [...(found.get(id) ?? []), ...work]);
    }
    return found;
  }
}
