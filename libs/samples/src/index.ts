export { HARBOR, LAKESIDE, type SampleHospital } from './hospital.ts';
export { hospitalWeek, SAMPLE_SIZES, type SampleFile, type SampleSize } from './hospital-week.ts';
export { remittanceFile, type SampleRemittance, type SampleProviderAdjustment } from './remittance-file.ts';
export { claimFile } from './claim-file.ts';
export { decide, reversalOf, type Decision } from './decision.ts';
export { aClaim, type SampleClaim } from './sample-claim.ts';
export { aPatient } from './people.ts';
export { Chance } from './chance.ts';
export { DenialMix } from './denial-patterns.ts';
