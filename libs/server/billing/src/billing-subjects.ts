import { channels } from '@caseboard/contracts';
import type { ThreadSubject } from '@caseboard/server/threads';
import { patientMark } from '@caseboard/server/records';
import { hiddenFacilities } from './billing.access.ts';
import { claimsByIds } from './claim-reads.repository.ts';
import { visibleFollowUp } from './follow-up.access.ts';
import { findFollowUps } from './follow-up-cases.repository.ts';

/** People talk about a claim that its payer does not answer. */
export const followUpSubject: ThreadSubject = {
  subjectType: 'follow-up',
  permission: 'billing.follow-up.read',
  describe: async (tx, id) => {
    const [found] = await findFollowUps(tx, [id]);
    if (!found) return undefined;
    const { number, patient, facilityId, isRestricted } = found;
    return { number, patient, facilityId, isRestricted, href: `/follow-up?case=${id}` };
  },
  admits: async (tx, principal, id) => (await visibleFollowUp(tx, principal, id)) !== undefined,
};

/** People talk about a claim that cannot be sent yet, or whose codes changed after it was; the subject is the claim. */
export const claimEditSubject: ThreadSubject = {
  subjectType: 'claim-edit',
  permission: 'billing.claim.read',
  channelOf: (claimId) => channels.case('claim', claimId),
  describe: async (tx, id) => {
    const claim = (await claimsByIds(tx, [id], [])).get(id);
    if (!claim) return undefined;
    const { number, facilityId, isRestricted, patientFirstName: firstName, patientLastName: lastName } = claim;
    const patient = patientMark({ firstName, lastName }, claim.memberId);
    return { number, patient, facilityId, isRestricted, href: `/claims?open=${id}` };
  },
  admits: async (tx, principal, id) => (await claimsByIds(tx, [id], await hiddenFacilities(tx, principal))).has(id),
};
