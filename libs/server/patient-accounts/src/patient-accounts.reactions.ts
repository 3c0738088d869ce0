import { Injectable } from '@nestjs/common';
import {
  AccountsRegated,
  ClaimAdjudicated,
  ClaimImported,
  ClaimLinked,
  ClaimsSent,
  DenialCaseLinked,
  DenialCaseMoved,
  DenialCaseOpened,
  DenialCaseReversed,
  FacilitySaved,
  PatientsMerged,
  PatientsUnmerged,
} from '@caseboard/contracts';
import { patientOfClaim, patientsOfSubmission } from '@caseboard/server/billing';
import { effectOf } from '@caseboard/server/kernel';
import type { LoggedEvent, Reaction, Tx } from '@caseboard/server/kernel';
import { AccountFolding } from './account-folding.ts';
import { AccountOpener } from './account-opener.ts';
import { accountRow } from './account.row.ts';
import { accountsAtFacility } from './accounts.repository.ts';
import { keepHold } from './denial-holds.repository.ts';
import type { HoldChange } from './denial-holds.repository.ts';

const GATE_CHUNK = 500;

/** What this module does when others' events arrive. */
@Injectable()
export class PatientAccountReactions {
  constructor(
    private readonly opener: AccountOpener,
    private readonly folding: AccountFolding,
  ) {}

  /** Claims, decisions, denial cases and merges change what a patient owes; one consumer keeps their order. */
  readonly keepAccounts: Reaction = {
    consumer: 'patient-accounts.accounts',
    on: [
      ClaimImported,
      ClaimAdjudicated,
      ClaimLinked,
      ClaimsSent,
      DenialCaseOpened,
      DenialCaseMoved,
      DenialCaseReversed,
      DenialCaseLinked,
      PatientsMerged,
      PatientsUnmerged,
    ],
    handle: (tx, event) => this.handle(tx, event),
  };

  /** When a facility's gate opens or closes, accounts with visits there are shown anew. */
  readonly showAtGate: Reaction = {
    consumer: 'patient-accounts.gate',
    on: [FacilitySaved],
    handle: async (tx, event) => {
      let after: string | undefined = '00000000-0000-0000-0000-000000000000';
      while (after !== undefined) {
        const rows = await accountsAtFacility(tx, event.id, after, GATE_CHUNK);
        if (rows.length > 0)
          tx.append(AccountsRegated, {
            id: event.id,
            data: { facilityId: event.id },
            rows: rows.map((row) => effectOf(accountRow, row, row)),
          });
        after = rows.length < GATE_CHUNK ? undefined : rows.at(-1)?.id;
      }
    },
  };

  private async handle(tx: Tx, event: LoggedEvent): Promise<void> {
    const { fromId, intoId } = event.data;
    if (event.name === PatientsMerged.name) return this.folding.fold(tx, String(fromId), String(intoId));
    if (event.name === PatientsUnmerged.name) return this.folding.unfold(tx, String(fromId), String(intoId));
    if (event.name === ClaimsSent.name) return this.followAll(tx, String(event.data.submissionId));
    const hold = holdOf(event);
    const claimId = hold ? await keepHold(tx, hold) : event.data.claimId;
    const patientId = typeof claimId === 'string' ? await patientOfClaim(tx, claimId) : undefined;
    if (patientId !== undefined) await this.opener.follow(tx, patientId);
  }

  /** Claims that left are with their insurers now. */
  private async followAll(tx: Tx, submissionId: string): Promise<void> {
    for (const patientId of await patientsOfSubmission(tx, submissionId)) await this.opener.follow(tx, patientId);
  }
}

/** What an event of a denial case says of the visit's hold; other events say nothing. */
function holdOf({ name, data }: LoggedEvent): HoldChange | undefined {
  const caseId = String(data.caseId);
  const claimId = typeof data.claimId === 'string' ? data.claimId : null;
  if (name === DenialCaseOpened.name) return { caseId, claimId, isOpen: true };
  if (name === DenialCaseMoved.name) return { caseId, isOpen: data.to !== 'closed' };
  if (name === DenialCaseReversed.name) return { caseId, isOpen: false };
  return name === DenialCaseLinked.name ? { caseId, claimId } : undefined;
}
