import { nameKeyOf } from './name-key.rules.ts';

/** A payer as a file names it: N104 or NM109, and the name. */
export interface PayerName {
  payerCode: string | null;
  name: string;
}

/** A payer on record. */
export interface PayerOnRecord extends PayerName {
  id: string;
  nameKey: string;
}

/** What a file said, ready to compare: code and name trimmed, a name made up for a payer that gave only its code. */
export function tidyPayer(asked: PayerName): PayerName {
  const payerCode = asked.payerCode?.trim().slice(0, 80) || null;
  const name = asked.name.trim().replace(/\s+/g, ' ').slice(0, 120);
  return { payerCode, name: name || (payerCode === null ? 'Unnamed payer' : `Payer ${payerCode}`) };
}

/**
 * The payer a file means: by its code; else, by name, one on record that has no code yet; else, when the
 * file gives no code, the oldest of that name. Two codes are two payers, whatever their names.
 */
export function matchPayer<Payer extends PayerOnRecord>(
  asked: PayerName,
  onRecord: readonly Payer[],
): Payer | undefined {
  const byCode = asked.payerCode === null ? undefined : onRecord.find((payer) => payer.payerCode === asked.payerCode);
  if (byCode) return byCode;
  const key = nameKeyOf(asked.name);
  const sameName = onRecord.filter((payer) => payer.nameKey === key).sort((a, b) => (a.id < b.id ? -1 : 1));
  const codeless = sameName.find((payer) => payer.payerCode === null);
  return codeless ?? (asked.payerCode === null ? sameName[0] : undefined);
}

/** Codes that payers without one get from a file: each payer the first that names it. */
export function adoptions(
  asked: readonly PayerName[],
  onRecord: readonly PayerOnRecord[],
): { id: string; payerCode: string }[] {
  const pool = onRecord.map((payer) => ({ ...payer }));
  return asked.flatMap(({ payerCode, name }) => {
    const payer = matchPayer({ payerCode, name }, pool);
    if (!payer || payerCode === null || payer.payerCode !== null) return [];
    payer.payerCode = payerCode;
    return [{ id: payer.id, payerCode }];
  });
}

/** Who has to be made: each once, and nobody for a bare name that a payer with a code brings along. */
export function newcomers(asked: readonly PayerName[], onRecord: readonly PayerOnRecord[]): PayerName[] {
  const pool = [...onRecord];
  const codesFirst = asked.toSorted((a, b) => Number(a.payerCode === null) - Number(b.payerCode === null));
  return codesFirst.filter((one) => {
    if (matchPayer(one, pool)) return false;
    pool.push({ ...one, id: `new ${pool.length}`, nameKey: nameKeyOf(one.name) });
    return true;
  });
}
