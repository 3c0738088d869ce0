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
  { name: 'denial-case', who: 'biller', at: talkedAbout, phone: true },
  { name: 'my-work', who: 'biller', at: '/my-work', phone: true },
  { name: 'messages', who: 'biller', at: '/threads' },
  { name: 'queue', who: 'coder', at: '/queues/coding' },
  { name: 'coding', who: 'coder', at: codedChart, phone: true },
  { name: 'questions', who: 'physician', at: '/queries', phone: true },
  { name: 'question', who: 'physician', at: openQuestion, phone: true },
  { name: 'claims', who: 'biller', at: '/claims', phone: true },
  { name: 'claim', who: 'biller', at: first('/claims?state=rejected&limit=1', (id) => `/claims?open=${id}`) },
  { name: 'rejection', who: 'biller', at: first('/rejections?limit=1', (id) => `/rejections/${id}`) },
  { name: 'follow-up', who: 'lead', at: '/follow-up' },
  {
    name: 'follow-up-case',
    who: 'biller',
    at: first('/follow-up-cases?stage=promised&limit=1', (id) => `/follow-up?case=${id}`),
    phone: true,
  },
  { name: 'accounts', who: 'accounts', at: '/accounts' },
  { name: 'account', who: 'accounts', at: first('/patient-accounts?limit=1', (id) => `/accounts/${id}`), phone: true },
  { name: 'reports', who: 'lead', at: '/reports', phone: true },
  { name: 'day', who: 'biller', at: '/day' },
  { name: 'patients', who: 'admin', at: first('/patients?limit=1', (id) => `/patients?patient=${id}`) },
  { name: 'imports', who: 'biller', at: brokenImport, phone: true },
  { name: 'people', who: 'admin', at: '/admin/people' },
  { name: 'teams', who: 'admin', at: '/admin/teams' },
  { name: 'facilities', who: 'admin', at: '/admin/facilities' },
  { name: 'clinicians', who: 'admin', at: '/admin/clinicians' },
  { name: 'payers', who: 'admin', at: first('/payers?limit=1', (id) => `/admin/payers?payer=${id}`) },
  { name: 'fees', who: 'admin', at: '/admin/fees' },
  { name: 'sign-in', who: undefined, at: '/' },
];

/** Asks the interface from the page, with the page's own session. */
const ask = (page, address) => page.evaluate(async (url) => (await fetch(url)).json(), `/api/v1${address}`);

/** The place of the first row of a list. */
function first(list, placeOf) {
  return async (page) => placeOf((await ask(page, list)).items[0].id);
}

async function talkedAbout(page) {
  const { items } = await ask(page, '/threads?participant=me&limit=50');
  return `/denials?case=${items.find(({ subjectType }) => subjectType === 'denial').subjectId}`;
}

/** A chart with codes on it; one that is being coded, else a finished one. */
async function codedChart(page) {
  const { items } = await ask(page, '/coding-cases?limit=200');
  const { items: billed } = await ask(page, '/coding-cases?state=billed&limit=1');
  return `/coding/${(items.find(({ codes }) => codes.length > 0) ?? billed[0]).id}`;
}

async function openQuestion(page) {
  const { items } = await ask(page, '/threads?kind=query&recipient=me&limit=50');
  return `/queries/${items.find(({ state }) => state === 'sent' || state === 'viewed').id}`;
}

async function brokenImport(page) {
  const { items } = await ask(page, '/imports?limit=50');
  return `/imports?import=${items.find(({ errors }) => errors.length > 0).id}`;
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
try {
  for (const page of PAGES) {
    for (const scheme of ['light', 'dark']) {
      await take(browser, address, page, scheme, DESK, '');
      if (page.phone) await take(browser, address, page, scheme, PHONE, '-phone');
    }
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`The pictures are in ${path.relative(process.cwd(), out)}.`);
process.exit(0);
