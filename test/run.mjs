import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countOne, countReport, fromJest, fromPlaywright, sum } from './set-up/counts.mjs';
import { ensurePrerequisites, findChromium } from './set-up/prerequisites.mjs';
import { runStep } from './set-up/run-step.mjs';

/**
 * `npm test`: everything there is to check, from a fresh clone. Installs what npm cannot bring, then runs
 * each step even when one before it failed, and ends with the line `N passed, N failed`.
 */
ensurePrerequisites();
const reports = mkdtempSync(path.join(tmpdir(), 'caseboard-reports-'));
const inReports = (name) => path.join(reports, name);

const total = sum([await lint(), ...(await typecheck()), await jest(), ...(await browsers())]);
rmSync(reports, { recursive: true });

total.skippedNames.forEach((name) => console.log(`skipped: ${name}`));
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function lint() {
  return countOne(await runStep('lint', ['eslint', '.', '--max-warnings=0']));
}

async function typecheck() {
  const check = (project) => runStep(`types: ${project}`, ['tsc', '--noEmit', '-p', project]);
  return [countOne(await check('tsconfig.json')), countOne(await check('tsconfig.web.json'))];
}

async function jest() {
  const report = inReports('jest.json');
  const env = { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' };
  const isPassed = await runStep('rules and stories', ['jest', '--json', `--outputFile=${report}`], {
    env,
    minutes: 15,
  });
  return countReport(report, isPassed, fromJest);
}

/** The journeys run on what is built, so without a build they have failed. */
async function browsers() {
  const env = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  const isBuilt = await runStep(
    'build',
    ['nx', 'run-many', '-t', 'build', '-p', 'api', 'web', '--outputStyle=static'],
    { env },
  );
  return [countOne(isBuilt), isBuilt ? await journeys() : countOne(false)];
}

async function journeys() {
  const report = inReports('playwright.json');
  const env = { CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const isPassed = await runStep('journeys', ['playwright', 'test', '--reporter=list,json'], { env, minutes: 15 });
  return countReport(report, isPassed, fromPlaywright);
}
