import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { User } from '@caseboard/contracts';
import { CodeSets } from '@caseboard/server/coding';
import { Organisations, Users } from '@caseboard/server/identity';
import type { CreatedOrganisation } from '@caseboard/server/identity';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Config } from '@caseboard/server/kernel';
import { ensureQueues } from '@caseboard/server/worklist';
import { addSampleBilling } from './sample-billing.ts';
import { addSampleCoding, bindSamplePhysician } from './sample-coding.ts';
import { addSampleFees } from './sample-fees.ts';
import { loadSampleWeek } from './load-sample-week.ts';
import { addSampleRules } from './sample-payer-rules.ts';
import { addSampleWork } from './sample-work.ts';
import { SAMPLE_ORGANISATIONS } from './sample-people.ts';
import type { SampleOrganisation } from './sample-people.ts';

/**
 * Fills an empty data folder with two organisations, their people and, unless `SAMPLES=users`, a week of
 * files through the real import. Answers the lines to print: who can sign in, with which password.
 */
export async function loadSamples(app: INestApplicationContext, config: Config): Promise<string[]> {
  if (config.samples === 'off') return [];
  const existing = await app.get(Organisations).all();
  if (existing.length > 0)
    return existing.some(({ key }) => key === 'lakeside') ? signInLines(config, await keptPassword(config)) : [];
  const password = config.samplesPassword ?? randomBytes(9).toString('base64url');
  await keepPassword(config, password);
  for (const sample of SAMPLE_ORGANISATIONS) {
    const { organisation, users } = await makeOrganisation(app, sample, password);
    if (config.samples === 'users') continue;
    const admin = users.find(({ roles }) => roles.includes('admin'));
    if (admin) await addSampleRules(app, organisation.id, admin);
    await addSampleFees(app, organisation.id);
    await loadSampleWeek(app, organisation, sample.key, config.samples);
    if (sample.key === 'lakeside') await addTheDay(app, organisation.id, users);
  }
  return signInLines(config, password);
}

/** What the team of the first hospital did until this morning. */
async function addTheDay(app: INestApplicationContext, orgId: string, users: readonly User[]): Promise<void> {
  await addSampleWork(app, orgId, users);
  await bindSamplePhysician(app, orgId, users);
  await addSampleCoding(app, orgId, users);
  await addSampleBilling(app, orgId, users);
}

async function makeOrganisation(
  app: INestApplicationContext,
  sample: SampleOrganisation,
  password: string,
): Promise<{ organisation: CreatedOrganisation; users: User[] }> {
  const organisation = await app.get(Organisations).create(sample);
  const audit = { action: 'rule.samples', kind: 'queue' };
  await app.get(UnitOfWork).actAs(organisation.id, 'rule:samples', audit, async (tx) => {
    await ensureQueues(tx);
    await app.get(CodeSets).ensureStarter(tx);
  });
  const users = await Promise.all(
    sample.people.map(({ login, name, role }) =>
      app.get(Users).create(organisation.id, {
        email: `${login}@${sample.key}.test`,
        name,
        roles: [role],
        password,
        mayBeWeak: true,
      }),
    ),
  );
  return { organisation, users };
}

const passwordFile = (config: Config) => join(config.dataDir, 'samples-password');

async function keepPassword(config: Config, password: string): Promise<void> {
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(passwordFile(config), password, { mode: 0o600 });
}

const keptPassword = (config: Config) => readFile(passwordFile(config), 'utf8').catch(() => undefined);

function signInLines(config: Config, password: string | undefined): string[] {
  const logins = SAMPLE_ORGANISATIONS.map(
    ({ key, people }) => `  ${people.map(({ login }) => `${login}@${key}.test`).join('  ')}`,
  );
  const shown = config.samplesPassword ?? password;
  return [
    'Sample users, invented people only:',
    ...logins,
    shown ? `  password: ${shown}` : '  password: as printed at the first start',
  ];
}
