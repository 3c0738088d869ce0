import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImportJob } from '@caseboard/contracts';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';

const ROOT = resolve(process.env.CASEBOARD_CORPUS || join(import.meta.dirname, '../../../../../shared/data'));

/** Files of a folder in an order in which everybody is there before being named. */
const BULK_ORDER = [
  'Organization',
  'Location',
  'Practitioner',
  'PractitionerRole',
  'Patient',
  'Encounter',
  'Condition',
  'Procedure',
  'DocumentReference',
  'AllergyIntolerance',
  'Device',
  'Immunization',
  'MedicationRequest',
];
/** What the MANIFEST says of the bulk files; it counts no others. */
const BULK_COUNTS: Record<string, Partial<ImportJob['counts']>> = {
  Condition: { conditions: 291 },
  Encounter: { encounters: 425 },
  Patient: { patients: 9 },
  Procedure: { procedures: 1098 },
  DocumentReference: { documents: 425 },
  AllergyIntolerance: { resources: 11 },
  Device: { resources: 8 },
  Immunization: { resources: 116 },
  MedicationRequest: { resources: 693 },
};

function isThere(): boolean {
  try {
    return readdirSync(join(ROOT, 'fhir/synthea-r4-2019')).length > 0;
  } catch {
    return false;
  }
}

/** Bundles in the MANIFEST's table: path, and encounters, conditions and procedures. */
function bundles() {
  const rows = readFileSync(join(ROOT, 'MANIFEST.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| fhir/synthea-r4-'));
  return rows.map((row) => {
    const [file = '', , , counts = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const [encounters, conditions, procedures] = counts.split('/').map(Number);
    return [file, { encounters, conditions, procedures }] as const;
  });
}

const TABLES = [
  'patient',
  'clinician',
  'organization',
  'encounter',
  'chart_entry',
  'document',
  'coverage',
  'source_key',
];

if (!isThere()) it.skip(`the corpus of FHIR files is not at ${ROOT}: set CASEBOARD_CORPUS`, () => undefined);
else
  describe('the corpus of FHIR', () => {
    let app: RecordsApp;
    beforeAll(async () => {
      app = await recordsApp();
    });
    afterAll(() => app.close());

    const rows = async (): Promise<Record<string, number>> => {
      const counts = TABLES.map(
        (table) => `(SELECT count(*)::int FROM records.${table} WHERE org_id = $1) AS ${table}`,
      );
      const found = await app.uow.peek(app.lakeside.orgId, (tx) =>
        tx.query<Record<string, number>>(`SELECT ${counts.join(', ')}`, [tx.orgId]),
      );
      return found[0] ?? {};
    };
    const bring = async (file: string, bytes: Uint8Array) => {
      const id = await app.bring(bytes, file);
      await app.work(id);
      return app.job(id);
    };
    const errorsOf = (job: ImportJob) => job.errors.filter(({ severity }) => severity === 'error');

    it.each(bundles())(
      'takes %s in with the counts of the MANIFEST, and again without a duplicate',
      async (file, counts) => {
        const bytes = readFileSync(join(ROOT, file));
        const before = await rows();
        const first = await bring(file, bytes);
        expect({ state: first.state, errors: errorsOf(first) }).toEqual({ state: 'done', errors: [] });
        expect(first.counts).toMatchObject({ ...counts, patients: 1 });
        const after = await rows();
        expect(after).toMatchObject({
          patient: (before.patient ?? 0) + 1,
          encounter: (before.encounter ?? 0) + (counts.encounters ?? 0),
          chart_entry: (before.chart_entry ?? 0) + (counts.conditions ?? 0) + (counts.procedures ?? 0),
        });
        const again = await bring(file, gunzipSync(bytes));
        expect(again).toMatchObject({ state: 'done', counts: first.counts });
        expect(await rows()).toEqual(after);
      },
    );

    it('takes the bulk export in, file by file, with its notes, and again without a duplicate', async () => {
      const folder = 'fhir/synthea-bulk-2024-with-notes';
      const jobs: ImportJob[] = [];
      for (const type of BULK_ORDER) {
        const job = await bring(type, readFileSync(join(ROOT, folder, `${type}.000.ndjson.gz`)));
        expect({ type, state: job.state, errors: errorsOf(job) }).toEqual({ type, state: 'done', errors: [] });
        expect({ type, ...job.counts }).toMatchObject({ type, ...BULK_COUNTS[type] });
        jobs.push(job);
      }
      expect(jobs).toHaveLength(readdirSync(join(ROOT, folder)).length);
      const after = await rows();
      expect(after.document).toBe(425);
      for (const type of BULK_ORDER)
        await bring(type, gunzipSync(readFileSync(join(ROOT, folder, `${type}.000.ndjson.gz`))));
      expect(await rows()).toEqual(after);
    });

    it.each(readdirSync(join(ROOT, 'fhir/carin-bb-fsh')))('says of %s that it is FHIR Shorthand', async (file) => {
      const bytes = readFileSync(join(ROOT, 'fhir/carin-bb-fsh', file));
      const job = await bring(file, bytes);
      expect(job).toMatchObject({ state: 'rejected', errors: [{ code: 'import/fhir-shorthand' }] });
    });
  });
