import type { Page } from '@caseboard/contracts';
import { anOrganisation, asking, runSql, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase, TestOrganisation } from '@caseboard/testing';
import * as z from 'zod/mini';
import { Clock } from '../clock/clock.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { ExportRegistry } from './export-registry.ts';
import { Exports } from './exports.service.ts';

interface Row {
  name: string;
}

describe('a list as a file', () => {
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

  const exporting = (page: (cursor: string | undefined) => Promise<Page<Row>>) => {
    const registry = new ExportRegistry();
    registry.register({
      name: 'names',
      permission: 'records.patient.read',
      query: z.strictObject({
        limit: z.optional(z.number()),
        cursor: z.optional(z.string()),
        text: z.optional(z.string()),
      }),
      columns: [{ head: 'Name', value: (row: Row) => row.name }],
      page: (_, { cursor }) => page(cursor),
    });
    return new Exports(uow, registry, new Clock());
  };
  const pagesOf = (pages: number, size: number) => async (cursor: string | undefined) => {
    const at = Number(cursor ?? 0);
    const items = Array.from({ length: size }, () => ({ name: 'Wanda' }));
    return { items, nextCursor: at + 1 < pages ? String(at + 1) : null, asOf: 40 + at };
  };

  it('holds exactly 50,000 rows, and is refused whole with one more', async () => {
    const lead = asking(await hospital.person('Erin', ['lead']));
    const most = await exporting(pagesOf(250, 200)).file(lead, 'names', {});
    expect(most.join('').trimEnd().split('\r\n')).toHaveLength(50_000 + 5);
    expect(most.join('')).toContain('"# As of sequence 40 to 289,');
    await expect(exporting(pagesOf(251, 200)).file(lead, 'names', {})).rejects.toMatchObject({
      code: 'export/too-large',
    });
  }, 30_000);

  it('gives nobody half a file when a page fails on the way', async () => {
    const lead = asking(await hospital.person('Eva', ['lead']));
    const failing = exporting(async (cursor) => {
      if (cursor !== undefined) throw new Error('the second page is gone');
      return { items: [{ name: 'Wanda' }], nextCursor: 'next', asOf: 1 };
    });
    await expect(failing.file(lead, 'names', {})).rejects.toThrow('the second page is gone');
  });

  it('is made three times at once and no more', async () => {
    const lead = asking(await hospital.person('Ed', ['lead']));
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const service = exporting(async () => {
      await gate;
      return { items: [], nextCursor: null, asOf: 1 };
    });
    const three = [1, 2, 3].map(() => service.file(lead, 'names', {}));
    await expect(service.file(lead, 'names', {})).rejects.toMatchObject({ code: 'request/busy' });
    open();
    await Promise.all(three);
    await expect(service.file(lead, 'names', {})).resolves.toHaveLength(4);
  });

  it('keeps the words of a filter out of the audit, and who lacks the list’s own right out', async () => {
    const lead = asking(await hospital.person('El', ['lead']));
    await exporting(pagesOf(1, 2)).file(lead, 'names', { text: 'Wanda Tester' });
    const [entry] = (await runSql(
      files.backupUrl,
      `SELECT details FROM audit.entry WHERE actor = 'user:${lead.principal.userId}' AND action = 'export.view.read'`,
    )) as { details: unknown }[];
    expect(entry?.details).toEqual({ list: 'names', filters: ['text'], rows: 2 });
    const physician = asking(await hospital.person('Dr', ['physician']));
    await expect(exporting(pagesOf(1, 2)).file(physician, 'names', {})).rejects.toMatchObject({
      code: 'access/forbidden',
    });
  });
});
