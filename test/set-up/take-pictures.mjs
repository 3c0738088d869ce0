import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buildWhatIsStale } from '../../apps/api/start.mjs';
import { findChromium } from './prerequisites.mjs';

// `npm run pictures`: every page in light and dark, some at phone width, from the sample week.
const root = path.join(import.meta.dirname, '../..');
const out = path.join(root, 'docs/pictures');
const PASSWORD = 'pictures-only-password';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const PAGES = [
  { name: 'denials-board', who: 'lead', at: '/denials', phone: true },
  { name: 'denials-table', who: 'lead', at: '/denials?view=table' },
  { name: 'denial-case', who: 'biller', at: openCase, phone: true },
  { name: 'my-work', who: 'biller', at: '/my-work', phone: true },
  { name: 'queue', who: 'biller', at: '/queues/posting-exceptions' },
  { name: 'imports', who: 'biller', at: brokenImport, phone: true },
  { name: 'people', who: 'admin', at: '/admin/people' },
  { name: 'teams', who: 'admin', at: '/admin/teams' },
  { name: 'facilities', who: 'admin', at: '/admin/facilities' },
  { name: 'payers', who: 'admin', at: firstPayer },
  { name: 'sign-in', who: undefined, at: '/' },
];

/** Asks the interface from the page, with the page's own session. */
const ask = (page, address) => page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1${address}`);

async function openCase(page) {
  const { items } = await ask(page, '/denial-cases?stage=investigating&limit=1');
  return `/denials?case=${items[0].id}`;
}

async function brokenImport(page) {
  const { items } = await ask(page, '/imports?limit=50');
  return `/imports?import=${items.find(({ errors }) => errors.length > 0).id}`;
}

async function firstPayer(page) {
  const { items } = await ask(page, '/payers?limit=1');
  return `/admin/payers?payer=${items[0].id}`;
}

async function startServer(dataDir) {
  const server = spawn(process.execPath, [path.join(root, 'dist/apps/api/main.js')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, SAMPLES: 'week', SAMPLES_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const ready = /^Caseboard is ready at (.+)$/.exec(line);
    if (ready) return { server, address: ready[1] };
  }
  throw new Error('The server ended before it was ready.');
}

async function signIn(context, address, who) {
  const answer = await context.request.post(`${address}/api/v1/session`, {
    headers: { Origin: address },
    data: { email: `${who}@lakeside.test`, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
}

/** Takes one picture once the page is live and has come to rest. */
async function take(browser, address, { name, who, at }, scheme, viewport, suffix) {
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    baseURL: address,
    reducedMotion: 'reduce',
  });
  if (who) await signIn(context, address, who);
  const page = await context.newPage();
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.goto(typeof at === 'function' ? await at(page) : at);
  await page.waitForLoadState('networkidle');
  if (who) await page.locator('.cb-conn[data-state="live"]').first().waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(out, `${name}${suffix}-${scheme}.png`), animations: 'disabled' });
  await context.close();
}

buildWhatIsStale();
await mkdir(out, { recursive: true });
const dataDir = await mkdtemp(path.join(tmpdir(), 'caseboard-pictures-'));
const { server, address } = await startServer(dataDir);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
for (const page of PAGES) {
  for (const scheme of ['light', 'dark']) {
    await take(browser, address, page, scheme, DESK, '');
    if (page.phone) await take(browser, address, page, scheme, PHONE, '-phone');
  }
}
await browser.close();
server.kill('SIGTERM');
await once(server, 'exit');
await rm(dataDir, { recursive: true, force: true });
console.log(`The pictures are in ${path.relative(process.cwd(), out)}.`);
process.exit(0);
