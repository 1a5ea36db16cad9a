/**
 * `npm run package`: builds, and writes what the stores are given to out/package: a zip a browser, the
 * source zip that Mozilla's reviewers build from, and the checksums of all three.
 *
 * `npm run package -- --verify` builds once more in the end and fails where any byte differs, or where
 * the folder that was tested (dist/) is not what the zips hold. `npm test` runs it so.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { ROOT } from './setup/packages.mjs';
import { type Files, zip } from './zip.ts';

const TARGETS = ['chrome', 'firefox'] as const;
const OUTPUT = `${ROOT}out/package`;

function build(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path),
    ]),
  );
}

/** Everything that is in version control, as it lies in the work tree. */
function sources(): Files {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const names = listed.split('\0').filter(Boolean);
  return new Map(names.map((name) => [name, readFileSync(join(ROOT, name))]));
}

/** Name of each package to its bytes. */
function packages(): Map<string, Uint8Array> {
  const name = (part: string) => `gloss-${packageJson.version}-${part}.zip`;
  return new Map([
    ...TARGETS.map((target): [string, Uint8Array] => [
      name(target),
      zip(filesBelow(join(ROOT, 'dist', target))),
    ]),
    [name('source'), zip(sources())],
  ]);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Names of the packages that are not byte for byte the same in both. */
function differing(one: Map<string, Uint8Array>, other: Map<string, Uint8Array>): string[] {
  return [...one].flatMap(([name, bytes]) => {
    const again = other.get(name);
    return again && sha256(again) === sha256(bytes) ? [] : [name];
  });
}

const isVerifying = process.argv.includes('--verify');
// What npm test has just built and tested is what is verified; else the build is made afresh.
if (!isVerifying) build();
const made = packages();
if (isVerifying) {
  build();
  const changed = differing(made, packages());
  for (const name of changed) console.error(`${name}: a second build has other bytes`);
  if (changed.length > 0) process.exitCode = 1;
}
rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
const sums: string[] = [];
for (const [name, bytes] of made) {
  writeFileSync(join(OUTPUT, name), bytes);
  sums.push(`${sha256(bytes)}  ${name}`);
  console.log(`out/package/${name}  ${bytes.length} bytes`);
}
writeFileSync(join(OUTPUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
