import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const programs = path.join(root, 'node_modules/.bin');

/**
 * Runs one program of node_modules/.bin with its output on ours and no input; resolves to whether it
 * succeeded. One that hangs is ended, with everything it started, after `minutes`.
 */
export async function runStep(title, [program, ...args], { env = {}, minutes = 5 } = {}) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const child = spawn(path.join(programs, program), args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${programs}${path.delimiter}${process.env.PATH}`, ...env },
  });
  const end = (signal) => process.kill(-child.pid, signal);
  const forward = (signal) => {
    end(signal);
    process.exit(1);
  };
  process.once('SIGINT', forward).once('SIGTERM', forward);
  const limit = setTimeout(() => {
    console.error(`${title}: ended after ${minutes} minutes.`);
    end('SIGKILL');
  }, minutes * 60_000);
  const [code] = await once(child, 'exit');
  clearTimeout(limit);
  process.off('SIGINT', forward).off('SIGTERM', forward);
  console.log(
    `── ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  return code === 0;
}
