import type { INestApplicationContext } from '@nestjs/common';
import type { DenialCase, DenialStage, User } from '@caseboard/contracts';
import { DenialBoardService, DenialCasesService } from '@caseboard/server/denials';
import { OwnershipService } from '@caseboard/server/worklist';
import { Chance } from '@caseboard/samples';
import { sampleCaller } from './sample-caller.ts';

const SEED = 4711;

/** How far the sample team got with a case, one legal move after the other; most cases wait for a first look. */
const PATHS: { weight: number; stages: DenialStage[] }[] = [
  { weight: 52, stages: [] },
  { weight: 10, stages: ['triaged'] },
  { weight: 16, stages: ['triaged', 'investigating'] },
  { weight: 9, stages: ['triaged', 'waiting'] },
  { weight: 6, stages: ['investigating', 'decided'] },
  { weight: 4, stages: ['investigating', 'decided', 'submitted'] },
  { weight: 3, stages: ['investigating', 'decided', 'closed'] },
];

const CLOSING = { rootCause: 'Authorization was on file under the old number', isPreventable: true };

/** The team's week: people take cases and move them, through the same services as from the board. */
export async function addSampleWork(
  app: INestApplicationContext,
  orgId: string,
  users: readonly User[],
): Promise<void> {
  const billers = users.filter(({ roles }) => roles.includes('biller'));
  const chance = new Chance(SEED);
  const [first] = billers;
  if (!first) return;
  const board = app.get(DenialBoardService);
  const page = await board.listCases(sampleCaller(first, orgId, 'denialCases.list'), { limit: 200 });
  for (const opened of page.items) {
    const path = chance.weighted(PATHS);
    if (path.stages.length > 0) await walk(app, orgId, chance.pick(billers), opened, path.stages);
  }
}

async function walk(
  app: INestApplicationContext,
  orgId: string,
  person: User,
  opened: DenialCase,
  stages: DenialStage[],
): Promise<void> {
  const caller = (route: string, version: number) => sampleCaller(person, orgId, route, version);
  await app
    .get(OwnershipService)
    .putOwner(caller('workItems.putOwner', opened.workItemVersion), opened.workItemId, person.id);
  let version = opened.version;
  for (const stage of stages) {
    const closing = stage === 'closed' ? { ...CLOSING, recoveredCents: opened.amountCents } : {};
    const moved = await app
      .get(DenialCasesService)
      .putStage(caller('denials.putStage', version), opened.id, { stage, ...closing });
    version = moved.version;
  }
}
