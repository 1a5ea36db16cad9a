/**
 * `npm run build [-- chrome|firefox ...]`: checks and compiles the bundled pack, then builds
 * dist/chrome and dist/firefox.
 */
import { execFileSync } from 'node:child_process';
import { build } from 'vite';
import { ROOT } from './setup/packages.mjs';

const TARGETS = ['chrome', 'firefox'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !TARGETS.includes(name));
if (unknown.length > 0)
  throw new Error(`no build for ${unknown.join(', ')}; there are ${TARGETS.join(', ')}`);

execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bundle-pack.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const mode of asked.length > 0 ? asked : TARGETS) {
  await build({ root: ROOT, mode, logLevel: 'warn' });
  console.log(`built dist/${mode}`);
}
