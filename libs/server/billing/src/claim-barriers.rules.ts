import type { ClaimChart } from './claim-chart.types.ts';
import { diagnosesOf } from './claim-lines.rules.ts';
import type { BuiltLine, ClaimKind } from './claim-lines.rules.ts';

/** Most diagnoses and lines of each guide (005010X222A1 and X223A2, loops 2300 and 2400). */
const MOST = {
  professional: { diagnoses: 12, lines: 50 },
  institutional: { diagnoses: 25, lines: 999 },
} as const;

/** Why a claim cannot be sent, one line each, as a biller reads it; none: it is ready (domain 6). */
export function barriersOf(chart: ClaimChart, kind: ClaimKind, lines: readonly BuiltLine[]): string[] {
  return [
    ...coverageBarriers(chart),
    ...partyBarriers(chart, kind),
    ...codeBarriers(chart, kind),
    ...lineBarriers(kind, lines),
  ];
}

function coverageBarriers({ payer, memberId }: ClaimChart): string[] {
  if (!payer) return ['No payer: the visit has no coverage'];
  return [
    ...(payer.payerCode ? [] : [`${payer.name} has no payer id`]),
    ...(memberId ? [] : ['The coverage has no member id']),
  ];
}

function partyBarriers(chart: ClaimChart, kind: ClaimKind): string[] {
  const { facility, patient } = chart;
  const role = kind === 'institutional' ? 'attending' : 'rendering';
  return [
    ...(facility ? [] : ['No facility: nobody to bill for']),
    ...(facility && !facility.npi ? [`${facility.name} has no NPI`] : []),
    ...(clinicianOf(chart, kind) ? [] : [`No ${role} clinician with an NPI`]),
    ...(patient.lastName.trim() && patient.firstName.trim() ? [] : ['The patient has no full name']),
    ...(patient.birthDate ? [] : ['The patient has no birth date']),
    ...(chart.startedOn ? [] : ['The visit has no date']),
    ...(chart.class === 'inpatient' && !chart.endedOn ? ['The patient is not discharged'] : []),
  ];
}

function codeBarriers({ codes }: ClaimChart, kind: ClaimKind): string[] {
  const count = diagnosesOf(codes).length;
  const most = MOST[kind].diagnoses;
  if (count === 0) return ['No diagnosis'];
  return count > most ? [`${count} diagnoses, the form takes ${most}`] : [];
}

function lineBarriers(kind: ClaimKind, lines: readonly BuiltLine[]): string[] {
  if (lines.length === 0) return ['No service to bill'];
  const said = lines.flatMap((line) => {
    const name = line.procedure ?? `a day in the house (${line.revenueCode})`;
    if (!line.isPriced) return [`No price for ${name} on ${line.serviceFrom}`];
    if (kind === 'institutional') return line.revenueCode ? [] : [`No revenue code for ${name}`];
    return line.pointers.length > 0 ? [] : [`${name} points to no diagnosis`];
  });
  const most = MOST[kind].lines;
  return [...new Set(said), ...(lines.length > most ? [`${lines.length} lines, the form takes ${most}`] : [])];
}

/**
 * Who is named on the claim: the attending clinician with an NPI; on a professional claim, whose one clinician is
 * whoever rendered the service, else the first participant with one.
 */
export function clinicianOf({ clinicians }: ClaimChart, kind: ClaimKind) {
  const known = clinicians.filter(({ npi }) => npi);
  const attending = known.find(({ role }) => role === 'attending');
  return attending ?? (kind === 'professional' ? known[0] : undefined);
}
