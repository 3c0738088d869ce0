import type { ClinicianEntry, Encounter, EncounterSummary, Page, Patient, PatientSummary } from '@caseboard/contracts';
import { aBundle, aCondition, aNote, anEncounter, aPatient, aPractitioner } from '../test/fhir-files.ts';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';
import { Charts } from './charts.service.ts';
import { EncounterWork } from './encounter-work.service.ts';

describe('charts over HTTP', () => {
  let app: RecordsApp;
  type Person = Awaited<ReturnType<RecordsApp['person']>>;
  let coder: Person;
  let admin: Person;
  let physician: Person;
  beforeEach(async () => {
    app = await recordsApp();
    coder = await app.person(['coder']);
    admin = await app.person(['admin']);
    physician = await app.person(['physician']);
  });
  afterEach(() => app.close());

  const by = (id: string) => ({ participant: [{ individual: { reference: `Practitioner/${id}` } }] });
  const at = (npi: string) => ({ serviceProvider: { reference: `Organization/o${npi}` } });
  const place = (npi: string) => ({
    resourceType: 'Organization',
    id: `o${npi}`,
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: npi }],
    name: `Clinic ${npi}`,
  });
  const bring = async (...resources: Record<string, unknown>[]) => {
    const id = await app.bring(aBundle(...resources), 'charts.json');
    await app.work(id);
    expect(await app.job(id)).toMatchObject({ state: 'done' });
  };
  const list = async <T>(who: Person, path: string) => (await who.ask('get', path).expect(200)).body as Page<T>;
  const people = async (text: string) => (await list<PatientSummary>(coder, `/patients?text=${text}`)).items;
  const visits = async (who: Person, query = '') =>
    (await list<EncounterSummary>(who, `/encounters?limit=50${query}`)).items.map(({ number }) => number);

  it('finds patients by the beginnings of words and by record number, and leaves no name in the audit', async () => {
    await bring(aPatient('p1'), aPatient('p2', { name: [{ family: 'Treviño', given: ['Enrique'] }] }));
    expect((await people('wan testerp')).map(({ name }) => name)).toEqual(['Wanda M Testerp1']);
    expect((await people('trevino')).map(({ name }) => name)).toEqual(['Enrique Treviño']);
    expect((await people('mrnp1')).map(({ mrn }) => mrn)).toEqual(['MRN-p1']);
    expect(await people('anda')).toEqual([]);
    expect((await list<PatientSummary>(coder, '/patients?mrn=MRN-p2')).items).toHaveLength(1);
    await physician.ask('get', '/patients').expect(403);
    const entries = await app.auditOf('records.patient.read');
    expect(JSON.stringify(entries)).not.toMatch(/trevino|MRN/);
  });

  it('shows a chart with everything on it, and its documents with their text', async () => {
    await bring(
      aPatient('p1'),
      aPractitioner('d1'),
      anEncounter('e1', 'p1', by('d1')),
      aCondition('c1', 'p1', 'e1'),
      aNote('n1', 'p1', 'e1', 'Fine.'),
    );
    app.get(EncounterWork).register({
      of: async (_, ids) =>
        new Map(
          ids.map((id) => [id, [{ subjectType: 'coding', subjectId: id, number: 'COD-000001', state: 'ready' }]]),
        ),
    });
    const [summary] = (await list<EncounterSummary>(coder, '/encounters')).items;
    expect(summary).toMatchObject({
      number: 'ENC-000001',
      class: 'inpatient',
      patientName: 'Wanda M Testerp1',
      attendingName: 'Dr. Ann Healerd1',
      documentCount: 1,
      isCoded: false,
    });
    const { body } = await coder.ask('get', `/encounters/${summary?.id}`).expect(200);
    const chart = body as Encounter;
    expect(chart).toMatchObject({
      birthDate: '1961-09-08',
      conditions: [{ code: 'M54.50', words: 'Low back pain', on: '2026-11-02' }],
      clinicians: [{ name: 'Dr. Ann Healerd1', role: 'attending', userId: null }],
      work: [{ number: 'COD-000001' }],
    });
    const document = await coder.ask('get', `/documents/${chart.documents[0]?.id}`).expect(200);
    expect(document.body).toMatchObject({ text: 'Fine.', isCut: false, encounterId: chart.id });
    expect(await app.auditOf('records.document.read')).toHaveLength(1);
    await (await app.person(['accounts'])).ask('get', `/documents/${chart.documents[0]?.id}`).expect(403);
  });

  it('lists the latest visit first, page by page, by patient, class, codes and number', async () => {
    const on = (day: string) => ({ period: { start: `2026-11-${day}` } });
    await bring(
      aPatient('p1'),
      aPatient('p2'),
      anEncounter('e1', 'p1', on('02')),
      anEncounter('e2', 'p1', { ...on('09'), class: { code: 'EMER' } }),
      anEncounter('e3', 'p2', on('05')),
    );
    expect(await visits(coder)).toEqual(['ENC-000002', 'ENC-000003', 'ENC-000001']);
    const first = await list<EncounterSummary>(coder, '/encounters?limit=2');
    const rest = await list<EncounterSummary>(coder, `/encounters?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(await visits(coder));
    expect(await visits(coder, '&class=emergency')).toEqual(['ENC-000002']);
    expect(await visits(coder, `&patient=${first.items[1]?.patientId}`)).toEqual(['ENC-000003']);
    expect(await visits(coder, '&text=enc-000001')).toEqual(['ENC-000001']);
    expect(await visits(coder, '&text=testerp2')).toEqual(['ENC-000003']);
    await app.act((tx) => app.get(Charts).writeCodes(tx, rest.items[0]?.id ?? '', [CODE]));
    expect(await visits(coder, '&isCoded=true')).toEqual(['ENC-000001']);
    expect(await app.act((tx) => app.get(Charts).codesOf(tx, rest.items[0]?.id ?? ''))).toEqual({
      revision: 1,
      codes: [CODE],
    });
  });

  it('shows a physician only the charts of the clinician he is, from the moment he is', async () => {
    await bring(
      aPatient('p1'),
      aPractitioner('d1'),
      aPractitioner('d2'),
      anEncounter('e1', 'p1', by('d1')),
      anEncounter('e2', 'p1', by('d2')),
    );
    expect(await visits(physician)).toEqual([]);
    const { items } = await list<ClinicianEntry>(admin, '/clinicians?text=healerd1');
    const path = `/clinicians/${items[0]?.id}/user`;
    const bound = await admin.ask('put', path).send({ userId: physician.principal.userId }).expect(200);
    expect(bound.body).toMatchObject({ userId: physician.principal.userId, version: 2 });
    expect(await visits(physician)).toEqual(['ENC-000001']);
    const all = (await list<EncounterSummary>(coder, '/encounters')).items;
    const other = all.find(({ number }) => number === 'ENC-000002');
    await physician.ask('get', `/encounters/${other?.id}`).expect(404);
    await coder.ask('put', path).send({ userId: null }).expect(403);
    await admin.ask('put', path).send({ userId: null }).expect(200);
    expect(await visits(physician)).toEqual([]);
  });

  it('lets no person be two clinicians', async () => {
    await bring(aPractitioner('d1'), aPractitioner('d2'));
    const { items } = await list<ClinicianEntry>(admin, '/clinicians');
    const { userId } = physician.principal;
    await admin.ask('put', `/clinicians/${items[0]?.id}/user`).send({ userId }).expect(200);
    const refused = await admin.ask('put', `/clinicians/${items[1]?.id}/user`).send({ userId }).expect(409);
    expect(refused.body).toMatchObject({ code: 'records/clinician-taken' });
  });

  it('hides the charts of a gated facility from who has no key to it', async () => {
    const facilityId = await app.lakeside.facility('Clinic 1679000001', true);
    await bring(
      place('1679000001'),
      aPatient('p1'),
      anEncounter('e1', 'p1', at('1679000001')),
      anEncounter('e2', 'p1'),
      aNote('n1', 'p1', 'e1', 'Quiet.'),
    );
    expect(await visits(coder)).toEqual(['ENC-000002']);
    const keyholder = await app.person(['coder'], app.lakeside, [facilityId]);
    expect((await visits(keyholder)).toSorted()).toEqual(['ENC-000001', 'ENC-000002']);
    const gated = (await list<EncounterSummary>(keyholder, '/encounters?text=enc-000001')).items[0];
    const { body } = await keyholder.ask('get', `/encounters/${gated?.id}`).expect(200);
    await coder.ask('get', `/encounters/${gated?.id}`).expect(404);
    await coder.ask('get', `/documents/${(body as Encounter).documents[0]?.id}`).expect(404);
  });

  it('merges two records and takes it back to the letter', async () => {
    await bring(aPatient('p1'), aPatient('p2'), anEncounter('e1', 'p1'), anEncounter('e2', 'p2'));
    const [one, two] = await people('tester');
    const before = [await read(one), await read(two), await visits(coder, `&patient=${two?.id}`)];
    const merged = await admin
      .ask('post', `/patients/${one?.id}/merges`)
      .send({ intoId: two?.id, reason: 'Same person' })
      .expect(201);
    expect(merged.body).toMatchObject({
      id: two?.id,
      merges: [{ fromId: one?.id, mergedBy: 'admin', undoneAt: null }],
    });
    expect((merged.body as Patient).identifiers.map(({ value }) => value)).toEqual(['MRN-p1', 'MRN-p2']);
    expect((await people('testerp1')).map(({ id }) => id)).toEqual([two?.id]);
    expect(await visits(coder, `&patient=${two?.id}`)).toHaveLength(2);
    const again = await admin
      .ask('post', `/patients/${one?.id}/merges`)
      .send({ intoId: two?.id, reason: 'Twice' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'records/merge-cycle' });
    const mergeId = (merged.body as Patient).merges[0]?.id;
    await coder.ask('delete', `/patient-merges/${mergeId}`).expect(403);
    await admin.ask('delete', `/patient-merges/${mergeId}`).expect(204);
    await admin.ask('delete', `/patient-merges/${mergeId}`).expect(409);
    expect([await read(one), await read(two), await visits(coder, `&patient=${two?.id}`)]).toEqual(before);
  });

  const read = async (one: PatientSummary | undefined) => {
    const {
      version: _version,
      merges: _merges,
      ...facts
    } = (await coder.ask('get', `/patients/${one?.id}`)).body as Patient;
    return facts;
  };
});

const CODE = {
  ordinal: 1,
  system: 'icd-10-cm' as const,
  code: 'M5450',
  words: 'Low back pain',
  poa: 'Y' as const,
  modifiers: [],
  units: 1,
  pointers: [],
  servedOn: null,
};
