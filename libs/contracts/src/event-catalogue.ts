import * as billing from './billing.events.ts';
import * as coding from './coding.events.ts';
import type { EventDefinition } from './define-event.ts';
import * as denials from './denials.events.ts';
import * as identity from './identity.events.ts';
import * as patientAccounts from './patient-accounts.events.ts';
import * as records from './records.events.ts';
import * as threads from './threads.events.ts';
import * as worklist from './worklist.events.ts';

/** Every event there is, by name: the log accepts no other. */
export const EVENTS: ReadonlyMap<string, EventDefinition> = new Map(
  [identity, records, worklist, threads, coding, billing, denials, patientAccounts]
    .flatMap((module) => Object.values(module) as EventDefinition[])
    .map((definition) => [definition.name, definition]),
);
