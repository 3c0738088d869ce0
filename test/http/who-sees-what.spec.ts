import { permissionsOf } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { startCaseboard } from './caseboard.ts';
import type { Caseboard } from './caseboard.ts';
import { routesOf } from './registry.ts';
import type { Route } from './registry.ts';

/** Names of fields that hold money, wherever in a reply they stand. */
const MONEY = /cents$/i;
/** Replies that hold what clinicians wrote, or what was coded from it. */
const CHART = ['encounters.get', 'documents.get', 'codingCases.get', 'codingCases.list', 'encounters.list'];

/** Every field name of a JSON schema, deep. */
function fieldsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf);
  if (schema === null || typeof schema !== 'object') return [];
  const { properties, ...rest } = schema as { properties?: Record<string, unknown> };
  return [
    ...Object.entries(properties ?? {}).flatMap(([name, below]) => [name, ...fieldsOf(below)]),
    ...Object.values(rest).flatMap(fieldsOf),
  ];
}

/**
 * Minimum necessary (45 CFR 164.502(b)): what a role may ask holds only what its work needs. Fields that are not in
 * a reply's schema never leave, so the schemas say it all. Seeded fault: give physicians `billing.claim.read`.
 */
describe('who sees what', () => {
  let caseboard: Caseboard;
  let routes: Route[];

  beforeAll(async () => {
    caseboard = await startCaseboard();
    routes = routesOf(caseboard.web.app);
  }, 60_000);
  afterAll(() => caseboard.close());

  const openTo = (role: Role) =>
    routes.filter(({ endpoint }) => endpoint && permissionsOf([role]).has(endpoint.permission));
  const moneyIn = ({ endpoint }: Route) =>
    endpoint?.reply
      ? fieldsOf(z.toJSONSchema(endpoint.reply, { io: 'output', unrepresentable: 'any' })).filter((name) =>
          MONEY.test(name),
        )
      : [];

  it('a physician reads no money, whatever they ask', () => {
    const shown = openTo('physician').flatMap((route) =>
      moneyIn(route).map((field) => `${route.endpoint?.id}: ${field}`),
    );
    expect(shown).toEqual([]);
    expect(openTo('physician').map(({ endpoint }) => endpoint?.id)).toEqual(
      expect.arrayContaining(['threads.get', 'threads.answer', 'encounters.get', 'documents.get']),
    );
  });

  it('an account representative reads no chart, and no biller does', () => {
    for (const role of ['accounts', 'biller', 'admin'] as const) {
      const ids = openTo(role).map(({ endpoint }) => endpoint?.id);
      expect([role, ids.filter((id) => CHART.includes(id ?? ''))]).toEqual([role, []]);
    }
  });

  it('knows the replies it speaks of', () => {
    const ids = routes.map(({ endpoint }) => endpoint?.id);
    expect(ids).toEqual(expect.arrayContaining(CHART));
    expect(moneyIn(routes.find(({ endpoint }) => endpoint?.id === 'claims.get') as Route)).toContain('chargeCents');
  });

  it('refuses a physician the channels of money, and an account representative those of charts', async () => {
    const physician = await caseboard.as('physician');
    const accounts = await caseboard.as('accounts');
    for (const channel of ['claims:all', 'board:denials', 'board:follow-up', 'accounts:all', 'remittances:all'])
      expect([channel, (await physician.get(`/channels/${channel}/changes?since=0`)).status]).toEqual([channel, 404]);
    const nothing = '0190a5b0-0000-7000-8000-000000000000';
    expect((await accounts.get(`/channels/case:coding:${nothing}/changes?since=0`)).status).toBe(404);
  });
});
