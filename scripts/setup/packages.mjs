/**
 * Installs npm packages where they are missing or older than the lockfile. Plain JavaScript without
 * dependencies: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The Node that package.json asks for, as [major, minor]. */
const MINIMUM_NODE = [20, 19];

/**
 * @throws {Error} when Node is too old or the installation fails
 */
export function ensurePackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = MINIMUM_NODE;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new Error(
      `Node ${MINIMUM_NODE.join('.')} or newer is needed, this is ${process.version}`,
    );
  }
  // npm writes this file at the end of every installation: its age is the installation's.
  const stamp = `${ROOT}node_modules/.package-lock.json`;
  const lock = `${ROOT}package-lock.json`;
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing npm packages ...');
  // `ci` wipes node_modules, so it is for the first time only; later `install` is enough.
  const command = existsSync(stamp) ? 'install' : 'ci';
  const result = spawnSync('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) throw new Error(`npm ${command} failed`);
}
