import type { Claim, ClaimSummary, CodingCase } from '@caseboard/contracts';
import { fileAnswer, LAKESIDE } from '@caseboard/samples';
import { readFile } from 'node:fs/promises';
import { chartFrom, freshChart } from './chart.ts';
import { dropAndWait, openImports } from './import-page.ts';
import { expect, sitDown, test, type Person } from './people.ts';

/** What a coder reads out of the note of a fresh chart; the visit has its price in the sample fees. */
const CODES = [
  { system: 'icd-10-cm', code: 'J189' },
  { system: 'cpt', code: '99213', units: 1, pointers: [1] },
];

/** Takes a chart, codes it and makes the codes final; the coder has no page open here. */
async function finalize({ api }: Person, caseId: string): Promise<void> {
  const read = async () => (await api.get<CodingCase>(`/coding-cases/${caseId}`)).body;
  const { workItemId, workItemVersion } = await read();
  const me = await api.get<{ user: { id: string } }>('/session');
  await api.put(`/work-items/${workItemId}/owner`, { version: workItemVersion, body: { userId: me.body.user.id } });
  const coded = await api.put<CodingCase>(`/coding-cases/${caseId}/codes`, {
    version: (await read()).version,
    body: { codes: CODES },
  });
  expect(coded).toMatchObject({ status: 200 });
  expect(await api.post(`/coding-cases/${caseId}/finalization`, { version: coded.body.version })).toMatchObject({
    status: 200,
  });
}

const newest = async ({ api }: Person, patientName: string): Promise<ClaimSummary | undefined> =>
  (await api.get<{ items: ClaimSummary[] }>('/claims?origin=here&limit=200')).body.items.find(
    (claim) => claim.patientName === patientName && claim.state === 'ready',
  );

test('a claim is made of final codes, sent, and its file taken, on every open screen', async ({
  browser,
  baseURL,
  ana,
  ben,
  erin,
}) => {
  test.setTimeout(90_000);
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  const chart = freshChart(2);
  const work = await chartFrom(cora, chart);
  await Promise.all([
    ana.page.goto('/claims?state=ready'),
    ben.page.goto('/claims?state=ready'),
    erin.page.goto('/claims/sent'),
  ]);
  for (const { page } of [ana, ben, erin])
    await expect(page.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 15_000 });

  await finalize(cora, work.id);
  await expect.poll(() => newest(ana, chart.name), { timeout: 15_000 }).toBeDefined();
  const made = await newest(ana, chart.name);
  if (!made) throw new Error('The chart did not become a claim.');
  const rowAt = ({ page }: Person) => page.getByRole('row', { name: new RegExp(`^${made.number}, Ready`) });

  await test.step('it appears for both billers at once', async () => {
    await Promise.all([ana, ben].map((biller) => expect(rowAt(biller)).toContainText(chart.name)));
  });

  await test.step('one sends it, and it leaves the other’s list of ready claims', async () => {
    await ana.page.goto(`/claims?state=ready&open=${made.id}`);
    const drawer = ana.page.getByRole('dialog', { name: made.number });
    await drawer.getByRole('button', { name: 'Send claim' }).click();
    const asked = ana.page.getByRole('dialog', { name: /^Send 1 claim/ });
    await expect(asked).toContainText(made.payerName);
    await asked.getByRole('button', { name: 'Send claim' }).click();
    await expect(drawer.getByRole('list', { name: 'What happened' })).toContainText(/Made[\s\S]*ent/);
    await expect(rowAt(ben)).toHaveCount(0);
  });

  const sent = await test.step('the lead sees the file leave, and its 837 holds the claim', async () => {
    const { body } = await ana.api.get<{
      items: { id: string; number: string; fileName: string; sentAt: string; controlNumber: string }[];
    }>('/submissions?limit=1');
    const [file] = body.items;
    if (!file) throw new Error('No file was made.');
    const row = erin.page.getByRole('row', { name: new RegExp(file.number) });
    await expect(row).toContainText('no answer yet');
    const download = erin.page.waitForEvent('download');
    await row.getByRole('link', { name: /837/ }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toContain(`CLM*${made.controlNumber}*`);
    expect(text).toContain('SV1*HC:99213*');
    return { ...file, text };
  });

  await test.step('the clearinghouse takes the file: the lead’s list and the claim say so', async () => {
    const group = /GS\*HC\*[^*]*\*[^*]*\*[^*]*\*[^*]*\*(\d+)\*/.exec(sent.text)?.[1];
    const answer = {
      fileName: `999_${sent.number}.edi`,
      text: [
        ...fileAnswer(LAKESIDE, { kind: made.kind, controlNumber: Number(group), day: sent.sentAt.slice(0, 10) }, true),
      ].join(''),
    };
    await openImports(ben.page);
    await dropAndWait(ben.page, answer, 'Done');
    await expect(erin.page.getByRole('row', { name: new RegExp(sent.number) })).toContainText('taken');
    const story = ana.page.getByRole('dialog', { name: made.number }).getByRole('list', { name: 'What happened' });
    await expect(story).toContainText(/Made from[\s\S]*ent[\s\S]*took the file/);
    const { body } = await ana.api.get<Claim>(`/claims/${made.id}`);
    expect(body.state).toBe('acknowledged');
  });
  await cora.context.close();
});
