import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import { createLog, Database, KernelModule, readConfig, UnitOfWork } from '@caseboard/server/kernel';
import type { Jobs, Tx } from '@caseboard/server/kernel';
import { anOrganisation } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { LiveIoAdapter } from '../src/live-io.adapter.ts';
import { LiveWorkerModule } from '../src/live-worker.module.ts';
import { RealtimeModule } from '../src/realtime.module.ts';
import { Screen } from './screen.ts';
import { ToyModule } from './toy.module.ts';

/** A web node on a database: real kernel, identity and sockets around a toy row. */
export interface LiveNode {
  port: number;
  uow: UnitOfWork;
  app: NestExpressApplication;
  /** One transaction that changes toys. */
  change<R>(orgId: string, work: (tx: Tx) => Promise<R>): Promise<R>;
  /** A screen of a signed-in person, connected. */
  screen(person: SignedIn): Promise<Screen>;
  stop(): Promise<void>;
}

/** Somebody with a session. */
export interface SignedIn {
  orgId: string;
  userId: string;
  sessionId: string;
  cookie: string;
}

const noJobs = { send: async () => undefined } as unknown as Jobs;
const ACT = { action: 'test.change', kind: 'toy' };

/** A worker on a database: commits, hints, chores, no sockets. */
export interface LiveWorker {
  app: NestExpressApplication;
  change<R>(orgId: string, work: (tx: Tx) => Promise<R>): Promise<R>;
  stop(): Promise<void>;
}

/** The kernel on a database, and what to put away afterwards. */
async function aKernel(databaseUrl: string, env: Record<string, string>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-live-'));
  const database = await Database.connect(databaseUrl, { poolSize: 12, name: 'live-test' });
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir, ...env }),
    log: createLog(process.env.LIVE_LOG ?? 'silent'),
    database,
    jobs: noJobs,
    fileKey: Buffer.alloc(32),
  });
  const putAway = async () => {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { kernel, putAway };
}

/** Starts a worker beside the nodes. */
export async function liveWorker(databaseUrl: string, env: Record<string, string> = {}): Promise<LiveWorker> {
  const { kernel, putAway } = await aKernel(databaseUrl, env);
  const imports = [kernel, IdentityModule, ToyModule, LiveWorkerModule];
  const testing = await Test.createTestingModule({ imports }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({ logger: false });
  await app.init();
  return {
    app,
    change: (orgId, work) => app.get(UnitOfWork).actAs(orgId, 'rule:test', ACT, work),
    stop: async () => {
      await app.close();
      await putAway();
    },
  };
}

/** Starts a node on a free port; several of them may share a database and a Redis. */
export async function liveNode(databaseUrl: string, env: Record<string, string> = {}): Promise<LiveNode> {
  const { kernel, putAway } = await aKernel(databaseUrl, env);
  const imports = [kernel, IdentityModule, ToyModule, RealtimeModule];
  const testing = await Test.createTestingModule({ imports }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({ logger: false });
  let port = 0;
  app.useWebSocketAdapter(new LiveIoAdapter(app, () => port));
  await app.listen(0, '127.0.0.1');
  ({ port } = app.getHttpServer().address() as AddressInfo);
  const uow = app.get(UnitOfWork);
  const screens: Screen[] = [];
  return {
    port,
    uow,
    app,
    change: (orgId, work) => uow.actAs(orgId, 'rule:test', ACT, work),
    screen: async ({ cookie }) => {
      const screen = new Screen(port, { Cookie: cookie });
      screens.push(screen);
      await screen.connected();
      return screen;
    },
    stop: async () => {
      for (const screen of screens) screen.close();
      await app.close();
      await putAway();
    },
  };
}

let made = 0;

/** An organisation of its own for one story. */
export async function aClinic(
  uow: UnitOfWork,
): Promise<TestOrganisation & { signIn(roles: Role[]): Promise<SignedIn> }> {
  made += 1;
  const clinic = await anOrganisation(uow, `clinic-${process.pid}-${made}`);
  return {
    ...clinic,
    signIn: async (roles) => openSession(uow, clinic.orgId, (await clinic.person('Ana Ortiz', roles)).userId),
  };
}

async function openSession(uow: UnitOfWork, orgId: string, userId: string): Promise<SignedIn> {
  const token = randomBytes(32).toString('base64url');
  const sessionId = uuidv7();
  const hash = createHash('sha256').update(token).digest('hex');
  await uow.actAs(orgId, 'rule:test', ACT, (tx) =>
    tx.execute(
      'INSERT INTO identity.session (org_id, id, user_id, token_hash, created_at, last_seen_at) VALUES ($1, $2, $3, $4, now(), now())',
      [orgId, sessionId, userId, hash],
    ),
  );
  return { orgId, userId, sessionId, cookie: `caseboard=${token}` };
}
