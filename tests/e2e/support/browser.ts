/** Starts the browser that this run of the end-to-end tests is for (vitest project), with the build. */
import { launchChromium } from '../../../scripts/drivers/chromium.ts';
import type { Driver } from '../../../scripts/drivers/driver.ts';
import { launchFirefox } from '../../../scripts/drivers/firefox.ts';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { ROOT } from '../../../scripts/setup/packages.mjs';

const VIEWPORT = { width: 1000, height: 700 };

/** Name of the browser under test. */
const BROWSER = process.env.GLOSS_BROWSER === 'firefox' ? 'firefox' : 'chromium';

export interface LaunchExtra {
  /** Leaves the first-run page open. */
  keepWelcome?: boolean;
}

/** @throws Error when the browser is not installed */
export function launch(extra: LaunchExtra = {}): Promise<Driver> {
  const executablePath = findBrowser(BROWSER);
  if (!executablePath) throw new Error(`${BROWSER} is not installed; npm test installs it`);
  const common = { executablePath, headless: true, viewport: VIEWPORT, ...extra };
  return BROWSER === 'firefox'
    ? launchFirefox({ ...common, extension: `${ROOT}dist/firefox` })
    : launchChromium({ ...common, extension: `${ROOT}dist/chrome`, hasTouch: true });
}
