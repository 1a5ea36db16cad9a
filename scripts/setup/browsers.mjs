/**
 * Finds the browsers that `npm start` and `npm test` drive, and installs them where that is one
 * plain step (Debian, as root). Plain JavaScript without dependencies: it runs before npm install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * Where each browser is looked for: an environment variable first, then commands on the PATH, then
 * usual places. Branded Chrome is left out on purpose: it ignores --load-extension since Chrome 137.
 * @type {Record<BrowserName, { env: string, commands: string[], paths: string[], debian: string }>}
 */
const BROWSERS = {
  chromium: {
    env: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'chrome-for-testing'],
    paths: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    debian: 'chromium',
  },
  firefox: {
    env: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
  },
};

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of an installed browser, or null.
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const { env, commands, paths } = BROWSERS[name];
  const asked = process.env[env];
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`${env} is set to ${asked}, which cannot be run`);
    return asked;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...paths,
  ];
  return candidates.find(isExecutable) ?? null;
}

/**
 * Finds the browsers, installing on Debian as root those that are missing.
 * @param {BrowserName[]} names
 * @returns {Record<string, string>} path by name
 * @throws {Error} saying what to do where one is missing and cannot be installed here
 */
export function ensureBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  const canInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (missing.length > 0 && canInstall) {
    const packages = missing.map((name) => BROWSERS[name].debian);
    console.log(`Installing ${packages.join(', ')} ...`);
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', ...packages], options);
  }
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of names) {
    const path = findBrowser(name);
    if (!path) {
      const { env, debian } = BROWSERS[name];
      throw new Error(
        `No ${name} found. Install it (Debian: apt-get install ${debian}) or set ${env} to its path.`,
      );
    }
    found[name] = path;
  }
  return found;
}
