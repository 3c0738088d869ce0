import type { CodingFinding, EncounterCode } from '@caseboard/contracts';
import { finding, isDiagnosis, isService } from './finding.types.ts';
import type { CodedChart, RuleHead } from './finding.types.ts';

const LINE = 'ASC X12 837P, SV107 and HI';
const NO_POINTER: RuleHead = { ruleId: 'PX-01', severity: 'error', source: LINE };
const POINTS_NOWHERE: RuleHead = { ruleId: 'PX-02', severity: 'error', source: LINE };
const MANY_POINTERS: RuleHead = { ruleId: 'PX-03', severity: 'error', source: LINE };
const UNITS: RuleHead = { ruleId: 'PX-04', severity: 'error', source: 'ASC X12 837, SV104 and SV205' };
const MODIFIERS: RuleHead = { ruleId: 'PX-05', severity: 'error', source: 'ASC X12 837, SV101-3 to -6' };
const DISTINCT: RuleHead = {
  ruleId: 'PX-06',
  severity: 'warning',
  source: 'NCCI policy manual, chapter 1, modifier 59',
};
const TWICE: RuleHead = { ruleId: 'PX-07', severity: 'warning', source: 'NCCI; CARC 18' };
const WRONG_SYSTEM: RuleHead = { ruleId: 'PX-08', severity: 'error', source: '45 CFR 162.1002' };
const OUTSIDE: RuleHead = { ruleId: 'PX-09', severity: 'error', source: 'UB-04 FL 6; CMS-1500 item 24A' };
const NOTHING: RuleHead = { ruleId: 'PX-10', severity: 'warning', source: 'ASC X12 837, loop 2400' };

const MOST_POINTERS = 4;
/** A professional claim holds twelve diagnoses; a line cannot point beyond. */
const MOST_DIAGNOSES = 12;
const DISTINCT_SERVICE = ['XE', 'XP', 'XS', 'XU'];

const services = ({ codes }: CodedChart): EncounterCode[] => codes.filter(isService);

/** On outpatient and professional claims each service points to one to four diagnoses that are there. */
export function servicesPoint(chart: CodedChart): CodingFinding[] {
  const reachable = new Set(
    chart.codes
      .filter(isDiagnosis)
      .slice(0, MOST_DIAGNOSES)
      .map(({ ordinal }) => ordinal),
  );
  return services(chart).flatMap(({ code, pointers, ordinal }) => {
    if (pointers.length > MOST_POINTERS)
      return [
        finding(MANY_POINTERS, `${code} points to more than four diagnoses.`, 'Keep the four main ones.', ordinal),
      ];
    if (pointers.length === 0 && chart.class !== 'inpatient')
      return [finding(NO_POINTER, `${code} points to no diagnosis.`, 'Say which diagnosis it was done for.', ordinal)];
    const isLost = pointers.some((pointer) => !reachable.has(pointer)) || new Set(pointers).size < pointers.length;
    const text = `${code} points to a diagnosis that is not there, is beyond the twelfth, or is named twice.`;
    return isLost ? [finding(POINTS_NOWHERE, text, 'Point to diagnoses of this chart.', ordinal)] : [];
  });
}

/** Units are whole and more than zero. */
export function unitsArePositive(chart: CodedChart): CodingFinding[] {
  return chart.codes
    .filter(({ units }) => !Number.isInteger(units) || units < 1)
    .map(({ code, ordinal }) => finding(UNITS, `${code} has no units.`, 'Enter at least one unit.', ordinal));
}

/** Modifiers are two letters or digits, at most four, each once; XE, XP, XS and XU take the place of 59. */
export function modifiersFit(chart: CodedChart): CodingFinding[] {
  return services(chart).flatMap(({ code, modifiers, ordinal }) => {
    const isMisshapen = modifiers.some((modifier) => !/^[0-9A-Z]{2}$/.test(modifier)) || modifiers.length > 4;
    if (isMisshapen || new Set(modifiers).size < modifiers.length) {
      const text = `${code} has a modifier that is misshapen, there twice, or a fifth.`;
      return [finding(MODIFIERS, text, 'Use at most four different two-character modifiers.', ordinal)];
    }
    const isDouble = modifiers.includes('59') && modifiers.some((modifier) => DISTINCT_SERVICE.includes(modifier));
    const text = `${code} has 59 beside a modifier that says the same more exactly.`;
    return isDouble ? [finding(DISTINCT, text, 'Take 59 away.', ordinal)] : [];
  });
}

/** The same service twice on one day needs units or a modifier that says why. */
export function servicesDiffer(chart: CodedChart): CodingFinding[] {
  const seen = new Set<string>();
  return services(chart).flatMap(({ code, modifiers, servedOn, ordinal }) => {
    const key = JSON.stringify([code, servedOn, [...modifiers].sort()]);
    const isAgain = seen.has(key);
    seen.add(key);
    const fix = 'Add units, or a modifier such as 76, 77 or 91.';
    return isAgain ? [finding(TWICE, `${code} is there twice on the same day.`, fix, ordinal)] : [];
  });
}

/** ICD-10-PCS is for inpatient hospital procedures only (HIPAA code sets). */
export function systemsFit(chart: CodedChart): CodingFinding[] {
  if (chart.class === 'inpatient') return [];
  return chart.codes
    .filter(({ system }) => system === 'icd-10-pcs')
    .map(({ code, ordinal }) => {
      const fix = 'Use the CPT or HCPCS code of the service.';
      return finding(WRONG_SYSTEM, `${code} is ICD-10-PCS, which is for inpatient stays only.`, fix, ordinal);
    });
}

/** Services lie within the visit. */
export function servicesLieWithin({ codes, startedOn, endedOn }: CodedChart): CodingFinding[] {
  return codes
    .filter(
      ({ servedOn }) =>
        servedOn !== null && ((startedOn !== null && servedOn < startedOn) || (endedOn !== null && servedOn > endedOn)),
    )
    .map(({ code, ordinal }) =>
      finding(OUTSIDE, `${code} has a date outside the visit.`, 'Correct the date of service.', ordinal),
    );
}

/** An outpatient visit without any service has nothing to bill. */
export function somethingIsBilled(chart: CodedChart): CodingFinding[] {
  if (chart.class === 'inpatient' || services(chart).length > 0) return [];
  return [finding(NOTHING, 'No service is coded: there is nothing to bill.', 'Enter the CPT or HCPCS codes.')];
}
