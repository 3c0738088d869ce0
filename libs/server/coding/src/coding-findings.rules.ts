import type { CodingFinding } from '@caseboard/contracts';
import {
  codesAreBillable,
  diagnosesAreNoLines,
  diagnosesStandOnce,
  principalIsNoExternalCause,
  principalIsNoManifestation,
  principalIsSet,
} from './diagnosis.rules.ts';
import type { CodedChart, CodingRule } from './finding.types.ts';
import { presenceIsSaid } from './present-on-admission.rules.ts';
import {
  modifiersFit,
  servicesDiffer,
  servicesLieWithin,
  servicesPoint,
  somethingIsBilled,
  systemsFit,
  unitsArePositive,
} from './procedure.rules.ts';

const RULES: readonly CodingRule[] = [
  principalIsSet,
  codesAreBillable,
  principalIsNoExternalCause,
  principalIsNoManifestation,
  diagnosesStandOnce,
  presenceIsSaid,
  systemsFit,
  servicesPoint,
  unitsArePositive,
  modifiersFit,
  servicesDiffer,
  servicesLieWithin,
  diagnosesAreNoLines,
  somethingIsBilled,
];

const WEIGHT = { critical: 0, error: 1, warning: 2, info: 3 } as const;

/** Everything the rules find in a chart, the gravest first, then in the order of its codes. */
export function findingsOf(chart: CodedChart): CodingFinding[] {
  return RULES.flatMap((rule) => rule(chart)).sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (a.ordinal ?? 0) - (b.ordinal ?? 0),
  );
}
