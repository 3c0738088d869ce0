import type { WrittenClaim } from '@caseboard/x12';
import type { BuiltClaim } from './claim-build.rules.ts';

/** What a claim that replaces (7) or voids (8) another says of that one. */
export interface Lineage {
  replacesId: string;
  frequency: '1' | '7' | '8';
  /** REF*F8: the payer's own number of the claim it is about; null while none is known. */
  reference: string | null;
  /** Payer and charge of the claim it is about. */
  payerId: string | null;
  chargeCents: number;
}

const NO_NUMBER = 'No payer claim number yet';

/**
 * The frequency of a claim that replaces another (domain 2.2). One that came back before adjudication is unknown to
 * the payer: what follows it is an original again.
 */
export const replacingFrequency = (state: string | null): '1' | '7' => (state === 'rejected' ? '1' : '7');

/**
 * A claim as built, made to replace another: all its lines again, with the payer's number of that one (5010 guides,
 * 2300 REF*F8). Without the number, or for another payer, it waits.
 */
export function replacing(built: BuiltClaim, lineage: Lineage, payerId: string | null): BuiltClaim {
  if (lineage.frequency === '1') return built;
  const isSamePayer = payerId === null || payerId === lineage.payerId;
  const barriers = [
    ...built.barriers,
    ...(lineage.reference === null ? [NO_NUMBER] : []),
    ...(isSamePayer ? [] : ['Another payer than the claim it replaces']),
  ];
  if (barriers.length > 0 || built.content === null) return { ...built, barriers, content: null };
  const changed = built.chargeCents === lineage.chargeCents ? 'D4' : 'D9';
  return { ...built, barriers, content: follow(built.content, lineage, built.kind, changed) };
}

/** The void of a claim as it was sent: the same content under its own number. */
export function voiding(
  sent: Pick<BuiltClaim, 'kind' | 'lines' | 'diagnoses' | 'chargeCents'> & { content: WrittenClaim },
  lineage: Lineage,
  controlNumber: string,
): BuiltClaim {
  const barriers = lineage.reference === null ? [NO_NUMBER] : [];
  const content = follow({ ...sent.content, controlNumber }, lineage, sent.kind, 'D6');
  return { ...sent, barriers, unpriced: [], content: barriers.length === 0 ? content : null };
}

/**
 * UB-04 FL 18: a bill of type xx7 or xx8 says why by condition code: D4 clinical codes changed, D9 anything else, here
 * codes and charges, D6 only to take it back.
 */
function follow(content: WrittenClaim, lineage: Lineage, kind: BuiltClaim['kind'], condition: string): WrittenClaim {
  const { frequency, reference } = lineage;
  return {
    ...content,
    frequency,
    ...(reference === null ? {} : { originalReference: reference }),
    ...(kind === 'institutional' ? { conditionCodes: [condition] } : {}),
  };
}
