/** Starts the browser that this run of the end-to-end tests is for (vitest project), with the build. */
import { launchChromium } from '../../../scripts/drivers/chromium.ts';
import type { Driver } from '../../../scripts/drivers/driver.ts';
import { launchFirefox } from '../../../scripts/drivers/firefox.ts';
import { findBrowser } from '../../../scripts/setup/browsers.mjs';
import { ROOT } from '../../../scripts/setup/packages.mjs';

const VIEWPORT = { width: 1000, height: 700 };

/** Name of the browser under test. */
export const BROWSER = process.env.GLOSS_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/** Folder of the build under test. */
export const EXTENSION = `${ROOT}dist/${BROWSER === 'firefox' ? 'firefox' : 'chrome'}`;

export interface LaunchExtra {
  /** Leaves the first-run page open. */
  keepWelcome?: boolean;
  /** See ChromiumOptions; Firefox forgets at its end what was only loaded into it. */
  profile?: string;
  /** See FirefoxOptions; Chromium has nothing there that tests need. */
  home?: string;
}

/**
 * Starts the browser. On a busy machine a start may come to nothing; it is then tried once more, and
 * what went wrong is said.
 * @throws Error when the browser is not installed, or does not start twice
 */
export async function launch(extra: LaunchExtra = {}): Promise<Driver> {
  try {
    return await start(extra);
  } catch (error) {
    console.warn(`${BROWSER} did not start, and is started once more:`, error);
    return start(extra);
  }
}

async function start(extra: LaunchExtra): Promise<Driver> {
  const executablePath = findBrowser(BROWSER);
  if (!executablePath) throw new Error(`${BROWSER} is not installed; npm test installs it`);
  const common = {
    executablePath,
    extension: EXTENSION,
    headless: true,
    viewport: VIEWPORT,
    ...extra,
  };
  return BROWSER === 'firefox'
    ? launchFirefox(common)
    : launchChromium({ ...common, hasTouch: true });
}
