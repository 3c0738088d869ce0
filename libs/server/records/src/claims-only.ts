import type { Tx } from '@caseboard/server/kernel';
import type { ChartCard } from './fhir-coverages.writer.ts';
import { matchPatient, personKeyOf } from './patient-match.rules.ts';
import { mergeRecords } from './patient-merges.repository.ts';
import { candidates } from './patients.repository.ts';
import { personsOf } from './charts.repository.ts';

/**
 * Joins patients known from claims only to those of the charts who hold the same card, where the rule for cards
 * says that they are one person: a claim may have come before the chart, without a birth date or with a short first
 * name. It is a merge like any other and can be undone.
 */
export async function joinClaimsOnly(tx: Tx, cards: readonly ChartCard[]): Promise<void> {
  if (cards.length === 0) return;
  const persons = await personsOf(tx, [...new Set(cards.map(({ patientId }) => patientId))]);
  const asked = cards.flatMap((card) => {
    const person = persons.get(card.patientId);
    return person ? [{ ...card, ...person }] : [];
  });
  const known = await candidates(tx, asked);
  const free = await claimsOnly(
    tx,
    known.map(({ id }) => id),
  );
  for (const one of asked) {
    const others = known.filter(({ id }) => free.has(id));
    const twin = matchPatient(one, others);
    if (!twin) continue;
    free.delete(twin.id);
    const isSame = twin.nameKey === personKeyOf(one);
    const reason = isSame
      ? 'Same insurance card and name as the chart'
      : 'Same insurance card and birth date as the chart';
    await mergeRecords(tx, { fromId: twin.id, intoId: one.id, reason });
  }
}

async function claimsOnly(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `SELECT p.id FROM records.patient p
     WHERE p.org_id = $1 AND p.id = ANY($2::uuid[]) AND p.source IS NULL AND p.merged_into IS NULL
       AND NOT EXISTS (SELECT 1 FROM records.patient_merge m WHERE m.org_id = p.org_id AND m.from_id = p.id)`,
    [tx.orgId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}
