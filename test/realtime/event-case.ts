import type { EventDefinition } from '@caseboard/contracts';
import type { Hospital } from './hospital.ts';

/** What happens, and a case or import whose own channel people watch meanwhile. */
export interface Scene {
  act(): Promise<unknown>;
  caseId?: string;
  /** The same for a coding case. */
  codingId?: string;
  /** A visit, for everybody who may read charts. */
  encounterId?: string;
  /** A patient, for everybody who may look patients up. */
  patientId?: string;
  /** A conversation, for everybody who sees it. */
  threadId?: string;
}

/** How one event of the catalogue comes about and what it shows. */
export interface EventCase {
  event: EventDefinition;
  /** `kind on channel` of every row it delivers; `[]` says that it shows on no screen. */
  delivers: readonly string[];
  /** Sets the scene; the act itself is handed back. */
  scene(hospital: Hospital): Promise<Scene>;
}
