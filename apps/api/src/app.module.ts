import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { BillingModule } from '@caseboard/server/billing';
import { CodingModule } from '@caseboard/server/coding';
import { DenialsModule } from '@caseboard/server/denials';
import { IdentityModule } from '@caseboard/server/identity';
import { KernelModule } from '@caseboard/server/kernel';
import type { KernelParts } from '@caseboard/server/kernel';
import { PatientAccountsModule } from '@caseboard/server/patient-accounts';
import { LiveWorkerModule, RealtimeModule } from '@caseboard/server/realtime';
import { RecordsModule } from '@caseboard/server/records';
import { ReportsModule } from '@caseboard/server/reports';
import { ThreadsModule } from '@caseboard/server/threads';
import { WorklistModule } from '@caseboard/server/worklist';
import { DocsController } from './docs/docs.controller.ts';

/** The whole server. Web and worker nodes hold the same modules, but only web nodes have sockets. */
@Module({})
export class AppModule {
  static forRoot(parts: KernelParts, as: 'web' | 'worker'): DynamicModule {
    return {
      module: AppModule,
      imports: [
        KernelModule.forRoot(parts),
        IdentityModule,
        RecordsModule,
        WorklistModule,
        ThreadsModule,
        CodingModule,
        BillingModule,
        DenialsModule,
        PatientAccountsModule,
        ReportsModule,
        as === 'web' ? RealtimeModule : LiveWorkerModule,
      ],
      controllers: [DocsController],
    };
  }
}
