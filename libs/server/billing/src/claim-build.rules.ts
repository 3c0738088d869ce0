import type { EncounterClass } from '@caseboard/contracts';
import type { ChartPatient } from '@caseboard/server/records';
import type { WrittenClaim, WrittenClinician } from '@caseboard/x12';
import { barriersOf, clinicianOf } from './claim-barriers.rules.ts';
import type { ClaimChart } from './claim-chart.types.ts';
import { diagnosesOf, linesOf, proceduresOf } from './claim-lines.rules.ts';
import type { BuiltLine, ClaimKind } from './claim-lines.rules.ts';
import type { FeeRow } from './fee.rules.ts';

/** A diagnosis of a claim made here. */
export interface BuiltDiagnosis {
  role: 'principal' | 'other';
  code: string;
  presentOnAdmission: string | null;
}

/** A claim as its chart makes it. `content` is what goes on the wire: only when nothing bars it. */
export interface BuiltClaim {
  kind: ClaimKind;
  lines: BuiltLine[];
  diagnoses: BuiltDiagnosis[];
  chargeCents: number;
  barriers: string[];
  /** Codes without a price. */
  unpriced: string[];
  content: WrittenClaim | null;
}

/**
 * The kind of claim a visit makes. A stay and a visit to the emergency department are the hospital's: UB-04, type of
 * bill 11x and 13x. Any other visit is billed for the clinician who saw the patient: CMS-1500, place of service 22
 * (on-campus outpatient hospital), or 11 (office) where the EHR does not say that it was outpatient.
 */
const FORMS: Record<EncounterClass, { kind: ClaimKind; facilityType: string }> = {
  inpatient: { kind: 'institutional', facilityType: '11' },
  emergency: { kind: 'institutional', facilityType: '13' },
  outpatient: { kind: 'professional', facilityType: '22' },
  other: { kind: 'professional', facilityType: '11' },
};

/** UB-04 FL 14, 15, 17. The chart gives no source of admission and no discharge status: `9` unknown, `01` routine. */
const STAY: Record<EncounterClass, Pick<WrittenClaim, 'admissionType' | 'admissionSource' | 'patientStatus'>> = {
  inpatient: { admissionType: '9', admissionSource: '9', patientStatus: '01' },
  emergency: { admissionType: '1', admissionSource: '9', patientStatus: '01' },
  outpatient: {},
  other: {},
};

/** Builds the claim of a visit from its final codes, at the prices of the days of service. */
export function buildClaim(chart: ClaimChart, fees: readonly FeeRow[], controlNumber: string): BuiltClaim {
  const { kind } = FORMS[chart.class];
  const lines = linesOf(chart, kind, fees);
  const diagnoses = diagnosesOf(chart.codes).map(({ code, poa }, at): BuiltDiagnosis => ({
    role: at === 0 ? 'principal' : 'other',
    code,
    presentOnAdmission: kind === 'institutional' ? poa : null,
  }));
  const barriers = barriersOf(chart, kind, lines);
  const built = {
    kind,
    lines,
    diagnoses,
    chargeCents: lines.reduce((sum, line) => sum + line.chargeCents, 0),
    barriers,
  };
  const unpriced = lines
    .filter(({ isPriced }) => !isPriced)
    .flatMap((line) => line.procedure ?? line.revenueCode ?? []);
  const content = barriers.length === 0 ? contentOf(chart, built, controlNumber) : null;
  return { ...built, unpriced: [...new Set(unpriced)], content };
}

function contentOf(
  chart: ClaimChart,
  { kind, lines, diagnoses, chargeCents }: Pick<BuiltClaim, 'kind' | 'lines' | 'diagnoses' | 'chargeCents'>,
  controlNumber: string,
): WrittenClaim {
  const from = chart.startedOn ?? '';
  const isStay = chart.class === 'inpatient';
  return {
    controlNumber,
    chargeCents,
    frequency: '1',
    facilityType: FORMS[chart.class].facilityType,
    billingProvider: { name: chart.facility?.name ?? '', npi: chart.facility?.npi ?? '' },
    subscriber: subscriberOf(chart.patient, chart.memberId ?? ''),
    payer: { name: chart.payer?.name ?? '', id: chart.payer?.payerCode ?? '' },
    filingIndicator: 'ZZ',
    ...(chart.patient.mrn ? { medicalRecordNumber: chart.patient.mrn } : {}),
    diagnoses: diagnoses.map(({ role, code, presentOnAdmission }) => ({
      role,
      code,
      ...(presentOnAdmission ? { presentOnAdmission } : {}),
    })),
    procedures: isStay ? proceduresOf(chart.codes).map(({ code, servedOn }) => ({ code, on: servedOn ?? from })) : [],
    statementFrom: from,
    statementTo: chart.endedOn ?? from,
    ...(isStay ? { admissionDate: from } : {}),
    ...STAY[chart.class],
    clinician: writtenClinician(clinicianOf(chart, kind)),
    lines: lines.map(({ procedure, revenueCode, isPriced: _priced, ...line }) => ({
      ...line,
      ...(procedure === null ? {} : { procedure }),
      ...(revenueCode === null ? {} : { revenueCode }),
    })),
  };
}

const subscriberOf = (patient: ChartPatient, memberId: string): WrittenClaim['subscriber'] => ({
  lastName: patient.lastName,
  firstName: patient.firstName,
  middleName: patient.middleName,
  suffix: patient.suffix,
  memberId,
  birthDate: patient.birthDate ?? '',
  sex: patient.sex ?? 'U',
  ...(patient.address ? { address: patient.address } : {}),
});

/** `Dr. Ida Moss, MD` → Moss, Ida: titles are no names. */
function writtenClinician(clinician: { name: string; npi: string | null } | undefined): WrittenClinician {
  const words = (clinician?.name.split(',')[0] ?? '').trim().split(/\s+/);
  const [first = '', ...rest] = words.filter((word) => !/^(dr|prof|mr|mrs|ms)\.?$/i.test(word));
  return { lastName: rest.at(-1) ?? first, firstName: rest.length > 0 ? first : '', npi: clinician?.npi ?? '' };
}
