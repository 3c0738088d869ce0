import type { ClaimFileInput, WrittenClaim } from './claim-file.ts';
import { CLAIM_SET_CONTROL_NUMBER } from './claim-file.ts';
import { billingLevel, claimSegments, fileText, subscriberLevel } from './claim-segments.ts';
import { formatPlainDate } from './dates.ts';
import { writeInterchange } from './interchange-writer.ts';
import type { SegmentInput } from './segment-writer.ts';

const GUIDES = { professional: '005010X222A1', institutional: '005010X223A2' } as const;

/**
 * Writes claims as one 837P (005010X222A1) or 837I (005010X223A2): submitter, receiver, a level for each billing
 * provider, below it one for each subscriber with his claim. The claims' order stays within a provider. Texts lose
 * what would be read as a delimiter.
 *
 * @throws RangeError when a claim does not add up, when frequency 7 or 8 has no original, or an id does not fit.
 */
export function write837(file: ClaimFileInput): string {
  file.claims.forEach(requireSound);
  const { senderId, receiverId, controlNumber, at, kind } = file;
  const set = { id: '837', controlNumber: CLAIM_SET_CONTROL_NUMBER, segments: setSegments(file) };
  const group = { functionalId: 'HC', version: GUIDES[kind], senderCode: senderId, receiverCode: receiverId };
  const groups = [{ ...group, controlNumber, transactions: [set] }];
  return writeInterchange({ senderId, receiverId, controlNumber, at, groups, lineEnd: '\n' });
}

function setSegments(file: ClaimFileInput): SegmentInput[] {
  const byProvider = Map.groupBy(file.claims, ({ billingProvider }) => billingProvider.npi);
  const segments = header(file);
  let level = 0;
  for (const claims of byProvider.values()) {
    const [first] = claims;
    if (!first) continue;
    level += 1;
    const parent = level;
    segments.push(...billingLevel(first.billingProvider, parent));
    for (const claim of claims) {
      level += 1;
      segments.push(...subscriberLevel(claim, level, parent), ...claimSegments(claim, file.kind));
    }
  }
  return segments;
}

function header({ submitter, receiverName, receiverId, senderId, controlNumber, at }: ClaimFileInput): SegmentInput[] {
  const moment = at.toISOString();
  return [
    [
      'BHT',
      '0019',
      '00',
      `${controlNumber}`,
      formatPlainDate(moment.slice(0, 10)),
      moment.slice(11, 16).replace(':', ''),
      'CH',
    ],
    ['NM1', '41', '2', fileText(submitter.name, 60), '', '', '', '', '46', senderId],
    ['PER', 'IC', fileText(submitter.contact, 60), 'EM', fileText(submitter.email, 80)],
    ['NM1', '40', '2', fileText(receiverName, 60), '', '', '', '', '46', receiverId],
  ];
}

/** A charge that is not the sum of its lines would come back (5010 guides, 2300 CLM02). */
function requireSound(claim: WrittenClaim): void {
  const sum = claim.lines.reduce((cents, line) => cents + line.chargeCents, 0);
  if (sum !== claim.chargeCents) throw new RangeError('the charge of a claim is not the sum of its lines');
  if (claim.controlNumber === '' || claim.controlNumber.length > 20) throw new RangeError('CLM01 does not fit');
  if (claim.frequency !== '1' && !claim.originalReference) throw new RangeError('REF*F8 is missing');
}
