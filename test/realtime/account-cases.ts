import {
  AccountChanged,
  AccountOpened,
  AccountsJoined,
  AccountsRegated,
  PatientPaid,
  PatientPaymentReversed,
  StatementPrinted,
} from '@caseboard/contracts';
import type { EventDefinition, Page, PatientAccountSummary, PatientPayment } from '@caseboard/contracts';
import { anEra, claimFile, takenBack } from '../../libs/server/patient-accounts/test/files.ts';
import type { Decided } from '../../libs/server/patient-accounts/test/files.ts';
import type { EventCase, Scene } from './event-case.ts';
import type { Hospital } from './hospital.ts';

const ROW = ['patient-account on accounts', 'patient-account on case'];

/** A visit of 200.00 whose payer leaves 40.00 to the patient; a patient of their own unless named. */
interface Visit {
  firstName: string;
  decided: Decided;
}

function visitOf(h: Hospital, firstName = nameOf(h.fresh('N'))): Visit {
  const number = h.fresh('ACCT');
  return {
    firstName,
    decided: { number, payerNumber: `ICN${number}`, chargeCents: 20_000, adjustments: [['PR', '1', 4_000]] },
  };
}

/** Digits would not be a name. */
const nameOf = (fresh: string) => `KIM${fresh.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? 'A')}`;

const send = (h: Hospital, { firstName, decided }: Visit, billingNpi = '1234567893') =>
  h.bring(claimFile({ number: decided.number, chargeCents: 20_000, firstName, billingNpi }));
const decide = (h: Hospital, ...decided: Decided[]) => h.bring(anEra(h.fresh('TA'), decided));

async function accountOf(h: Hospital, { firstName }: Visit): Promise<PatientAccountSummary> {
  const path = `/patient-accounts?text=${firstName}`;
  const { items } = await h.done(h.people.accounts.get<Page<PatientAccountSummary>>(path));
  const [found] = items;
  if (!found) throw new Error('The visit has no account.');
  return found;
}

async function anAccount(h: Hospital, npi?: string): Promise<{ visit: Visit; account: PatientAccountSummary }> {
  const visit = visitOf(h);
  await send(h, visit, npi);
  await decide(h, visit.decided);
  return { visit, account: await accountOf(h, visit) };
}

const pay = (h: Hospital, { id }: PatientAccountSummary, cents = 5_000) =>
  h.done(
    h.people.accounts.post<PatientPayment>(`/patient-accounts/${id}/payments`, {
      body: { cents, method: 'check', receivedOn: '2026-11-20' },
    }),
  );

/** What somebody does with an account that is there. */
const onAccount = (
  event: EventDefinition,
  act: (h: Hospital, account: PatientAccountSummary) => Promise<unknown>,
): EventCase => ({
  event,
  delivers: ROW,
  scene: async (h) => {
    const { account } = await anAccount(h);
    return { act: () => act(h, account) };
  },
});

async function opening(h: Hospital): Promise<Scene> {
  const visit = visitOf(h);
  await send(h, visit);
  return { act: () => decide(h, visit.decided) };
}

async function takingBack(h: Hospital): Promise<Scene> {
  const { visit } = await anAccount(h);
  return { act: () => decide(h, takenBack(visit.decided)) };
}

async function reversing(h: Hospital): Promise<Scene> {
  const { account } = await anAccount(h);
  const payment = await pay(h, account);
  const path = `/patient-payments/${payment.id}/reversal`;
  return { act: () => h.done(h.people.lead.post(path, { body: { reason: 'bounced' } })) };
}

async function joining(h: Hospital): Promise<Scene> {
  const [{ account: from }, { account: into }] = [await anAccount(h), await anAccount(h)];
  const body = { intoId: into.patientId, reason: 'the same person' };
  return { act: () => h.done(h.people.admin.post(`/patients/${from.patientId}/merges`, { body })) };
}

async function gating(h: Hospital): Promise<Scene> {
  const facility = await h.aFacility('1700000002', 'accounts');
  await anAccount(h, '1700000002');
  const change = { body: { isGated: true }, version: facility.version };
  return { act: () => h.done(h.people.admin.patch(`/facilities/${facility.id}`, change)) };
}

/** What decisions and people do to patient accounts. */
export const ACCOUNT_CASES: readonly EventCase[] = [
  { event: AccountOpened, delivers: ROW, scene: opening },
  { event: AccountChanged, delivers: ROW, scene: takingBack },
  onAccount(PatientPaid, (h, account) => pay(h, account)),
  { event: PatientPaymentReversed, delivers: ROW, scene: reversing },
  onAccount(StatementPrinted, (h, { id }) => h.done(h.people.accounts.post(`/patient-accounts/${id}/statements`))),
  { event: AccountsJoined, delivers: ROW, scene: joining },
  { event: AccountsRegated, delivers: ROW, scene: gating },
];
