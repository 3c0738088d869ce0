import {
  ClaimAdjudicated,
  ClaimImported,
  ClaimLinked,
  ClaimsRegated,
  DenialCaseLinked,
  DenialCaseMoved,
  DenialCaseOpened,
  DenialCaseReversed,
  DenialDeadlineMoved,
  ItemAssigned,
  ItemDone,
  ItemOpened,
  ItemReleased,
  ItemReopened,
  ItemRescored,
  ItemResumed,
  ItemsRegated,
  ItemTaken,
  ItemWaiting,
  RemittanceOpened,
  RemittancePosted,
  RemittanceRefused,
  RemittancesRegated,
} from '@caseboard/contracts';
import type { DenialCase, EventDefinition, Facility } from '@caseboard/contracts';
import { aClaimFile } from '../../libs/server/billing/test/a-claim-file.ts';
import type { EventCase, Scene } from './event-case.ts';
import { denied, paid } from './hospital.ts';
import type { Hospital } from './hospital.ts';

const CARD = ['denial-case on board', 'denial-case on case'];
const ITEM = ['work-item on queue'];
const CLAIM = ['claim on case', 'claim on claims'];
const OWNED = [...ITEM, 'work-item on user'];
/** More claims than the first chunk takes, so that the remittance is seen on its way. */
const LONG = 70;

/** A case that `act` moves, takes or closes. */
const onCase = (
  event: EventDefinition,
  delivers: readonly string[],
  act: (h: Hospital, one: DenialCase) => Promise<unknown>,
  prepare: (h: Hospital, one: DenialCase) => Promise<unknown> = async () => undefined,
): EventCase => ({
  event,
  delivers,
  scene: async (h) => {
    const id = h.fresh('PAYER');
    const one = await h.aDenial({ payer: { name: `Insurance ${id}`, id } });
    await prepare(h, one);
    return { caseId: one.id, act: () => act(h, one) };
  },
});

/** The payer `onCase` made for a case alone. */
const payerOf = ({ payerName }: DenialCase) => ({ name: payerName, id: payerName.split(' ').at(-1) ?? '' });

/** The 837 of a case's claim. */
const claimOf = (one: DenialCase) =>
  aClaimFile([{ number: one.claimNumber, payer: payerOf(one), lines: [{ procedure: '72148', chargeCents: 80_000 }] }]);

async function release(h: Hospital, one: DenialCase): Promise<unknown> {
  const item = await h.item(one);
  return h.done(h.people.biller.delete(`/work-items/${item.id}/owner`, { version: item.version }));
}

/** The payer of a case gets its rule: the deadline of the case moves. */
async function giveRule(h: Hospital, one: DenialCase): Promise<unknown> {
  const body = { kind: 'appeal', days: 30, counts: 'calendar', effectiveFrom: '2025-01-01', source: 'Provider manual' };
  return h.done(h.people.admin.post(`/payers/${one.payerId}/rules`, { body }));
}

const takenBack = (one: DenialCase) => ({
  number: one.claimNumber,
  status: '22',
  lines: [{ procedure: '72148', chargeCents: -80_000, adjustments: [['CO', '197', -80_000]] as const }],
});

/** A denial of a facility whose gate then closes: only the person assigned to it still sees its rows. */
async function gateStory(h: Hospital, npi: string): Promise<Scene> {
  const facility = await h.aFacility(npi, 'biller2');
  const one = await h.aDenial({ payeeNpi: npi });
  return { caseId: one.id, act: () => gate(h, facility) };
}

/** A claim of a facility whose gate then closes. */
async function claimGateStory(h: Hospital): Promise<Scene> {
  const npi = '1104023674';
  const facility = await h.aFacility(npi, 'biller2');
  await h.bring(aClaimFile([{ number: h.fresh('C'), lines: [{ procedure: '99213', chargeCents: 10_000 }] }], npi));
  return { act: () => gate(h, facility) };
}

