import type { FhirCoverage } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import { insertCards } from './patients.repository.ts';
import type { Payers } from './payers.service.ts';
import type { Placed, SourceKeys } from './source-keys.ts';

/** A card of a chart's patient: who pays for whom under which number. */
export interface ChartCard {
  patientId: string;
  payerId: string;
  memberId: string;
}

/** Writes coverages, making their payers known, and gives the cards they are. */
export async function writeCoverages(
  tx: Tx,
  placed: readonly Placed<FhirCoverage>[],
  keys: SourceKeys,
  payers: Payers,
): Promise<ChartCard[]> {
  if (placed.length === 0) return [];
  const payerOf = await payersOf(tx, placed, keys, payers);
  const rows = placed.flatMap(({ rowId, resource }) => {
    const patientId = keys.rowOf(resource.beneficiary);
    if (patientId === undefined) return [];
    const payer = payerOf.get(keys.rowOf(resource.payor) ?? '');
    const payerName = payer?.name ?? (resource.payor.display || 'Unnamed payer');
    const { memberId, order, from, to } = resource;
    return [{ id: rowId, patientId, payerId: payer?.id ?? null, payerName, memberId, order, from, to }];
  });
  await tx.execute(
    `INSERT INTO records.coverage (org_id, id, patient_id, payer_id, payer_name, member_id, ordinal, starts_on, ends_on)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::date[], $9::date[]) AS n
     ON CONFLICT (org_id, id) DO UPDATE SET patient_id = excluded.patient_id, payer_id = excluded.payer_id,
       payer_name = excluded.payer_name, member_id = excluded.member_id, ordinal = excluded.ordinal,
       starts_on = excluded.starts_on, ends_on = excluded.ends_on`,
    [
      tx.orgId,
      ...(['id', 'patientId', 'payerId', 'payerName', 'memberId', 'order', 'from', 'to'] as const).map((column) =>
        rows.map((row) => row[column]),
      ),
    ],
  );
  const cards = rows.flatMap(({ patientId, payerId, memberId }) =>
    payerId === null || memberId === null ? [] : [{ patientId, payerId, memberId }],
  );
  await insertCards(tx, cards);
  return cards;
}

/** The payer behind each organisation that pays for one of these, by the organisation's row. */
async function payersOf(
  tx: Tx,
  placed: readonly Placed<FhirCoverage>[],
  keys: SourceKeys,
  payers: Payers,
): Promise<Map<string, { id: string; name: string }>> {
  const ids = [...new Set(placed.flatMap(({ resource }) => keys.rowOf(resource.payor) ?? []))];
  const organizations = await tx.query<{ id: string; name: string; payerCode: string | null }>(
    `SELECT o.id, o.name, o.payer_code AS "payerCode" FROM records.organization o
     WHERE o.org_id = $1 AND o.id = ANY($2::uuid[]) ORDER BY o.id`,
    [tx.orgId, ids],
  );
  const known = await payers.findOrAddMany(tx, organizations);
  return new Map(organizations.flatMap(({ id }, at) => (known[at] ? [[id, known[at]] as const] : [])));
}
