import type { ClaimSummary, FollowUpCase } from '@caseboard/contracts';
import { Chance, LAKESIDE, aClaim, aPatient, claimAnswers, claimFile, CLEARINGHOUSE } from '@caseboard/samples';
import type { SampleClaim } from '@caseboard/samples';
import { dropAndWait, openImports } from './import-page.ts';
import { expect, test, type Person } from './people.ts';

const TODAY = new Date().toISOString().slice(0, 10);

/** Two professional claims nobody has seen, and the clearinghouse's answer to them: one taken, one sent back. */
function freshClaims() {
  const number = Date.now() % 1_000_000;
  const chance = new Chance(number);
  const claims: SampleClaim[] = [1, 2].map((place) => ({
    ...aClaim(chance, LAKESIDE, aPatient(chance, 0, `9${number}${place}`), {
      series: `X${number}`,
      number: place,
      asOf: TODAY,
    }),
    kind: 'professional',
  }));
  const sent = { kind: 'professional', day: TODAY, controlNumber: 700_000 + (number % 90_000) } as const;
  const [taken, back] = claims;
  if (!taken || !back) throw new Error('Two claims were asked for.');
  return {
    taken,
    back,
    sent: {
      fileName: `837P_${number}.edi`,
      text: [...claimFile(LAKESIDE, 'professional', claims, TODAY, sent.controlNumber)].join(''),
    },
    answer: {
      fileName: `277CA_${number}.edi`,
      text: [
        ...claimAnswers(LAKESIDE, sent, CLEARINGHOUSE, [
          { claim: taken, status: ['A2', '20', 'PR'] },
          { claim: back, status: ['A3', '21'] },
        ]),
      ].join(''),
    },
  };
}

async function claimBy({ api }: Person, controlNumber: string): Promise<ClaimSummary> {
  const { body } = await api.get<{ items: ClaimSummary[] }>(`/claims?text=${controlNumber}`);
  const [claim] = body.items;
  if (!claim) throw new Error(`There is no claim ${controlNumber}.`);
  return claim;
}

test('a rejected claim is in the rejection queue of every open screen, never among denials, until it is dealt with', async ({
  ana,
  erin,
}) => {
  const file = freshClaims();
  await erin.page.goto('/queues/rejections');
  await expect(erin.page.getByText('Live', { exact: true }).first()).toBeVisible();
  await openImports(ana.page);

  await dropAndWait(ana.page, file.sent, 'Done');
  const claim = await claimBy(ana, file.back.controlNumber);
  expect(claim.state).toBe('sent');
  await dropAndWait(ana.page, file.answer, 'Done');

  const row = erin.page
    .getByRole('row', { name: /^REJ-\d{6}/ })
    .filter({ hasText: 'A3' })
    .first();
  await expect(row).toBeVisible();
  expect((await claimBy(ana, file.taken.controlNumber)).state).toBe('payer-accepted');
  const denials = await ana.api.get<{ items: { claimNumber: string }[] }>('/denial-cases?limit=200');
  expect(denials.body.items.filter(({ claimNumber }) => claimNumber === claim.number)).toEqual([]);

  await ana.page.goto(`/claims?open=${claim.id}`);
  const drawer = ana.page.getByRole('dialog', { name: claim.number });
  await expect(drawer.getByRole('list', { name: 'What happened' })).toContainText(/Sent to[\s\S]*ejected/);
  await expect(drawer).toContainText('A3');

  const rejections = await ana.api.get<{ items: { id: string; claimId: string }[] }>('/rejections?limit=200');
  const rejection = rejections.body.items.find(({ claimId }) => claimId === claim.id);
  await ana.page.goto(`/rejections/${rejection?.id}`);
  await ana.page.getByRole('button', { name: /Deal with it/ }).click();
  await ana.page.getByRole('radio', { name: 'Corrected and sent again' }).check();
  await ana.page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(ana.page.getByText('Dealt with', { exact: true }).first()).toBeVisible();
  await expect(ana.page.getByRole('list', { name: 'What happened' })).toContainText('sent again');
});

test('a contact with a silent payer is seen by the lead, and its promise puts the case to sleep', async ({
  ana,
  erin,
}) => {
  const { body } = await ana.api.get<{ items: FollowUpCase[] }>('/follow-up-cases?limit=200');
  const open = body.items.filter(({ stage }) => stage !== 'resolved' && stage !== 'info-requested');
  const silent = open.find(({ stage }) => stage !== 'promised') ?? open[0];
  if (!silent) throw new Error('The sample week leaves no claim silent.');
  await Promise.all([ana.page.goto('/follow-up'), erin.page.goto('/follow-up')]);
  const card = (page: Person['page']) => page.getByRole('article', { name: new RegExp(`^${silent.number},`) });
  await expect(card(erin.page)).toContainText(/Silent \d+ days/);

  await ana.page.goto(`/follow-up?case=${silent.id}`);
  const opened = ana.page.getByRole('dialog', { name: silent.number });
  await expect(opened.getByRole('heading', { name: 'Contacts' })).toBeVisible();
  await ana.page.keyboard.press('l');
  const form = ana.page.getByRole('dialog', { name: /^Contact with/ });
  await expect(form.getByRole('radio', { name: 'Phone' })).toBeFocused();
  await ana.page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(opened).toBeVisible();
  await ana.page.keyboard.press('l');
  await ana.page.getByRole('radio', { name: 'Answer promised' }).check();
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await ana.page.getByLabel('Promised for').fill(inAWeek);
  await ana.page.getByLabel('Spoke with').fill('Dana at provider services');
  await ana.page.getByRole('button', { name: 'Log it' }).click();

  await expect(opened).toContainText('spoke with Dana');
  await expect(card(erin.page)).toContainText(
    new RegExp(`Asked ${silent.callCount === 0 ? 'once' : `${silent.callCount + 1} times`}, answer promised`),
  );
  await expect(erin.page.getByRole('list', { name: `Promised, ${silent.payerName}`, exact: true })).toContainText(
    silent.claimNumber,
  );
  const item = await ana.api.get<{ state: string }>(`/work-items/${silent.workItemId}`);
  expect(item.body.state).toBe('waiting');
});
