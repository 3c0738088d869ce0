import type { SearchResult } from '@caseboard/contracts';
import { aClaim, anEra } from '../test/a-decision.ts';
import { denialStory, denied } from '../test/denial-story.ts';
import type { Person } from '../test/denials-app.ts';

describe('cases found and taken along', () => {
  const story = denialStory();
  const find = async (person: Person, text: string) =>
    (await person.get<SearchResult>(`/search?text=${encodeURIComponent(text)}`)).body.items.filter(
      ({ kind }) => kind === 'denial',
    );
  const audits = (action: string) =>
    story.app.sql<{ details: Record<string, unknown> }>(
      `SELECT details FROM audit.entry WHERE org_id = '${story.hospital.orgId}' AND action = '${action}' ORDER BY at, id`,
    );

  it('finds a case by its number and by the claim’s, written small or not to the end', async () => {
    const card = await story.aCase('CLMX77');
    expect(await find(story.biller, card.number.toLowerCase())).toMatchObject([
      { id: card.id, number: card.number, href: `/denials?case=${card.id}` },
    ]);
    expect((await find(story.biller, 'CLMX')).map(({ id }) => id)).toEqual([card.id]);
    expect(await find(story.biller, 'CLMX78')).toEqual([]);
    expect((await story.biller.get('/search?text=C')).status).toBe(400);
  });

  it('finds nothing for who may not see it, and keeps the text out of the audit', async () => {
    const card = await story.aCase('SECRET1');
    const physician = await story.app.person(story.hospital, ['physician']);
    const stranger = await story.app.person(await story.app.organisation(`y${story.serial}`), ['lead']);
    expect(await find(physician, card.number)).toEqual([]);
    expect(await find(stranger, 'SECRET1')).toEqual([]);
    expect(await find(story.lead, 'SECRET1')).toHaveLength(1);
    const kept = await audits('search.record.find');
    expect(kept).toHaveLength(2);
    expect(kept[1]?.details).toMatchObject({ hits: 1, missed: [] });
    expect(JSON.stringify(kept)).not.toContain('SECRET1');
  });

  it('hides a gated facility’s case from search and from the file', async () => {
    const facilityId = await story.hospital.facility('Behavioral health', true);
    await story.app.uow.actAs(story.hospital.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute(`UPDATE identity.facility SET npi = '1999999984' WHERE org_id = $1`, [tx.orgId]),
    );
    await story.app.bring(story.hospital, aClaim('GATED1', [80_000], '1999999984'));
    await story.app.bring(story.hospital, anEra('TG', [denied('GATED1')]));
    const inside = await story.app.person(story.hospital, ['biller'], [facilityId]);
    const [card] = [...(await inside.cases()).values()];
    expect(await find(inside, card?.number ?? '')).toHaveLength(1);
    expect(await find(story.biller, card?.number ?? '')).toEqual([]);
    expect((await inside.file('/exports/denial-cases')).text).toContain(card?.number);
    expect((await story.biller.file('/exports/denial-cases')).text).not.toContain(card?.number);
  });

  it('takes along exactly what the filters show, named at the top, over more than one page', async () => {
    const claims = Array.from({ length: 230 }, (_, at) => denied(`N${at}`, 10_000 + at));
    await story.app.bring(story.hospital, anEra('MANY', claims));
    const { status, text, headers } = await story.lead.file('/exports/denial-cases?stage=new&owner=none');
    const lines = text.trimEnd().split('\r\n');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="caseboard-denial-cases-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(lines[0]).toBe('\u{FEFF}"# Caseboard: denial-cases"');
    expect(lines[1]).toBe('"# Filters: stage = new; owner = none"');
    expect(lines[3]).toBe('"# Taken by lead; 230 rows"');
    expect(lines).toHaveLength(5 + 230);
    expect(new Set(lines.slice(5)).size).toBe(230);
    expect(text).toContain(',102.29,');
    expect((await story.lead.file('/exports/denial-cases?stage=closed')).text.trimEnd().split('\r\n')).toHaveLength(5);
    expect((await audits('export.view.read')).map(({ details }) => details.rows)).toEqual([230, 0]);
  });

  it('refuses the file to who may not read the list, and a query the list does not know', async () => {
    const physician = await story.app.person(story.hospital, ['physician']);
    expect((await physician.file('/exports/denial-cases')).status).toBe(403);
    const admin = await story.app.person(story.hospital, ['admin']);
    expect((await admin.file('/exports/work-items')).status).toBe(200);
    expect((await story.lead.file('/exports/denial-cases?colour=red')).status).toBe(400);
    expect((await story.lead.file('/exports/nothing')).status).toBe(404);
  });
});
