/**
 * `npm test`: everything that guards Gloss's promises, on a machine with nothing but Node. Installs
 * packages and browsers where they are missing, then runs each step even when an earlier one failed,
 * and ends with `N passed, N failed`: single tests where a step has them, else the step as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensurePackages, ROOT } from './setup/packages.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command arguments to Node
 * @property {string} [report] where vitest writes its JSON report
 */

const VITEST = 'node_modules/vitest/vitest.mjs';
const REPORTS = `${ROOT}out/test`;
/** Tests that passed only when repeated, a line each; see setup/repeated-reporter.mjs. */
const REPEATED = `${REPORTS}/repeated.txt`;

/** @param {string} script @returns {string[]} */
const tsx = (script) => ['--import', 'tsx', script];

/** @param {string} project @returns {Step} */
function vitest(project) {
  const report = `${REPORTS}/${project}.json`;
  return {
    name: `tests: ${project}`,
    command: [
      VITEST,
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/setup/repeated-reporter.mjs',
      `--outputFile.json=${report}`,
    ],
    report,
  };
}

/** In this order: cheap and telling first; the build before what needs it. */
const STEPS = [
  { name: 'build', command: tsx('scripts/build.ts') },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'rooms', command: tsx('scripts/check-rooms.ts') },
  { name: 'unused code', command: ['node_modules/knip/bin/knip.js'] },
  { name: 'extension lint', command: tsx('scripts/check-extension.ts') },
  { name: 'budgets', command: tsx('scripts/check-budgets.ts') },
  { name: 'same bytes twice', command: [...tsx('scripts/package.ts'), '--verify'] },
  vitest('unit'),
  vitest('browser'),
  vitest('chromium'),
  vitest('firefox'),
];

/**
 * @param {Step} step
 * @returns {{ passed: number, failed: number }}
 */
function run(step) {
  const { status } = spawnSync(process.execPath, step.command, { cwd: ROOT, stdio: 'inherit' });
  const whole = status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!('report' in step) || !step.report) return whole;
  try {
    const report = JSON.parse(readFileSync(step.report, 'utf8'));
    const passed = Number(report.numPassedTests);
    // A test that did not run is no pass; nor is a run that found none, or died after its tests.
    const failed = Number(report.numTotalTests) - passed;
    return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

ensurePackages();
const browsers = ensureBrowsers(['chromium', 'firefox']);
process.env.CHROME_PATH = browsers.chromium;
process.env.FIREFOX_PATH = browsers.firefox;
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
writeFileSync(REPEATED, '');
process.env.GLOSS_REPEATED = REPEATED;

let passed = 0;
let failed = 0;
/** @type {string[]} */
const broken = [];
for (const step of STEPS) {
  const start = performance.now();
  console.log(`\n--- ${step.name}`);
  const result = run(step);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) broken.push(step.name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`--- ${step.name}: ${result.failed > 0 ? 'FAILED' : 'ok'}, ${seconds} s`);
}
const repeated = readFileSync(REPEATED, 'utf8');
if (repeated !== '') console.log(`\nPassed only when repeated, to be mended:\n${repeated}`);
if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
