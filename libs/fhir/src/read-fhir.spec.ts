import fc from 'fast-check';
import type { FhirItem } from './fhir.types.ts';
import { readFhir } from './read-fhir.ts';

/** Reads text cut into pieces of a size, as a stream would bring it. */
async function read(text: string | Uint8Array, size = 7): Promise<FhirItem[]> {
  const bytes = Buffer.from(text as string);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return Array.fromAsync(readFhir(pieces));
}
const resources = (items: FhirItem[]) => items.flatMap((item) => (item.kind === 'resource' ? item.resource : []));
const faults = (items: FhirItem[]) => items.flatMap((item) => (item.kind === 'fault' ? item.fault : []));

const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'O"Brien}{', given: ['Wanda', 'M'] }] };
const bundle = (...entry: object[]) => JSON.stringify({ entry, resourceType: 'Bundle', type: 'transaction' });

describe('reading FHIR', () => {
  it('gives the same from a Bundle, NDJSON and one resource, pretty or not, however the stream is cut', async () => {
    const files = [
      bundle({ resource: patient }),
      `\ufeff${JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: patient }] }, null, 2)}\n`,
      `${JSON.stringify(patient)}\n`,
      JSON.stringify(patient, null, 2),
    ];
    for (const file of files)
      for (const size of [1, 7, 10_000]) {
        const items = await read(file, size);
        expect(resources(items)).toMatchObject([{ id: 'p1', lastName: 'O"Brien}{', middleName: 'M' }]);
        expect(items.at(-1)).toEqual({ kind: 'end', resources: 1, isBroken: false });
      }
  });

  it('counts what it does not read, and says where an entry without a resource is', async () => {
    const items = await read(bundle({ resource: { resourceType: 'Observation', id: 'o1' } }, { request: {} }));
    expect(items).toMatchObject([
      { kind: 'set-aside', type: 'Observation', at: { entry: 1 } },
      { kind: 'fault', fault: { code: 'fhir/empty-entries', severity: 'warning' } },
      { kind: 'end', resources: 1 },
    ]);
  });

  it('follows references by urn, id, search form, contained and identifier', async () => {
    const reference = (to: object) => ({ resourceType: 'Condition', id: 'c', code: {}, subject: to });
    const forms: [object, object][] = [
      [{ reference: 'urn:uuid:ab' }, { types: ['Patient'], key: 'urn:uuid:ab' }],
      [{ reference: 'Patient/p1' }, { types: ['Patient'], key: 'p1' }],
      [{ reference: 'https://ehr.invalid/r4/Patient/p1/_history/2' }, { types: ['Patient'], key: 'p1' }],
      [{ reference: 'Patient?identifier=urn:mrn%7C7' }, { types: ['Patient'], key: 'urn:mrn|7' }],
      [{ reference: '#inner' }, { types: ['Patient'], key: 'c#inner' }],
      [{ identifier: { system: 'urn:mrn', value: '7' } }, { types: ['Patient'], key: 'urn:mrn|7' }],
      [{ display: 'Somebody' }, { key: null, display: 'Somebody' }],
    ];
    for (const [form, key] of forms) {
      expect(resources(await read(JSON.stringify(reference(form))))[0]).toMatchObject({ subject: key });
    }
  });

  it('names a resource by its id, its urn and its identifiers, but by no social security number', async () => {
    const ss = { type: { coding: [{ code: 'SS' }] }, system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-99-9999' };
    const named = { ...patient, identifier: [{ system: 'urn:mrn', value: '7' }, ss] };
    const [one] = resources(await read(bundle({ fullUrl: 'urn:uuid:ab', resource: named })));
    expect(one).toMatchObject({ keys: ['p1', 'urn:uuid:ab', 'urn:mrn|7'], identifiers: [{ value: '7' }] });
  });

  it('stops at JSON that breaks off, and goes on after a broken line', async () => {
    const cut = await read(bundle({ resource: patient }, { resource: patient }).slice(0, -60));
    expect(cut.at(-1)).toEqual({ kind: 'end', resources: 1, isBroken: true });
    const line = JSON.stringify(patient);
    const lines = await read(`${line}\n{"resourceType":"Pat\n{"a":1}}\n[1]\n${line}\n`);
    expect(faults(lines).map(({ code, line: at }) => [code, at])).toEqual([
      ['fhir/not-json', 2],
      ['fhir/no-type', 3],
      ['fhir/not-json', 3],
      ['fhir/not-json', 4],
    ]);
    expect(resources(lines)).toHaveLength(2);
  });

  it('writes no fault with what was in the file', async () => {
    const items = await read(`${JSON.stringify(patient)}\n{"Wanda Tester": }\n`);
    expect(JSON.stringify(faults(items))).not.toMatch(/Wanda|Tester/);
  });

  it('never throws, and gives every whole resource of any values back', async () => {
    const name = fc.record({ family: fc.string(), given: fc.array(fc.string(), { maxLength: 3 }) });
    const some = fc.record({
      resourceType: fc.constantFrom('Patient', 'Encounter', 'Coverage'),
      id: fc.stringMatching(/^[a-z0-9]{1,9}$/),
      name: fc.oneof(name, fc.json(), fc.array(name)),
      period: fc.anything(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 5 }), fc.integer({ min: 1, max: 60 }), async (all, size) => {
        const items = await read(bundle(...all.map((resource) => ({ resource }))), size);
        expect(resources(items).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await read(bytes)).at(-1)).toMatchObject({ kind: 'end' });
      }),
      { numRuns: 100 },
    );
  });
});
