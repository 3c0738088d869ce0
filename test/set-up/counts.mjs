import { readFileSync } from 'node:fs';

/** What a step came to: numbers of tests, and the names of those that did not run. */
export const nothing = { passed: 0, failed: 0, skipped: 0, skippedNames: [] };

/** A step without tests of its own, such as lint, counts as one. */
export function countOne(isPassed) {
  return { ...nothing, passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
}

/** Adds steps up. */
export function sum(counts) {
  return counts.reduce((total, each) => ({
    passed: total.passed + each.passed,
    failed: total.failed + each.failed,
    skipped: total.skipped + each.skipped,
    skippedNames: [...total.skippedNames, ...each.skippedNames],
  }));
}

/**
 * Reads a runner's JSON report. A run that failed without a failing test (a set-up that broke, a file that
 * does not load, no report at all) and a run without any test count as one failure each.
 */
export function countReport(file, isPassed, read) {
  const counts = sum([nothing, ...readReport(file, read)]);
  const isEmpty = counts.passed + counts.failed === 0;
  const isHidden = !isPassed && counts.failed === 0;
  return isEmpty || isHidden ? { ...counts, failed: counts.failed + 1 } : counts;
}

function readReport(file, read) {
  try {
    return [read(JSON.parse(readFileSync(file, 'utf8')))];
  } catch {
    return [];
  }
}

/** Jest's `--json` report. A file that does not load counts as one failure. */
export function fromJest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: skipped.length,
    skippedNames: skipped.map((test) => test.fullName),
  };
}

/** Playwright's JSON report. A test that passed only on a second try counts as failed. */
export function fromPlaywright(report) {
  const skipped = specsOf(report).filter((spec) => spec.tests.every((test) => test.status === 'skipped'));
  const { expected, unexpected, flaky } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky,
    skipped: report.stats.skipped,
    skippedNames: skipped.map((spec) => spec.title),
  };
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
