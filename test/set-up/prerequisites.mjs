import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Programs that npm cannot bring: how each is found, and what packages are called where. */
const NEEDS = [
  {
    name: 'Chromium',
    isPresent: () => findChromium() !== undefined,
    packages: { 'apt-get': 'chromium', dnf: 'chromium', apk: 'chromium', pacman: 'chromium', brew: '--cask chromium' },
  },
  {
    name: 'redis-server',
    isPresent: () => Boolean(process.env.REDIS_URL?.trim()) || onPath('redis-server') !== undefined,
    packages: { 'apt-get': 'redis-server', dnf: 'redis', apk: 'redis', pacman: 'redis', brew: 'redis' },
  },
];

const INSTALL = {
  'apt-get': 'apt-get update && apt-get install -y',
  dnf: 'dnf install -y',
  apk: 'apk add',
  pacman: 'pacman -S --noconfirm',
  brew: 'brew install',
};

/** The browser the journeys run in: CHROMIUM, else the first of the usual names on PATH. */
export function findChromium() {
  const given = process.env.CHROMIUM?.trim();
  return given || ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find(Boolean);
}

/**
 * Sees to it that Chromium and redis-server are there. On Debian and Ubuntu missing ones are installed with
 * apt-get, as root or through sudo; elsewhere, or when that fails, the process ends with the exact command.
 */
export function ensurePrerequisites() {
  const missing = NEEDS.filter((need) => !need.isPresent());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.name).join(' and ');
  const manager = Object.keys(INSTALL).find(onPath) ?? 'apt-get';
  const command = `${INSTALL[manager]} ${missing.map((need) => need.packages[manager]).join(' ')}`;
  const prefix = becomeRoot();
  if (manager !== 'apt-get' || !onPath('apt-get') || !prefix) return giveUp(names, command);
  console.log(`Missing: ${names}. Installing with: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const [program, ...args] = [...prefix, 'sh', '-c', command];
  const installed = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (installed.status !== 0 || missing.some((need) => !need.isPresent())) giveUp(names, command);
}

function giveUp(names, command) {
  console.error(`The tests need ${names}. Run this as an administrator, then "npm test" again:\n\n  ${command}\n`);
  process.exit(1);
}

/** What to put before a command to run it as root; undefined when there is no way without a password. */
function becomeRoot() {
  if (process.getuid?.() === 0) return ['env'];
  if (!onPath('sudo') || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return undefined;
  return ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'];
}

function onPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, program)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
