/**
 * `npm start [-- URL|FILE] [--headless]`: from a fresh clone to a browser with
 * Gloss in it. This part needs nothing but Node; once packages and a browser are there, it hands
 * over to start-browser.ts.
 */
import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ensurePackages, ROOT } from './setup/packages.mjs';

try {
  ensurePackages();
  const { chromium } = ensureBrowsers(['chromium']);
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `${ROOT}scripts/start-browser.ts`, ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, CHROME_PATH: chromium },
    },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
