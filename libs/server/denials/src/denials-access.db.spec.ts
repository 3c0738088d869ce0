import type { Denial, DenialCase, Page } from '@caseboard/contracts';
import { aClaim, anEra } from '../test/a-decision.ts';
import { denialStory, denied } from '../test/denial-story.ts';

describe('who sees denial cases', () => {
  const story = denialStory();

  it('hides cases of a gated facility in the list, alone, as denials and on screens', async () => {
    const facilityId = await story.hospital.facility('Behavioral health', true);
    await story.app.uow.actAs(story.hospital.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute(`UPDATE identity.facility SET npi = '1999999984' WHERE org_id = $1`, [tx.orgId]),
    );
    await story.app.bring(story.hospital, aClaim('G1', [80_000], '1999999984'));
    await story.app.bring(story.hospital, anEra('T', [denied('G1')]));
    const inside = await story.app.person(story.hospital, ['biller'], [facilityId]);
    const [card] = (await inside.get<Page<DenialCase>>('/denial-cases')).body.items;
    expect(card?.facilityId).toBe(facilityId);
    const [ofIt] = (await inside.get<Page<Denial>>('/denials')).body.items;
    const seen = await Promise.all(
      ['/denial-cases', '/denials'].map(
        async (path) => (await story.biller.get<Page<unknown>>(path)).body.items.length,
      ),
    );
    expect(seen).toEqual([0, 0]);
    const alone = await Promise.all(
      [`/denial-cases/${card?.id}`, `/denials/${ofIt?.id}`].map(async (path) => (await story.biller.get(path)).status),
    );
    expect(alone).toEqual([404, 404]);
    expect((await story.move(story.biller, card as DenialCase, 'triaged')).status).toBe(404);
    expect(
      await story.app.sql(
        `SELECT DISTINCT op FROM events.delivery WHERE org_id = '${story.hospital.orgId}' AND kind = 'denial-case'`,
      ),
    ).toEqual([{ op: 'touch' }]);
  });

  it('shows another organisation nothing, and says so as if there were nothing', async () => {
    const card = await story.aCase();
    const stranger = await story.app.person(await story.app.organisation(`x${story.serial}`), ['lead']);
    expect((await stranger.cases()).size).toBe(0);
    expect((await stranger.get(`/denial-cases/${card.id}`)).status).toBe(404);
    expect((await story.move(stranger, card, 'triaged')).status).toBe(404);
    const coder = await story.app.person(story.hospital, ['coder']);
    expect((await story.move(coder, card, 'triaged')).status).toBe(403);
  });
});
