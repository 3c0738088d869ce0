import type { INestApplicationContext } from '@nestjs/common';
import type { codeWrite, CodingCase, User } from '@caseboard/contracts';
import { CodingCaseList, CodingCodesService, FinalizationService } from '@caseboard/server/coding';
import { UnitOfWork } from '@caseboard/server/kernel';
import { Charts, Clinicians, Encounters } from '@caseboard/server/records';
import type { ChartEncounter } from '@caseboard/server/records';
import { Queries, Threads } from '@caseboard/server/threads';
import { OwnershipService } from '@caseboard/server/worklist';
import { INPATIENT, OUTPATIENT } from '@caseboard/samples';
import type { ChartScenario } from '@caseboard/samples';
import type * as z from 'zod/mini';
import { sampleCaller } from './sample-caller.ts';
import { SAMPLE_QUESTIONS } from './sample-queries.ts';
import type { SampleQuestion } from './sample-queries.ts';

type CodeWrite = z.output<typeof codeWrite>;

/** Charts the sample coders have finished, and questions they have asked; the rest waits for a coder. */
const FINISHED = 9;
const ASKED = 5;
const ANSWERED = 2;

interface OpenedChart {
  found: CodingCase;
  chart: ChartEncounter;
}

/** Says which clinician of the charts is the physician who signs in, so that they can be asked. */
export async function bindSamplePhysician(
  app: INestApplicationContext,
  orgId: string,
  users: readonly User[],
): Promise<void> {
  const admin = users.find(({ roles }) => roles.includes('admin'));
  const physician = users.find(({ roles }) => roles.includes('physician'));
  if (!admin || !physician) return;
  const text = physician.name.split(' ').at(-1) ?? physician.name;
  const clinicians = app.get(Clinicians);
  const { items } = await clinicians.list(sampleCaller(admin, orgId, 'clinicians.list'), { text });
  const [clinician] = items;
  if (clinician)
    await clinicians.bind(sampleCaller(admin, orgId, 'clinicians.bind', clinician.version), clinician.id, physician.id);
}

/** The coders' week so far: simple charts finalized, questions asked, two of them answered. */
export async function addSampleCoding(
  app: INestApplicationContext,
  orgId: string,
  users: readonly User[],
): Promise<void> {
  const coders = users.filter(({ roles }) => roles.includes('coder'));
  const physician = users.find(({ roles }) => roles.includes('physician'));
  const [first] = coders;
  if (!first || !physician) return;
  const charts = await openCharts(app, orgId, first);
  const simple = charts.filter(({ chart }) => chart.class !== 'inpatient').slice(0, FINISHED);
  for (const [index, opened] of simple.entries())
    await finish(app, orgId, coders[index % coders.length] ?? first, opened);
  const asked = charts.filter(({ chart }) => isTheirs(chart, physician)).slice(0, ASKED);
  for (const [index, opened] of asked.entries()) {
    const threadId = await ask(app, orgId, coders[index % coders.length] ?? first, physician, opened);
    if (threadId !== undefined && index < ANSWERED) await answer(app, orgId, physician, threadId);
  }
}

const isTheirs = (chart: ChartEncounter, physician: User): boolean =>
  chart.class === 'inpatient' && chart.clinicians.some(({ userId }) => userId === physician.id);

/** The charts that are ready to code, with what the hospital knows of the visit. */
async function openCharts(app: INestApplicationContext, orgId: string, coder: User): Promise<OpenedChart[]> {
  const caller = sampleCaller(coder, orgId, 'codingCases.list');
  const { items } = await app.get(CodingCaseList).list(caller, { state: 'ready', limit: 200 });
  const audit = { action: 'records.encounter.read', kind: 'encounter' };
  const charts = await app.get(UnitOfWork).read(caller, audit, (tx) =>
    app.get(Charts).encountersOf(
      tx,
      items.map(({ encounterId }) => encounterId),
    ),
  );
  return items.flatMap((found) => {
    const chart = charts.get(found.encounterId);
    return chart ? [{ found, chart }] : [];
  });
}

async function take(app: INestApplicationContext, orgId: string, coder: User, { found }: OpenedChart): Promise<void> {
  const caller = sampleCaller(coder, orgId, 'workItems.putOwner', found.workItemVersion);
  await app.get(OwnershipService).putOwner(caller, found.workItemId, coder.id);
}

