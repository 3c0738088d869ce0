import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@caseboard/server/identity';
import { ChoreRegistry, ExportRegistry, LiveRegistry, ReactionRegistry } from '@caseboard/server/kernel';
import { CaseKinds } from './case-kinds.ts';
import { exportedItems } from './exported-items.ts';
import { facilityGateReaction } from './facility-gate.reaction.ts';
import { OwnershipCommands } from './ownership.commands.ts';
import { OwnershipService } from './ownership.service.ts';
import { QueuesController } from './queues.controller.ts';
import { Rescorer } from './rescorer.ts';
import { WorkItems } from './work-items.ts';
import { WorkItemsController } from './work-items.controller.ts';
import { WorkItemsService } from './work-items.service.ts';
import { workItemRow } from './work-item.row.ts';
import { admitsToQueue } from './worklist.access.ts';

/** Queues, items, owners, priorities. Knows no module whose cases it holds. */
@Module({
  imports: [IdentityModule],
  controllers: [QueuesController, WorkItemsController],
  providers: [CaseKinds, OwnershipCommands, OwnershipService, Rescorer, WorkItems, WorkItemsService],
  exports: [CaseKinds, Rescorer, WorkItems],
})
export class WorklistModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly chores: ChoreRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly rescorer: Rescorer,
    private readonly kinds: CaseKinds,
    private readonly exports: ExportRegistry,
    private readonly items: WorkItemsService,
  ) {}

  onModuleInit(): void {
    this.live.registerRow(workItemRow);
    this.live.registerChannel({
      prefix: 'queue',
      audience: 'worklist',
      permission: 'worklist.queue.read',
      admits: admitsToQueue,
    });
    this.live.registerChannel({
      prefix: 'counts:queues',
      audience: 'worklist',
      permission: 'worklist.queue.read',
      admits: async (_tx, _principal, key) => key === '',
    });
    this.reactions.register(facilityGateReaction(this.kinds));
    this.exports.register(exportedItems(this.items));
    this.chores.register({
      name: 'worklist.rescore',
      everyMs: 60_000,
      run: async (orgId) => void (await this.rescorer.run(orgId)),
    });
  }
}
