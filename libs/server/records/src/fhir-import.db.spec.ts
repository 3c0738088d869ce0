import { randomBytes } from 'node:crypto';
import { FileStore } from '@caseboard/server/kernel';
import {
  aBundle,
  aCondition,
  aCoverage,
  aNote,
  anEncounter,
  aPatient,
  aPayerOrganization,
  aPractitioner,
  lines,
} from '../test/fhir-files.ts';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';
import { Patients } from './patients.service.ts';
import { Payers } from './payers.service.ts';

describe('importing charts', () => {
  let app: RecordsApp;
  beforeEach(async () => {
    app = await recordsApp();
  });
  afterEach(() => app.close());

  const bring = async (content: string | Uint8Array) => {
    const id = await app.bring(content, 'charts.json');
    await app.work(id);
    return app.job(id);
  };
  const rows = <R>(sql: string) => app.uow.peek(app.lakeside.orgId, (tx) => tx.query<R>(sql, [tx.orgId]));
  const count = async (table: string) =>
    (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM records.${table} WHERE org_id = $1`))[0]?.n;
  const events = async (name: string) =>
    (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM events.event WHERE org_id = $1 AND name = '${name}'`))[0]
      ?.n;

  it('takes a visit with its people, problems and notes, whatever their order in the file', async () => {
    const encounter = anEncounter('e1', 'p1', { participant: [{ individual: { reference: 'Practitioner/d1' } }] });
    const job = await bring(
      aBundle(
        aNote('n1', 'p1', 'e1', 'She slept well.'),
        aCondition('c1', 'p1', 'e1'),
        encounter,
        aPractitioner('d1'),
        aPatient('p1'),
      ),
    );
    expect(job).toMatchObject({
      kind: 'fhir',
      state: 'done',
      errors: [],
      counts: { patients: 1, encounters: 1, practitioners: 1, conditions: 1, documents: 1, resources: 5 },
    });
    expect(await rows('SELECT text, has_text FROM records.document WHERE org_id = $1')).toEqual([
      { text: 'She slept well.', has_text: true },
    ]);
    expect(await rows('SELECT role FROM records.encounter_clinician WHERE org_id = $1')).toEqual([
      { role: 'attending' },
    ]);
    expect(await rows('SELECT encounter_id IS NOT NULL AS linked FROM records.chart_entry WHERE org_id = $1')).toEqual([
      { linked: true },
    ]);
    expect([await events('records.encounter-imported'), await events('records.document-imported')]).toEqual([1, 1]);
  });

  it('updates what the source says anew and tells of nothing else', async () => {
    await bring(aBundle(aPatient('p1'), anEncounter('e1', 'p1'), anEncounter('e2', 'p1')));
    await bring(aBundle(aPatient('p1'), anEncounter('e1', 'p1', { class: { code: 'EMER' } }), anEncounter('e2', 'p1')));
    expect(await rows('SELECT number, class, version FROM records.encounter WHERE org_id = $1 ORDER BY id')).toEqual([
      { number: 'ENC-000001', class: 'emergency', version: 2 },
      { number: 'ENC-000002', class: 'inpatient', version: 1 },
    ]);
    expect(await events('records.encounter-imported')).toBe(3);
  });

  it('sets aside what names a patient who is nowhere, says so, and takes the rest', async () => {
    const job = await bring(
      aBundle(aPatient('p1'), anEncounter('e1', 'p1'), anEncounter('e2', 'gone'), aCondition('c2', 'gone', 'e2')),
    );
    expect(job.state).toBe('done');
    expect(job.errors).toEqual([
      expect.objectContaining({
        code: 'fhir/missing-reference',
        severity: 'error',
        message:
          'Entry 3 (line 1): Encounter/e2 names Patient/gone as its patient, which is neither in the file nor on record. So does one other. Without patient it is set aside: send the Patient first, then this file again.',
      }),
    ]);
    expect([await count('encounter'), await count('chart_entry')]).toEqual([1, 0]);
  });

  it('takes a visit without a clinician who is nowhere, with a warning, and adds the clinician when sent again', async () => {
    const encounter = anEncounter('e1', 'p1', { participant: [{ individual: { reference: 'Practitioner/d9' } }] });
    const job = await bring(aBundle(aPatient('p1'), encounter));
    expect(job).toMatchObject({ state: 'done', errors: [{ code: 'fhir/open-reference', severity: 'warning' }] });
    expect(await count('encounter_clinician')).toBe(0);
    await bring(lines(aPractitioner('d9'), encounter));
    expect(await count('encounter_clinician')).toBe(1);
  });

  it('rejects a file none of whose resources can stand, and one that is cut off, whole', async () => {
    expect(await bring(lines(anEncounter('e1', 'gone')))).toMatchObject({ state: 'rejected' });
    const whole = aBundle(aPatient('p1'), anEncounter('e1', 'p1'));
    const cut = await bring(whole.slice(0, -40));
    expect(cut).toMatchObject({ state: 'rejected', errors: [{ code: 'fhir/broken' }] });
    expect(await count('patient')).toBe(0);
  });

  it('sets aside a line of NDJSON that is no JSON and takes the others', async () => {
    const job = await bring(`${lines(aPatient('p1'))}{"resourceType": "Patient", "id": "p2"\n${lines(aPatient('p3'))}`);
    expect(job).toMatchObject({ state: 'done', counts: { patients: 2 }, errors: [{ code: 'fhir/not-json', line: 2 }] });
    expect(await count('patient')).toBe(2);
  });

  it('keeps two patients with one record number apart, loses neither and says so', async () => {
    const same = { identifier: aPatient('p1').identifier };
    const job = await bring(lines(aPatient('p1'), aPatient('p2', same)));
    expect(job).toMatchObject({ state: 'done', errors: [{ code: 'fhir/shared-record-number', line: 2 }] });
    const later = await bring(lines(aPatient('p3', same)));
    expect(later.errors.map(({ code }) => code)).toContain('fhir/shared-record-number');
    expect(await rows('SELECT mrn FROM records.patient WHERE org_id = $1')).toEqual(Array(3).fill({ mrn: 'MRN-p1' }));
  });

  it('knows a patient of claims by name and birth date, but gives one to one chart only', async () => {
    const { orgId } = app.lakeside;
    const known = await app.uow.actAs(orgId, 'rule:test', { action: 'test', kind: 'patient' }, async (tx) => {
      const payer = await app.get(Payers).findOrAdd(tx, { payerCode: 'INS01', name: 'Insurance' });
      const person = { lastName: 'TESTERP1', firstName: 'WANDA', birthDate: '1961-09-08', sex: 'F' as const };
      return app.get(Patients).findOrAdd(tx, { ...person, payerId: payer.id, memberId: 'W1' });
    });
    await bring(lines(aPatient('p1'), aPatient('p1b', { name: aPatient('p1').name })));
    const found = await rows<{ id: string; mrn: string }>(
      'SELECT id, mrn FROM records.patient WHERE org_id = $1 ORDER BY id',
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual({ id: known, mrn: 'MRN-p1' });
  });

  it('joins a patient of claims to the chart with the same card, and a later claim finds the chart', async () => {
    const { orgId } = app.lakeside;
    const ask = (firstName: string, birthDate: string | null) =>
      app.uow.actAs(orgId, 'rule:test', { action: 'test', kind: 'patient' }, async (tx) => {
        const payer = await app.get(Payers).findOrAdd(tx, { payerCode: 'INS01', name: 'Insurance INS01' });
        const asked = { lastName: 'Testerp1', firstName, birthDate, sex: null, payerId: payer.id, memberId: 'W1' };
        return app.get(Patients).findOrAdd(tx, asked);
      });
    const early = await ask('Wanda', null);
    await bring(lines(aPayerOrganization('i1', 'INS01'), aPatient('p1'), aCoverage('v1', 'p1', 'i1', 'W1')));
    const [joined] = await rows<{ merged: string }>(
      `SELECT merged_into AS merged FROM records.patient WHERE org_id = $1 AND id = '${early}'`,
    );
    expect(joined?.merged).toEqual(expect.any(String));
    expect([joined?.merged, early]).toContain(await ask('Wanda', '1961-09-08'));
    expect(await count('patient')).toBe(2);
  });

  it('takes a document of 20 MB: a million characters to read, the whole in the file store, nothing else lost', async () => {
    const text = randomBytes(15 * 1024 * 1024).toString('base64');
    const job = await bring(
      aBundle(
        aPatient('p1'),
        anEncounter('e1', 'p1'),
        aNote('n1', 'p1', 'e1', text),
        aNote('n2', 'p1', 'e1', 'Short.'),
      ),
    );
    expect(job).toMatchObject({ state: 'done', errors: [], counts: { documents: 2 } });
    const [long, short] = await rows<{ text: string; is_cut: boolean; bytes: number; file_id: string | null }>(
      'SELECT text, is_cut, bytes, file_id FROM records.document WHERE org_id = $1 ORDER BY bytes DESC',
    );
    expect([long?.text.length, long?.is_cut, long?.bytes]).toEqual([1_000_000, true, text.length]);
    expect(short).toMatchObject({ text: 'Short.', is_cut: false, file_id: null });
    let kept = '';
    for await (const piece of app.get(FileStore).read(app.lakeside.orgId, long?.file_id ?? ''))
      kept += Buffer.from(piece).toString();
    expect(kept === text).toBe(true);
  }, 90_000);

  it('sets aside a resource of more than 40 MB, clearly, and takes what stands beside it', async () => {
    const huge = aNote('n1', 'p1', 'e1', randomBytes(31 * 1024 * 1024));
    const job = await bring(aBundle(aPatient('p1'), huge, anEncounter('e1', 'p1')));
    expect(job).toMatchObject({ state: 'done', errors: [{ code: 'fhir/too-large' }], counts: { encounters: 1 } });
  }, 90_000);

  it('reads a document whose content lies in a Binary', async () => {
    const attachment = { contentType: 'text/plain', url: 'Binary/b1' };
    const binary = {
      resourceType: 'Binary',
      id: 'b1',
      contentType: 'text/plain',
      data: Buffer.from('From afar.').toString('base64'),
    };
    await bring(
      aBundle(
        binary,
        aPatient('p1'),
        anEncounter('e1', 'p1'),
        aNote('n1', 'p1', 'e1', '', { content: [{ attachment }] }),
      ),
    );
    expect(await rows('SELECT text FROM records.document WHERE org_id = $1')).toEqual([{ text: 'From afar.' }]);
  });
});
