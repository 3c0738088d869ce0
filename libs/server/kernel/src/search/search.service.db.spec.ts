import type { SearchHit, SearchKind } from '@caseboard/contracts';
import { anOrganisation, asking, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase, TestOrganisation } from '@caseboard/testing';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { SearchRegistry } from './search-registry.ts';
import type { Searcher } from './search-registry.ts';
import { SearchService } from './search.service.ts';

const hit = (kind: SearchKind, at: number): SearchHit => ({
  kind,
  id: `${kind}${at}`,
  number: `N-${at}`,
  title: 'A title',
  detail: 'A detail',
  href: `/${kind}`,
});
const quick = (kind: SearchKind, permission: Searcher['permission'], hits = 1): Searcher => ({
  kind,
  permission,
  find: async () => Array.from({ length: hits }, (_, at) => hit(kind, at)),
});

describe('one search over everything', () => {
  let files: TestDatabase;
  let uow: UnitOfWork;
  let close: () => Promise<void>;
  let hospital: TestOrganisation;

  beforeAll(async () => {
    files = await testDatabase();
    ({ uow, close } = await testUnitOfWork(files.url));
    hospital = await anOrganisation(uow, 'lakeside');
  });
  afterAll(async () => {
    await close();
    await files.drop();
  });

  const searching = (...searchers: Searcher[]) => {
    const registry = new SearchRegistry();
    searchers.forEach((searcher) => registry.register(searcher));
    return new SearchService(uow, registry);
  };

  it('answers without a kind that takes too long, and names it', async () => {
    const slow: Searcher = {
      kind: 'claim',
      permission: 'billing.claim.read',
      find: async (tx) => {
        await tx.query('SELECT pg_sleep(20)');
        return [hit('claim', 1)];
      },
    };
    const biller = await hospital.person('Ana', ['biller']);
    const begun = performance.now();
    const found = await searching(slow, quick('denial', 'denials.denial.read')).find(asking(biller), 'text');
    expect(found).toEqual({ items: [hit('denial', 0)], missed: ['claim'] });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('does not hide a searcher that is broken', async () => {
    const broken: Searcher = {
      kind: 'claim',
      permission: 'billing.claim.read',
      find: async (tx) => tx.query<SearchHit>('SELECT 1 / 0'),
    };
    const biller = await hospital.person('Bo', ['biller']);
    await expect(searching(broken).find(asking(biller), 'text')).rejects.toThrow('division by zero');
  });

  it('asks only for what the person may read, people first, and never for more than a few of a kind', async () => {
    const physician = await hospital.person('Dr', ['physician']);
    const biller = await hospital.person('Cy', ['biller']);
    const service = searching(
      quick('claim', 'billing.claim.read', 50),
      quick('encounter', 'records.encounter.read'),
      quick('patient', 'records.patient.read'),
    );
    expect((await service.find(asking(physician), 'text')).items.map(({ kind }) => kind)).toEqual(['encounter']);
    const kinds = (await service.find(asking(biller), 'text')).items.map(({ kind }) => kind);
    expect(kinds[0]).toBe('patient');
    expect(kinds.filter((kind) => kind === 'claim')).toHaveLength(6);
    expect(kinds).not.toContain('encounter');
  });
});
