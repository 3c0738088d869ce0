import {
  ClaimChanged,
  ClaimLineageDecided,
  ClaimMade,
  ClaimsSent,
  EncounterFinalized,
  FeeSaved,
  FollowUpMoved,
  FollowUpOpened,
  FollowUpWoke,
  PayerCalled,
} from '@caseboard/contracts';
import type { ClaimSummary, FollowUpCase, Page, Payer } from '@caseboard/contracts';
import { FollowUpOpener } from '@caseboard/server/billing';
import { ChoreRegistry, UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import { aVisitOnRecord, cpt, dx } from '../../libs/server/billing/test/a-chart.ts';
import { aClaimFile } from '../../libs/server/billing/test/a-claim-file.ts';
import type { EventCase } from './event-case.ts';
import type { Hospital } from './hospital.ts';

const CLAIM = ['claim on case', 'claim on claims'];
const CARD = ['follow-up-case on board', 'follow-up-case on case'];

const orgOf = async (h: Hospital): Promise<string> => {
  const { body } = await h.people.biller.get<{ organisation: { id: string } }>('/session');
  return body.organisation.id;
};

/** What the EHR, the coder and the calendar do, without their pages. */
async function behind<R>(h: Hospital, work: (tx: Tx) => Promise<R>): Promise<R> {
  const act = { action: 'test.prepare', kind: 'claim' };
  return h.caseboard.web.app.get(UnitOfWork).actAs(await orgOf(h), 'rule:test', act, work);
}

/** A visit of a code that has its price, unless told otherwise. */
async function aVisit(h: Hospital, { isPriced = true } = {}): Promise<{ id: string; code: string }> {
  const code = h.fresh('V');
  const { admin } = h.people;
  const payer = await h.done(admin.post<Payer>('/payers', { body: { name: `Payer ${code}`, payerCode: code } }));
  const facility = await h.done(
    admin.post<{ id: string }>('/facilities', { body: { name: `Site ${code}`, npi: '1234567893' } }),
  );
  if (isPriced) await price(h, code);
  const facts = { facilityId: facility.id, payer: { id: payer.id } };
  return { id: await behind(h, (tx) => aVisitOnRecord(tx, facts)), code };
}

const price = (h: Hospital, code: string) =>
  h.done(h.people.admin.post('/fees', { body: { code, cents: 12_500, effectiveFrom: '2026-01-01' } }));

/** A coder finalizes the visit; the claim follows. */
async function finalize(h: Hospital, { id, code }: { id: string; code: string }): Promise<void> {
  await behind(h, async (tx) => {
    const revision = await h.caseboard.web.app.get(Charts).writeCodes(tx, id, [dx(1, 'I10'), cpt(2, code)]);
    tx.append(EncounterFinalized, { id, data: { caseId: id, encounterId: id, revision } });
  });
  await h.caseboard.settled();
}

async function aClaim(h: Hospital): Promise<ClaimSummary> {
  return (await aClaimOf(h)).claim;
}

async function aClaimOf(h: Hospital): Promise<{ claim: ClaimSummary; visit: { id: string; code: string } }> {
  const visit = await aVisit(h);
  await finalize(h, visit);
  const { body } = await h.people.biller.get<Page<ClaimSummary>>('/claims?limit=200');
  const found = body.items.find(({ encounterId }) => encounterId === visit.id);
  if (!found) throw new Error('The visit has no claim.');
  return { claim: found, visit };
}

const send = (h: Hospital, { id }: ClaimSummary) =>
  h.done(h.people.biller.post('/submissions', { body: { claimIds: [id] } }));

/** A claim that left two months ago, from elsewhere. */
async function aSilentClaim(h: Hospital): Promise<ClaimSummary> {
  const number = h.fresh('S');
  const sentOn = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  const claims = [{ number, lines: [{ procedure: '99213', chargeCents: 12_500 }] }];
  await h.bring(aClaimFile(claims, undefined, { sentOn }));
  const { body } = await h.people.biller.get<Page<ClaimSummary>>(`/claims?text=${number}`);
  const [claim] = body.items;
  if (!claim) throw new Error('The claim did not come in.');
  return claim;
}

const look = async (h: Hospital) => h.caseboard.web.app.get(FollowUpOpener).open(await orgOf(h));

async function aCase(h: Hospital): Promise<FollowUpCase> {
  const claim = await aSilentClaim(h);
  await look(h);
  const { body } = await h.people.biller.get<Page<FollowUpCase>>(`/follow-up-cases?text=${claim.number}`);
  return body.items[0] as FollowUpCase;
}

const tomorrow = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
const call = (h: Hospital, { id }: FollowUpCase) =>
  h.done(
    h.people.biller.post(`/follow-up-cases/${id}/calls`, {
      body: { by: 'phone', outcome: 'promised', promisedOn: tomorrow() },
    }),
  );

/** The promised day passes. */
const passDay = (h: Hospital, { id }: FollowUpCase) =>
  behind(h, (tx) =>
    tx.execute("UPDATE billing.follow_up_case SET promised_on = '2026-01-05' WHERE org_id = $1 AND id = $2", [
      tx.orgId,
      id,
    ]),
  );

async function wake(h: Hospital): Promise<void> {
  const chores = h.caseboard.web.app.get(ChoreRegistry).all();
  await chores.find(({ name }) => name === 'billing.follow-up-wake')?.run(await orgOf(h));
}

/** What happens to claims made here, and to those nobody answers. */
export const FOLLOW_UP_CASES: readonly EventCase[] = [
  {
    event: FeeSaved,
    delivers: ['fee on fees'],
    scene: async (h) => ({ act: () => price(h, h.fresh('F')) }),
  },
  {
    event: ClaimMade,
    delivers: CLAIM,
    scene: async (h) => {
      const visit = await aVisit(h);
      return { act: () => finalize(h, visit) };
    },
  },
  {
    event: ClaimChanged,
    delivers: CLAIM,
    scene: async (h) => {
      const visit = await aVisit(h, { isPriced: false });
      await finalize(h, visit);
      return { act: () => price(h, visit.code) };
    },
  },
  {
    event: ClaimsSent,
    delivers: [...CLAIM, 'submission on submissions'],
    scene: async (h) => {
      const claim = await aClaim(h);
      return { act: () => send(h, claim) };
    },
  },
  {
    event: ClaimLineageDecided,
    delivers: CLAIM,
    scene: async (h) => {
      const { claim, visit } = await aClaimOf(h);
      await send(h, claim);
      await finalize(h, visit);
      const decide = () =>
        h.done(h.people.biller.post(`/claims/${claim.id}/lineage`, { body: { decision: 'replace' } }));
      return { act: decide };
    },
  },
  {
    event: FollowUpOpened,
    delivers: CARD,
    scene: async (h) => {
      await aSilentClaim(h);
      return { act: () => look(h) };
    },
  },
  {
    event: FollowUpMoved,
    delivers: CARD,
    scene: async (h) => {
      const one = await aCase(h);
      const move = { body: { stage: 'contacted' }, version: one.version };
      return { act: () => h.done(h.people.biller.put(`/follow-up-cases/${one.id}/stage`, move)) };
    },
  },
  {
    event: PayerCalled,
    delivers: CARD,
    scene: async (h) => {
      const one = await aCase(h);
      return { act: () => call(h, one) };
    },
  },
  {
    event: FollowUpWoke,
    delivers: CARD,
    scene: async (h) => {
      const one = await aCase(h);
      await call(h, one);
      return { act: async () => wakeAfter(h, one) };
    },
  },
];

async function wakeAfter(h: Hospital, one: FollowUpCase): Promise<void> {
  await passDay(h, one);
  await wake(h);
}
