import type { FhirResource } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import { announceCharts, announceClinicians } from './chart-events.ts';
import type { ReadContent } from './document-content.ts';
import { patientsOfEncounters, writeContents, writeDocuments, writeEntries } from './fhir-chart.writer.ts';
import type { Belongs } from './fhir-chart.writer.ts';
import { writeCoverages } from './fhir-coverages.writer.ts';
import { writeClinicians, writeOrganizations, writeRoles } from './fhir-directory.writer.ts';
import { writeEncounters } from './fhir-encounters.writer.ts';
import { knownFromClaims, writePatients } from './fhir-patients.writer.ts';
import { joinClaimsOnly } from './claims-only.ts';
import { lockAdding } from './patients.repository.ts';
import type { Payers } from './payers.service.ts';
import { SourceKeys } from './source-keys.ts';
import type { Placed } from './source-keys.ts';

type Of<T extends FhirResource['type']> = { [R in FhirResource as R['type']]: R }[T];

/** A chunk to write: resources of a file with the contents read for its documents. */
export interface ChunkToWrite {
  resources: readonly FhirResource[];
  contents: ReadonlyMap<FhirResource, ReadContent>;
}

/**
 * Writes some resources in one transaction, lower ranks first. A resource that names somebody it cannot do without
 * who is not there is passed over: the check said so. Returns how many rows were written.
 */
export async function writeChunk(tx: Tx, chunk: ChunkToWrite, payers: Payers): Promise<number> {
  await lockAdding(tx);
  const writing = new ChunkWriting(tx, chunk, await SourceKeys.of(tx, chunk.resources), payers);
  return writing.all();
}

class ChunkWriting {
  private readonly tx: Tx;
  private readonly keys: SourceKeys;
  private readonly payers: Payers;
  private readonly contents: ChunkToWrite['contents'];
  private readonly byType: Map<FhirResource['type'], FhirResource[]>;
  private written = 0;

  constructor(tx: Tx, { resources, contents }: ChunkToWrite, keys: SourceKeys, payers: Payers) {
    this.tx = tx;
    this.keys = keys;
    this.payers = payers;
    this.contents = contents;
    // The same resource twice in a chunk is what it was the last time.
    const last = new Map(resources.map((resource) => [`${resource.type} ${resource.id}`, resource]));
    this.byType = Map.groupBy(last.values(), ({ type }) => type);
  }

  async all(): Promise<number> {
    const { tx, keys } = this;
    await writeOrganizations(tx, this.placed('Organization'), keys);
    const clinicians = this.placed('Practitioner');
    await writeClinicians(tx, clinicians);
    await writeOrganizations(tx, this.placed('Location'), keys);
    const roles = this.roles();
    await writeRoles(tx, roles);
    await this.patients();
    await this.coverages();
    const encounters = this.placed('Encounter', ({ subject }) => keys.rowOf(subject) !== undefined);
    await writeEncounters(tx, encounters, keys);
    const documents = await this.partsOfCharts();
    await keys.save(tx);
    announceClinicians(tx, [...clinicians, ...roles]);
    await announceCharts(tx, encounters, documents);
    return this.written;
  }

  private of<T extends FhirResource['type']>(type: T): Of<T>[] {
    return (this.byType.get(type) ?? []) as Of<T>[];
  }

  private placed<T extends FhirResource['type']>(
    type: T,
    isWhole: (resource: Of<T>) => boolean = () => true,
    rowOf: (resource: Of<T>) => string | undefined = () => undefined,
  ): Placed<Of<T>>[] {
    const placed = this.of(type).flatMap((one) => (isWhole(one) ? (this.keys.place(one, rowOf(one)) ?? []) : []));
    this.written += placed.length;
    return placed;
  }

  /** A role has no row: its name means the clinician. */
  private roles() {
    const rowOf = (role: Of<'PractitionerRole'>) => this.keys.rowOf(role.practitioner);
    return this.placed('PractitionerRole', (role) => rowOf(role) !== undefined, rowOf);
  }

  private async patients(): Promise<void> {
    const known = await knownFromClaims(this.tx, this.of('Patient'), this.keys);
    const placed = this.placed('Patient', undefined, ({ id }) => known.get(id));
    await writePatients(this.tx, placed);
  }

  private async coverages(): Promise<void> {
    const placed = this.placed('Coverage', ({ beneficiary }) => this.keys.rowOf(beneficiary) !== undefined);
    await joinClaimsOnly(this.tx, await writeCoverages(this.tx, placed, this.keys, this.payers));
  }

  private async partsOfCharts() {
    const entries = [...this.of('Condition'), ...this.of('Procedure')];
    const documents = [...this.of('DocumentReference'), ...this.of('DiagnosticReport')];
    const ids = [...entries, ...documents].flatMap(({ encounter }) => this.keys.rowOf(encounter) ?? []);
    const patients = await patientsOfEncounters(this.tx, [...new Set(ids)]);
    await writeEntries(this.tx, this.belonging(entries, patients));
    const placed = this.belonging(documents, patients).map((one) => ({
      ...one,
      content: this.contents.get(one.resource),
    }));
    await writeDocuments(this.tx, placed, this.keys);
    for (const { rowId, resource } of placed) {
      const key = resource.attachment.binaryId;
      if (key) this.keys.remember({ type: 'Binary', key, rowId, digest: null });
    }
    return [...placed, ...(await this.binaries())];
  }

  /** A Binary has no row either: its name means the document whose content it is. */
  private async binaries() {
    const rowOf = (binary: Of<'Binary'>) => this.keys.rowOf({ types: ['Binary'], key: binary.id });
    const placed = this.placed('Binary', (binary) => rowOf(binary) !== undefined, rowOf);
    await writeContents(
      this.tx,
      placed.flatMap(({ rowId, resource }) => {
        const content = this.contents.get(resource);
        return content ? [{ rowId, content }] : [];
      }),
    );
    return placed;
  }

  /** Those whose patient is known, each with its place in a chart. */
  private belonging<R extends Of<'Condition' | 'Procedure' | 'DocumentReference' | 'DiagnosticReport'>>(
    resources: readonly R[],
    patients: ReadonlyMap<string, string>,
  ): (Placed<R> & Belongs)[] {
    return resources.flatMap((resource) => {
      const encounterId = this.keys.rowOf(resource.encounter) ?? null;
      const ofEncounter = encounterId === null ? undefined : patients.get(encounterId);
      const patientId = resource.subject.key === null ? ofEncounter : this.keys.rowOf(resource.subject);
      const placed = patientId === undefined ? undefined : this.keys.place(resource);
      if (!placed || patientId === undefined) return [];
      this.written += 1;
      return [{ ...placed, patientId, encounterId }];
    });
  }
}
