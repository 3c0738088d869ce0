import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BillingModule } from '@caseboard/server/billing';
import { IdentityModule } from '@caseboard/server/identity';
import { createLog, Database, KernelModule, readConfig, UnitOfWork } from '@caseboard/server/kernel';
import type { Jobs } from '@caseboard/server/kernel';
import { ImportRunner, Imports } from '@caseboard/server/records';
import { ensureQueues } from '@caseboard/server/worklist';
import { v7 as uuidv7 } from 'uuid';
import { withBenchDatabase } from './bench-database.ts';
import type { BenchDatabase } from './bench-database.ts';
import { median } from './figures.ts';
import type { Measured } from './figures.ts';
import { chartRounds } from './fhir-rounds.ts';
import { claimFile, remittanceFile } from './import-data.ts';
import { BareInserts } from './import-limit.ts';

const ROUNDS = 3;
/** Small files are over in a second, so each round takes several. */
const SMALL_A_ROUND = 3;
const SMALL = 5_000;
const LARGE = 50_000;
const ACT = { action: 'bench.prepare', kind: 'organisation' };

interface Round {
  applyMs: number;
  claimsMs: number;
  insertMs: number;
  rows: number;
}

/** `import`: posting an 835 through the real import, against the rows it writes through bare unnest inserts; then charts. */
const bench = {
  name: 'import',
  /** On a database that is given, fresh and migrated, or on one of its own. */
  run: (given?: BenchDatabase): Promise<Measured> => withBenchDatabase(given, ({ databaseUrl }) => runOn(databaseUrl)),
};

export default bench;

async function runOn(databaseUrl: string): Promise<Measured> {
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
  const server = await startServer(databaseUrl, dataDir);
  const limit = await BareInserts.connect(databaseUrl);
  try {
    await measure(server, limit, 500);
    const small: Round[] = [];
    const large: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let one = 0; one < SMALL_A_ROUND; one += 1) small.push(await measure(server, limit, SMALL));
      large.push(await measure(server, limit, LARGE));
    }
    const posting = measured(small, large);
    const charts = await chartRounds(server);
    return {
      figures: { ...posting.figures, ...charts.figures },
      ratios: { ...posting.ratios, ...charts.ratios },
      targets: { ...posting.targets, ...charts.targets },
    };
  } finally {
    await limit.close();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Server = Awaited<ReturnType<typeof startServer>>;

/** One round in organisations of its own: claims, then the remittances that decide them, then the same rows bare. */
async function measure(server: Server, limit: BareInserts, claims: number): Promise<Round> {
  const [ours, bare] = [await server.organisation(), await server.organisation()];
  const claimsMs = await server.apply(ours, claimFile(claims));
  const applyMs = await server.apply(ours, remittanceFile(claims));
  const tables = await limit.prepare(ours, bare);
  const insertMs = await limit.insert(bare, tables);
  return { applyMs, claimsMs, insertMs, rows: tables.reduce((sum, table) => sum + table.rows, 0) };
}

function measured(small: readonly Round[], large: readonly Round[]): Measured {
  const of = (rounds: readonly Round[], value: (round: Round) => number) => median(rounds.map(value));
  const perClaim = (rounds: readonly Round[], claims: number) => of(rounds, ({ applyMs }) => applyMs) / claims;
  const spread = (rounds: readonly Round[]) => {
    const times = rounds.map(({ applyMs }) => applyMs);
    return (Math.max(...times) - Math.min(...times)) / median(times);
  };
  const seconds = of(large, ({ applyMs }) => applyMs) / 1000;
  return {
    figures: {
      claimsPerS: Math.round(LARGE / seconds),
      rowsPerS: Math.round(of(large, ({ rows }) => rows) / seconds),
      claims837PerS: Math.round((LARGE / of(large, ({ claimsMs }) => claimsMs)) * 1000),
      rounds: ROUNDS,
      spread: Number(spread(large).toFixed(2)),
    },
    ratios: {
      applyVsInsert: Number(of(large, ({ insertMs, applyMs }) => insertMs / applyMs).toFixed(2)),
      growth10x: Number((perClaim(large, LARGE) / perClaim(small, SMALL)).toFixed(2)),
    },
    targets: { 'ratios.applyVsInsert': '>= 0.5', 'ratios.growth10x': '<= 1.2' },
  };
}

async function startServer(databaseUrl: string, dataDir: string) {
  const database = await Database.connect(databaseUrl, { poolSize: 6, name: 'bench' });
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createLog('silent'),
    database,
    jobs: { send: async () => undefined } as unknown as Jobs,
    fileKey: Buffer.alloc(32),
  });
  @Module({ imports: [kernel, IdentityModule, BillingModule] })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: false });
  const [uow, imports, runner] = [app.get(UnitOfWork), app.get(Imports), app.get(ImportRunner)];
  return {
    async organisation(): Promise<string> {
      const orgId = uuidv7();
      await uow.actAs(orgId, 'rule:bench', ACT, async (tx) => {
        await tx.execute(
          "INSERT INTO identity.organisation (org_id, key, name, time_zone) VALUES ($1, $2, $2, 'America/Chicago')",
          [orgId, `bench-${orgId}`],
        );
        await tx.execute('INSERT INTO events.stream (org_id, timeline) VALUES ($1, 1)', [orgId]);
        await ensureQueues(tx);
      });
      return orgId;
    },
    /** Imports a file whole; milliseconds of its second pass, from the verdict to done. */
    async apply(orgId: string, content: AsyncIterable<Uint8Array>): Promise<number> {
      const id = await imports.importFile(orgId, 'rule:bench', 'bench.edi', content);
      await runner.run({ orgId, id }, new AbortController().signal);
      return uow.peek(orgId, async (tx) => {
        const [job] = await tx.query<{ state: string; ms: string }>(
          'SELECT state, extract(epoch FROM finished_at - accepted_at) * 1000 AS ms FROM records.import_job WHERE org_id = $1 AND id = $2',
          [orgId, id],
        );
        if (job?.state !== 'done') throw new Error(`The import is ${job?.state}.`);
        return Number(job.ms);
      });
    },
    /** Imports a file whole, both passes. */
    async whole(orgId: string, content: AsyncIterable<Uint8Array>): Promise<void> {
      const id = await imports.importFile(orgId, 'rule:bench', 'bench.json', content);
      await runner.run({ orgId, id }, new AbortController().signal);
      const { state } = await imports.waitFor(orgId, id);
      if (state !== 'done') throw new Error(`The import is ${state}.`);
    },
    async close(): Promise<void> {
      await app.close();
      await database.close();
    },
  };
}
