import { faultAt, resourceWords } from '@caseboard/fhir';
import type { FhirFault, FhirPatient, FhirPlace } from '@caseboard/fhir';

/** Ids in the EHR of the patients on record with these record numbers. */
export type FindNumbers = (mrns: readonly string[]) => Promise<readonly { mrn: string; sourceId: string }[]>;

const BATCH = 500;

/** Finds patients that share a record number: within the file, and with those on record. */
export class RecordNumbers {
  private readonly firstOf = new Map<string, string>();
  private readonly find: FindNumbers;
  private readonly faults: FhirFault[] = [];
  private fresh: { mrn: string; id: string; at: FhirPlace }[] = [];

  constructor(find: FindNumbers) {
    this.find = find;
  }

  async add({ id, mrn }: FhirPatient, at: FhirPlace): Promise<void> {
    if (mrn === null) return;
    const first = this.firstOf.get(mrn);
    if (first === undefined) {
      this.firstOf.set(mrn, id);
      this.fresh.push({ mrn, id, at });
    } else if (first !== id) this.faults.push(sharedFault(id, first, at));
    if (this.fresh.length >= BATCH) await this.lookUp();
  }

  /** Every number that two patients have. */
  async settle(): Promise<{ faults: FhirFault[] }> {
    await this.lookUp();
    return { faults: this.faults };
  }

  private async lookUp(): Promise<void> {
    if (this.fresh.length === 0) return;
    const asked = new Map(this.fresh.map((one) => [one.mrn, one]));
    this.fresh = [];
    for (const { mrn, sourceId } of await this.find([...asked.keys()])) {
      const one = asked.get(mrn);
      if (one && one.id !== sourceId) this.faults.push(sharedFault(one.id, sourceId, one.at));
    }
  }
}

const sharedFault = (id: string, other: string, at: FhirPlace): FhirFault =>
  faultAt(
    'shared-record-number',
    at,
    `${resourceWords('Patient', id)} has the same medical record number as ${resourceWords('Patient', other)}. Both are taken and kept apart: merge them if they are one person, else correct the number in the EHR.`,
    'warning',
  );
