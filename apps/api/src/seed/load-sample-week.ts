import type { INestApplicationContext } from '@nestjs/common';
import type { CreatedOrganisation } from '@caseboard/server/identity';
import { Clock, ReactionRunner } from '@caseboard/server/kernel';
import { Imports } from '@caseboard/server/records';
import { HARBOR, hospitalWeek, LAKESIDE } from '@caseboard/samples';

const SEED = 20261124;
const POLL_MS = 100;

/** Imports the week of an organisation file by file, as people would have, and waits until its work is routed. */
export async function loadSampleWeek(
  app: INestApplicationContext,
  organisation: CreatedOrganisation,
  key: string,
  size: 'week' | 'small',
): Promise<void> {
  const imports = app.get(Imports);
  const asOf = app.get(Clock).now().toISOString().slice(0, 10);
  const hospital = key === 'harbor' ? HARBOR : LAKESIDE;
  const files = hospitalWeek(hospital, { seed: SEED, size: key === 'harbor' ? 'small' : size, asOf });
  for (const file of files) {
    const id = await imports.importFile(organisation.id, 'rule:samples', file.name, bytesOf(file.parts()));
    await imports.waitFor(organisation.id, id);
  }
  const reactions = app.get(ReactionRunner);
  while (!(await reactions.isSettled(organisation.id))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

async function* bytesOf(parts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