/** Codes a chart as its scenario documents it, and finalizes it. */
async function finish(app: INestApplicationContext, orgId: string, coder: User, opened: OpenedChart): Promise<void> {
  const scenario = await scenarioOf(app, orgId, coder, opened);
  if (!scenario) return;
  await enter(app, orgId, coder, opened, scenario);
  const version = await versionOf(app, orgId, coder, opened.found.id);
  const caller = sampleCaller(coder, orgId, 'codingCases.finalize', version);
  await app.get(FinalizationService).finalize(caller, opened.found.id);
}

/** Takes a chart and enters what its scenario documents. */
async function enter(
  app: INestApplicationContext,
  orgId: string,
  coder: User,
  opened: OpenedChart,
  scenario: ChartScenario,
): Promise<void> {
  await take(app, orgId, coder, opened);
  const version = await versionOf(app, orgId, coder, opened.found.id);
  const caller = sampleCaller(coder, orgId, 'codingCases.putCodes', version);
  await app.get(CodingCodesService).put(caller, opened.found.id, codesOf(scenario));
}

async function versionOf(app: INestApplicationContext, orgId: string, coder: User, id: string): Promise<number> {
  const { items } = await app
    .get(CodingCaseList)
    .list(sampleCaller(coder, orgId, 'codingCases.list'), { ids: [id], limit: 1 });
  const [found] = items;
  if (!found) throw new Error('A coding case of the samples is gone.');
  return found.version;
}

/** Which scenario a chart was written from, by its kind of visit and what the EHR lists. */
async function scenarioOf(
  app: INestApplicationContext,
  orgId: string,
  coder: User,
  { chart }: OpenedChart,
): Promise<ChartScenario | undefined> {
  const { conditions, procedures } = await app
    .get(Encounters)
    .read(sampleCaller(coder, orgId, 'encounters.get'), chart.id);
  const listed = new Set([...conditions, ...procedures].map(({ code }) => code.replace('.', '')));
  return [...INPATIENT, ...OUTPATIENT].find(
    (one) =>
      one.words === chart.words &&
      one.procedures.every(({ code }) => listed.has(code)) &&
      one.diagnoses.every(({ code, isListed }) => !isListed || listed.has(code)),
  );
}

/** All codes of a simple chart; of a stay those its problem list already supports. */
function codesOf({ class: kind, diagnoses, procedures }: ChartScenario): CodeWrite[] {
  const isStay = kind === 'IMP';
  const poa = isStay ? 'Y' : null;
  return [
    ...diagnoses
      .filter(({ isListed }) => isListed || !isStay)
      .map(({ code }): CodeWrite => ({ system: 'icd-10-cm', code, poa })),
    ...procedures.map(({ code, system }): CodeWrite => ({ system, code, units: 1, pointers: isStay ? [] : [1] })),
  ];
}

/** Asks the question the chart leaves open; undefined when it leaves none. */
async function ask(
  app: INestApplicationContext,
  orgId: string,
  coder: User,
  physician: User,
  opened: OpenedChart,
): Promise<string | undefined> {
  const caller = sampleCaller(coder, orgId, 'threads.open');
  const { documents } = await app.get(Encounters).read(caller, opened.chart.id);
  const texts = await Promise.all(documents.map(({ id }) => app.get(Encounters).document(caller, id)));
  const quotedIn = ({ from }: SampleQuestion) =>
    texts.find(({ title, text }) => title === from.title && text.includes(from.quote));
  const question = SAMPLE_QUESTIONS.find(quotedIn);
  const source = question && quotedIn(question);
  if (!question || !source) return undefined;
  const scenario = await scenarioOf(app, orgId, coder, opened);
  if (!scenario) return undefined;
  await enter(app, orgId, coder, opened, scenario);
  const { id } = await app.get(Threads).open(caller, {
    subjectType: 'coding',
    subjectId: opened.found.id,
    kind: 'query',
    recipientId: physician.id,
    title: question.title,
    body: question.body,
    options: question.options,
    indicators: [
      {
        documentId: source.id,
        title: source.title,
        on: source.authoredAt?.slice(0, 10) ?? null,
        quote: question.from.quote,
      },
    ],
  });
  return id;
}

async function answer(app: INestApplicationContext, orgId: string, physician: User, threadId: string): Promise<void> {
  const caller = (route: string) => sampleCaller(physician, orgId, route);
  const { options } = await app.get(Queries).view(caller('threads.view'), threadId);
  const [option] = options;
  if (option) await app.get(Queries).answer(caller('threads.answer'), threadId, { optionId: option.id });
}