async function gate(h: Hospital, facility: Facility): Promise<unknown> {
  await h.done(
    h.people.admin.patch(`/facilities/${facility.id}`, { body: { isGated: true }, version: facility.version }),
  );
  return h.caseboard.settled();
}

/** What files and people do to claims, denials and the work with them. */
export const WORK_CASES: readonly EventCase[] = [
  { event: ItemOpened, delivers: ITEM, scene: async (h) => ({ act: () => h.aDenial() }) },
  onCase(ItemTaken, [...CARD, ...OWNED], (h, one) => h.own('biller', one, 'biller')),
  onCase(ItemAssigned, [...CARD, ...OWNED], (h, one) => h.own('lead', one, 'biller2')),
  onCase(ItemReleased, [...CARD, ...OWNED], release, (h, one) => h.own('biller', one, 'biller')),
  onCase(ItemWaiting, [...CARD, ...ITEM], (h, one) => h.move(one, 'waiting')),
  onCase(
    ItemResumed,
    [...CARD, ...ITEM],
    (h, one) => h.move(one, 'investigating'),
    (h, one) => h.move(one, 'waiting'),
  ),
  onCase(
    ItemDone,
    [...CARD, ...OWNED],
    (h, one) => h.close(one),
    (h, one) => h.own('biller', one, 'biller'),
  ),
  onCase(
    ItemReopened,
    [...CARD, ...ITEM],
    (h, one) => h.move(one, 'investigating'),
    (h, one) => h.close(one),
  ),
  onCase(ItemRescored, [...CARD, ...ITEM], giveRule),
  { event: ItemsRegated, delivers: [...CARD, ...ITEM], scene: (h) => gateStory(h, '1992700005') },
  { event: RemittancesRegated, delivers: ['remittance on remittances'], scene: (h) => gateStory(h, '1003000126') },
  {
    event: ClaimImported,
    delivers: CLAIM,
    scene: async (h) => ({
      act: () => h.bring(aClaimFile([{ number: h.fresh('C'), lines: [{ procedure: '99213', chargeCents: 10_000 }] }])),
    }),
  },
  {
    event: RemittanceOpened,
    delivers: [],
    scene: async (h) => ({ act: () => h.bring(h.remittance([paid(h.fresh('C'))])) }),
  },
  {
    event: ClaimAdjudicated,
    delivers: [...CLAIM, 'remittance on remittances'],
    scene: async (h) => {
      const numbers = Array.from({ length: LONG }, () => h.fresh('C'));
      const known = { number: numbers[0] ?? '', lines: [{ procedure: '99213', chargeCents: 10_000 }] };
      await h.bring(aClaimFile([known]));
      return { act: () => h.bring(h.remittance(numbers.map(paid))) };
    },
  },
  {
    event: RemittancePosted,
    delivers: ['remittance on remittances'],
    scene: async (h) => ({ act: () => h.bring(h.remittance([paid(h.fresh('C'))])) }),
  },
  {
    event: RemittanceRefused,
    delivers: [],
    scene: async (h) => ({ act: () => h.bring(h.remittance([denied(h.fresh('C'))], { wrongBy: 2_500 })) }),
  },
  onCase(ClaimLinked, CLAIM, (h, one) => h.bring(claimOf(one))),
  { event: ClaimsRegated, delivers: CLAIM, scene: claimGateStory },
  { event: DenialCaseOpened, delivers: CARD, scene: async (h) => ({ act: () => h.aDenial() }) },
  onCase(DenialCaseMoved, CARD, (h, one) => h.move(one, 'triaged')),
  onCase(DenialCaseReversed, CARD, (h, one) => h.bring(h.remittance([takenBack(one)], { payer: payerOf(one) }))),
  onCase(DenialCaseLinked, CARD, (h, one) => h.bring(claimOf(one))),
  onCase(DenialDeadlineMoved, CARD, giveRule),
];
