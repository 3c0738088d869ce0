import type { INestApplicationContext } from '@nestjs/common';
import type { FollowUpCase, User } from '@caseboard/contracts';
import { FollowUpBoard, FollowUps } from '@caseboard/server/billing';
import { Clock } from '@caseboard/server/kernel';
import { AccountList, PatientPayments } from '@caseboard/server/patient-accounts';
import { DenialBoardService } from '@caseboard/server/denials';
import { Threads } from '@caseboard/server/threads';
import { OwnershipService } from '@caseboard/server/worklist';
import { sampleCaller } from './sample-caller.ts';

const DAY = 86_400_000;
/** How long the chore that opens follow-up cases may take on a loaded machine. */
const PATIENCE_MS = 60_000;

type Person = { app: INestApplicationContext; orgId: string; user: User };
const callerOf = ({ orgId, user }: Person, route: string, version?: number) =>
  sampleCaller(user, orgId, route, version);

/** What the sample billers said to each other and to payers, and what patients paid. */
export async function addSampleBilling(
  app: INestApplicationContext,
  orgId: string,
  users: readonly User[],
): Promise<void> {
  const withRole = (role: string) => users.filter(({ roles }) => roles.some((held) => held === role));
  const [ana, ben] = withRole('biller');
  const [coder] = withRole('coder');
  const [accounts] = withRole('accounts');
  if (!ana || !ben || !coder || !accounts) return;
  await logContacts({ app, orgId, user: ana });
  await talk({ app, orgId, user: ana }, { app, orgId, user: ben }, coder);
  await recordPayments({ app, orgId, user: accounts });
}

const today = (app: INestApplicationContext, inDays = 0): string =>
  new Date(app.get(Clock).now().getTime() + inDays * DAY).toISOString().slice(0, 10);

/** The silent claims, once the chore has found them. */
async function silentClaims(person: Person): Promise<FollowUpCase[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { items } = await person.app
      .get(FollowUpBoard)
      .list(callerOf(person, 'followUpCases.list'), { stage: 'silent', limit: 50 });
    if (items.length > 0 || Date.now() > deadline) return items;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function logContacts(person: Person): Promise<void> {
  const [first, second, third] = await silentClaims(person);
  const log = async (found: FollowUpCase | undefined, call: Parameters<FollowUps['logCall']>[2]) => {
    if (!found) return;
    const caller = callerOf(person, 'workItems.putOwner', found.workItemVersion);
    await person.app.get(OwnershipService).putOwner(caller, found.workItemId, person.user.id);
    await person.app.get(FollowUps).logCall(callerOf(person, 'followUpCases.logCall'), found.id, call);
  };
  await log(first, {
    by: 'phone',
    outcome: 'promised',
    spokeWith: 'Dana, provider services',
    reference: '77120',
    note: 'In review, decision expected',
    promisedOn: today(person.app),
  });
  await log(second, {
    by: 'portal',
    outcome: 'promised',
    note: 'Portal says in process, answer within the week',
    promisedOn: today(person.app, 6),
  });
  await log(third, { by: 'phone', outcome: 'in-process', spokeWith: 'Marcus, claims desk', note: 'Pended for review' });
}

/** Two billers and a coder on the denial with the most dollars. */
async function talk(ana: Person, ben: Person, coder: User): Promise<void> {
  const { items } = await ana.app
    .get(DenialBoardService)
    .listCases(callerOf(ana, 'denialCases.list'), { stage: 'new', limit: 5 });
  const [denial] = items;
  if (!denial) return;
  const { id } = await ana.app.get(Threads).open(callerOf(ana, 'threads.open'), {
    subjectType: 'denial',
    subjectId: denial.id,
    kind: 'message',
    body: `Does the note support this service? @${coder.name}, can you look before we appeal?`,
    mentionIds: [coder.id],
  });
  await ben.app
    .get(Threads)
    .post(callerOf(ben, 'threads.post'), id, { body: 'The payer’s rule for it changed in July; I have the page.' });
}

/** Patients who paid by today: one in full, one a part. */
async function recordPayments(person: Person): Promise<void> {
  const { items } = await person.app.get(AccountList).list(callerOf(person, 'patientAccounts.list'), { limit: 20 });
  const owing = items.filter(({ balanceCents }) => balanceCents > 1_000).slice(0, 2);
  for (const [index, { id, balanceCents }] of owing.entries()) {
    const cents = index === 0 ? balanceCents : Math.ceil(balanceCents / 2);
    await person.app.get(PatientPayments).record(callerOf(person, 'patientAccounts.pay'), id, {
      cents,
      method: index === 0 ? 'check' : 'card',
      receivedOn: today(person.app),
      ...(index === 0 ? { reference: 'Check 1042' } : {}),
    });
  }
}
