import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Role, User } from '@caseboard/contracts';
import { Clock, createLog, Database, KernelModule, readConfig, UnitOfWork } from '@caseboard/server/kernel';
import type { Jobs } from '@caseboard/server/kernel';
import { testDatabase } from '@caseboard/testing';
import type { FixedClock, TestDatabase } from '@caseboard/testing';
import supertest from 'supertest';
import { IdentityModule } from '../src/identity.module.ts';
import { Organisations } from '../src/organisations.service.ts';
import type { CreatedOrganisation } from '../src/organisations.service.ts';
import { PasswordResets } from '../src/password-resets.service.ts';
import { Users } from '../src/users.service.ts';

export const PASSWORD = 'quiet lamps at noon';
const ORIGIN = 'http://127.0.0.1:3000';

/** A browser of one person: keeps its cookie, sends Origin and a new Idempotency-Key with each request. */
export class Browser {
  private readonly server: ReturnType<NestExpressApplication['getHttpServer']>;
  private readonly ip: string;
  private keys = 0;
  cookie: string | undefined;

  constructor(server: ReturnType<NestExpressApplication['getHttpServer']>, ip = '192.0.2.1') {
    this.server = server;
    this.ip = ip;
  }

  async ask(
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) {
    this.keys += 1;
    const asked = supertest(this.server)
      [method](`/api/v1${path}`)
      .set({
        Origin: ORIGIN,
        'X-Forwarded-For': this.ip,
        'Idempotency-Key': `${Math.random()}-${this.keys}`,
        ...headers,
      });
    if (this.cookie) asked.set('Cookie', this.cookie);
    const answer = await (body ? asked.send(body) : asked);
    const set = (answer.headers['set-cookie'] as unknown as string[] | undefined)?.[0];
    if (set) this.cookie = set.split(';')[0];
    return answer;
  }

  signIn(email: string, password = PASSWORD) {
    return this.ask('post', '/session', { email, password });
  }
}

/** The module on a database of its own, behind the kernel's real guard, interceptor and filter. */
export interface IdentityApp {
  app: NestExpressApplication;
  database: TestDatabase;
  uow: UnitOfWork;
  users: Users;
  lakeside: CreatedOrganisation;
  harbor: CreatedOrganisation;
  browser(ip?: string): Browser;
  aUser(roles: Role[], over?: { email?: string; orgId?: string; name?: string }): Promise<User>;
  signedIn(roles: Role[]): Promise<{ user: User; browser: Browser }>;
  /** Mails so far, oldest first, as their files stand. */
  mails(): Promise<string[]>;
  mailFiles(): Promise<string[]>;
  close(): Promise<void>;
}

const noJobs = { send: async () => undefined } as unknown as Jobs;

/** Starts the module with two organisations; `clock` when a story needs to hold time still. */
export async function identityApp(clock?: FixedClock): Promise<IdentityApp> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-identity-'));
  const connection = await Database.connect(database.url, { poolSize: 8, name: 'identity-test' });
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createLog('silent'),
    database: connection,
    jobs: noJobs,
    fileKey: Buffer.alloc(32),
    ...(clock ? { clock: clock as Clock } : {}),
  });
  const testing = await Test.createTestingModule({ imports: [kernel, IdentityModule] }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({ logger: false });
  app.set('trust proxy', true);
  await app.init();
  const organisations = app.get(Organisations);
  const users = app.get(Users);
  const make = (key: string) =>
    organisations.create({
      key,
      name: `Clinic ${key}`,
      timeZone: 'America/Chicago',
      teams: ['Billing', 'Coding'],
      facilities: [{ name: 'Main' }, { name: 'Quiet', isGated: true }],
    });
  const [lakeside, harbor] = [await make('lakeside'), await make('harbor')];
  let made = 0;
  const browser = (ip?: string) => new Browser(app.getHttpServer(), ip);
  const aUser: IdentityApp['aUser'] = async (roles, over = {}) => {
    made += 1;
    const { orgId = lakeside.id, email = `person${made}@lakeside.test`, name = `Person Nr${made}` } = over;
    return users.create(orgId, { email, name, roles, password: PASSWORD });
  };
  const mailFiles = async () => {
    await app.get(PasswordResets).idle();
    const names = await readdir(join(dataDir, 'mail')).catch(() => []);
    return names.sort().map((name) => join(dataDir, 'mail', name));
  };
  return {
    app,
    database,
    uow: app.get(UnitOfWork),
    users,
    lakeside,
    harbor,
    browser,
    aUser,
    signedIn: async (roles) => {
      const user = await aUser(roles);
      const own = browser();
      await own.signIn(user.email);
      return { user, browser: own };
    },
    mailFiles,
    mails: async () => Promise.all((await mailFiles()).map((file) => readFile(file, 'utf8'))),
    close: async () => {
      await app.close();
      await connection.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The token in a mail's link. */
export const tokenIn = (mail: string | undefined) => /#token=([\w-]{32})/.exec(mail ?? '')?.[1] ?? '';
