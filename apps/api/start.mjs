import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// `npm start`: builds what is stale, then becomes the server, so that signals reach it directly.
const root = join(import.meta.dirname, '../..');
const nx = join(dirname(createRequire(import.meta.url).resolve('nx/package.json')), 'dist/bin/nx.js');

export function buildWhatIsStale() {
  const built = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '-p', 'api', 'web', '--outputStyle=static'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  if (built.status !== 0) {
    process.stdout.write(built.stdout ?? '');
    process.exit(built.status ?? 1);
  }
}

if (import.meta.filename === process.argv[1]) {
  buildWhatIsStale();
  process.setSourceMapsEnabled(true);
  await import(join(root, 'dist/apps/api/main.js'));
}
