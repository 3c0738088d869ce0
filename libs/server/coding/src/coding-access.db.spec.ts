import { ClaimChanged, ClaimMade } from '@caseboard/contracts';
import type { CodingCase, Page } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import { codingStory } from '../test/coding-story.ts';

describe('who sees and changes coding cases', () => {
  const story = codingStory();

  it('shows them to coders, leads and auditors, and refuses physicians, billers and account reps', async () => {
    const opened = await story.aCase();
    const asked = async (roles: Parameters<typeof story.app.person>[1]) => {
      const person = await story.app.person(story.hospital, roles);
      return [
        (await person.get('/coding-cases')).status,
        (await person.get(`/coding-cases/${opened.id}`)).status,
        (await story.putCodes(person, opened)).status,
        (await story.finalize(person, opened)).status,
        (await person.post(`/coding-cases/${opened.id}/reopening`, { reason: 'audit' }, 1)).status,
      ];
    };
    expect(await asked(['coder'])).toEqual([200, 200, 409, 409, 409]);
    expect(await asked(['lead'])).toEqual([200, 200, 403, 403, 409]);
    expect(await asked(['auditor'])).toEqual([200, 200, 403, 403, 403]);
    for (const role of ['physician', 'biller', 'accounts', 'admin'] as const) {
      expect([role, ...(await asked([role]))]).toEqual([role, 403, 403, 403, 403, 403]);
    }
    expect((await story.physician.get(`/coding-cases/${opened.id}`)).status).toBe(403);
  });

  it('lets coders and billers look codes up, but not account reps', async () => {
    const statusOf = async (roles: Parameters<typeof story.app.person>[1]) =>
      (await (await story.app.person(story.hospital, roles)).get('/codes?text=i10')).status;
    expect([await statusOf(['coder']), await statusOf(['biller']), await statusOf(['accounts'])]).toEqual([
      200, 200, 403,
    ]);
  });

  it('hides charts of a gated facility in the list, alone, in search and on screens', async () => {
    const facilityId = await story.hospital.facility('Behavioral health', true);
    const inside = await story.app.person(story.hospital, ['coder'], [facilityId]);
    const outside = await story.aCase({ facilityId });
    expect(outside).toBeUndefined();
    const { body } = await inside.get<Page<CodingCase>>('/coding-cases');
    const [seen] = body.items;
    expect([body.items.length, seen?.facilityId]).toEqual([1, facilityId]);
    const id = seen?.id ?? '';
    expect((await story.coder.get(`/coding-cases/${id}`)).status).toBe(404);
    expect((await story.coder.get<Page<unknown>>(`/coding-cases?ids=${id}`)).body.items).toEqual([]);
    expect((await story.coder.get<{ items: unknown[] }>('/search?text=cod-000001')).body.items).toEqual([]);
    expect((await story.putCodes(story.coder, { id, version: 1 })).status).toBe(404);
    const ops = `SELECT DISTINCT op FROM events.delivery WHERE org_id = '${story.hospital.orgId}' AND kind = 'coding-case'`;
    expect(await story.app.sql(ops)).toEqual([{ op: 'touch' }]);
  });

  it('shows another organisation nothing, and says so as if there were nothing', async () => {
    const opened = await story.aCase();
    const stranger = await story.app.person(await story.app.organisation(`x${story.serial}`), ['coder']);
    expect((await stranger.get<Page<unknown>>('/coding-cases')).body.items).toEqual([]);
    expect((await stranger.get(`/coding-cases/${opened.id}`)).status).toBe(404);
    expect((await story.putCodes(stranger, opened)).status).toBe(404);
    expect((await stranger.get<Page<unknown>>('/codes?text=i10')).body.items).toHaveLength(1);
  });

  it('is billed whenever the claim was made or made anew, and stays open when it was reopened first', async () => {
    const [first, second] = [await story.aFinalCase(), await story.aFinalCase()];
    await story.lead.post(`/coding-cases/${second.id}/reopening`, { reason: 'denial' }, second.version);
    await story.byRule(async (tx) => {
      for (const { encounterId } of [first, second]) {
        const claimId = uuidv7();
        tx.append(ClaimMade, { id: claimId, data: { claimId, encounterId } });
      }
    });
    expect([(await story.reread(first)).state, (await story.reread(second)).state]).toEqual(['billed', 'reopened']);
    const billed = await story.reread(first);
    const again = await story.coder.post(`/coding-cases/${billed.id}/reopening`, { reason: 'audit' }, billed.version);
    expect((again.body as CodingCase).state).toBe('reopened');
    await story.finalize(story.coder, again.body as CodingCase);
    const claimId = uuidv7();
    await story.byRule(async (tx) =>
      tx.append(ClaimChanged, { id: claimId, data: { claimId, encounterId: first.encounterId } }),
    );
    expect((await story.reread(first)).state).toBe('billed');
  });
});
