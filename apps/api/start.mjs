import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// `npm start`: builds what is stale, then becomes the server, so that signals reach it directly.
const root = join(import.meta.dirname, '../..');
const nx = join(dirname(createRequire(import.meta.url).resolve('nx/package.json')), 'dist/bin/nx.js');

export function buildWhatIsStale() {
  const built = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'build', '-p', 'api', 'web', '--outputStyle=static'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
    },
  );
  if (built.status !== 0) {
    process.stdout.write(built.stdout ?? '');
    process.exit(built.status ?? 1);
  }
}

/** The parent and, where /proc tells, its parent: the shell between npm and us, and npm. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return String(process.ppid);
  }
}

/** npm does not pass signals on: when it was stopped, the server stops as if it had got the signal. */
function endWithNpm() {
  const born = ancestors();
  setInterval(() => ancestors() !== born && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

if (import.meta.filename === process.argv[1]) {
  if (process.env.npm_lifecycle_event) endWithNpm();
  buildWhatIsStale();
  process.setSourceMapsEnabled(true);
  await import(join(root, 'dist/apps/api/main.js'));
}
