import { sampleFees } from './fees.ts';
import { HARBOR, LAKESIDE } from './hospital.ts';
import { hospitalWeek } from './hospital-week.ts';
import { OUTPATIENT } from './outpatient-scenarios.ts';

interface Resource {
  resourceType: string;
  id: string;
  status?: string;
  period?: { start: string; end?: string };
}

const week = (seed = 7, hospital = LAKESIDE) => hospitalWeek(hospital, { seed, size: 'week', asOf: '2026-11-24' });
const fhirOf = (files: ReturnType<typeof week>): Resource[] =>
  files.filter(({ kind }) => kind === 'fhir').flatMap((file) => read(file.name, [...file.parts()].join('')));

function read(name: string, text: string): Resource[] {
  if (!name.endsWith('.ndjson'))
    return (JSON.parse(text) as { entry: { resource: Resource }[] }).entry.map((one) => one.resource);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Resource);
}

/** Everything a resource refers to, as `Type/id`. */
const referencesIn = (resource: Resource): string[] =>
  [...JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g)].flatMap((match) => match[1] ?? []);

describe('the charts of the sample week', () => {
  it.each([LAKESIDE, HARBOR])('refer to nothing that is not in the files of $name', (hospital) => {
    const resources = fhirOf(week(7, hospital));
    const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
    expect(known.size).toBe(resources.length);
    expect(resources.flatMap(referencesIn).filter((one) => !known.has(one))).toEqual([]);
  });

  it('bring more than sixty visits that are over, and a few that are not', () => {
    const visits = fhirOf(week()).filter(({ resourceType }) => resourceType === 'Encounter');
    expect(visits.filter(({ status }) => status === 'finished').length).toBeGreaterThan(60);
    expect(visits.filter(({ status }) => status === 'in-progress').length).toBeGreaterThan(0);
  });

  it('never end before they begin, nor after the week', () => {
    for (const { period } of fhirOf(week(3)).filter(({ resourceType }) => resourceType === 'Encounter')) {
      expect((period?.start ?? '') < (period?.end ?? '9')).toBe(true);
      expect((period?.end ?? '').slice(0, 10) <= '2026-11-24').toBe(true);
    }
  });

  it('lead to nothing that has no price', () => {
    const priced = new Set(sampleFees().map(({ code }) => code));
    const codes = OUTPATIENT.flatMap(({ procedures }) => procedures.map(({ code }) => code));
    expect(codes.filter((code) => !priced.has(code))).toEqual([]);
  });
});

describe('what comes back for the claims of the week', () => {
  const textOf = (kind: string) =>
    week()
      .filter((file) => file.kind === kind)
      .map((file) => [...file.parts()].join(''));
  const numbersIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

  it('answers every file of claims, and sends one back whole', () => {
    expect(textOf('999').length).toBe(textOf('837p').length + textOf('837i').length);
    expect(textOf('999').filter((text) => text.includes('IK5*R')).length).toBe(1);
  });

  it('pays nothing that was rejected', () => {
    const answers = textOf('277ca').join('');
    const rejected = numbersIn(answers, /TRN\*2\*(\w+)~\nSTC\*A[3678]/g);
    const decided = new Set(numbersIn(textOf('835').join(''), /CLP\*([^*]+)/g));
    expect(rejected.length).toBeGreaterThan(5);
    expect(rejected.filter((number) => decided.has(number))).toEqual([]);
  });

  it('leaves some claims without an answer', () => {
    const sent = numbersIn([...textOf('837p'), ...textOf('837i')].join(''), /CLM\*([^*]+)/g);
    const decided = new Set(numbersIn(textOf('835').join(''), /CLP\*([^*]+)/g));
    expect(sent.filter((number) => !decided.has(number)).length).toBeGreaterThan(20);
  });
});
