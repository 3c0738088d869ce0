import { ClaimAcknowledged, ClaimRejected, RejectionResolved } from '@caseboard/contracts';
import type { ClaimSummary, Page, RejectionCase } from '@caseboard/contracts';
import { aClaimFile } from '../../libs/server/billing/test/a-claim-file.ts';
import { aClaimAnswer } from '../../libs/server/billing/test/an-answer.ts';
import type { EventCase } from './event-case.ts';
import type { Hospital } from './hospital.ts';

const CLAIM = ['claim on case', 'claim on claims'];
let serial = 5000;

/** A claim made elsewhere that just came in. */
async function aClaim(h: Hospital): Promise<ClaimSummary> {
  const number = h.fresh('ACK');
  await h.bring(aClaimFile([{ number, lines: [{ procedure: '99213', chargeCents: 10_000 }] }]));
  const { items } = await h.done(h.people.biller.get<Page<ClaimSummary>>(`/claims?text=${number}`));
  const found = items.find(({ controlNumber }) => controlNumber === number);
  if (!found) throw new Error('The claim did not come in.');
  return found;
}

const answer = (h: Hospital, { controlNumber }: ClaimSummary, code: string) =>
  h.bring(aClaimAnswer([{ number: controlNumber, codes: [code] }], { number: (serial += 1) }));

/** A claim that came back. */
async function aRejection(h: Hospital): Promise<RejectionCase> {
  const claim = await aClaim(h);
  await answer(h, claim, 'A3:21:40');
  const path = `/rejections?text=${claim.controlNumber}`;
  const { items } = await h.done(h.people.biller.get<Page<RejectionCase>>(path));
  const [found] = items;
  if (!found) throw new Error('The claim was not rejected.');
  return found;
}

const resolve = (h: Hospital, { id, version }: RejectionCase) =>
  h.done(h.people.biller.post(`/rejections/${id}/resolution`, { body: { resolution: 'resent' }, version }));

/** What comes back for claims that were sent. */
export const ACKNOWLEDGEMENT_CASES: readonly EventCase[] = [
  {
    event: ClaimAcknowledged,
    delivers: CLAIM,
    scene: async (h) => {
      const claim = await aClaim(h);
      return { act: () => answer(h, claim, 'A1:19:PR') };
    },
  },
  {
    event: ClaimRejected,
    delivers: ['rejection-case on case'],
    scene: async (h) => {
      const claim = await aClaim(h);
      return { act: () => answer(h, claim, 'A7:562:85') };
    },
  },
  {
    event: RejectionResolved,
    delivers: [...CLAIM, 'rejection-case on case'],
    scene: async (h) => {
      const one = await aRejection(h);
      return { act: () => resolve(h, one) };
    },
  },
];
