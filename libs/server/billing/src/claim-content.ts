import { createHash } from 'node:crypto';
import type { SubmittedClaim } from '@caseboard/x12';
import { npiOf } from '@caseboard/x12';

/**
 * What makes two claims with one control number the same claim: everything the payer decides on, nothing of where
 * it stands in its file. A claim sent again unchanged is no second claim.
 */
export function contentHashOf(claim: SubmittedClaim): string {
  const { kind, controlNumber, chargeCents, frequency, originalReference, subscriber, patient, payer } = claim;
  const content = [
    [kind, controlNumber, chargeCents, frequency, originalReference ?? '', claim.facilityType],
    [payer?.id, payer?.lastName, subscriber?.responsibility, subscriber?.party?.id],
    [patient?.lastName, patient?.firstName, patient?.birthDate],
    [npiOf(claim.billingProvider), claim.statementFrom ?? '', claim.statementTo ?? ''],
    claim.diagnoses.map(({ role, code, presentOnAdmission }) => [role, code, presentOnAdmission]),
    claim.lines.map((line) => [
      line.procedure.code,
      line.procedure.modifiers,
      line.revenueCode,
      line.chargeCents,
      line.units,
      line.serviceFrom,
      line.serviceTo,
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
