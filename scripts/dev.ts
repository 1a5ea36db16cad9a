/**
 * `npm run dev [-- firefox]`: builds into out/dev, builds again whenever a source or the bundled pack
 * changes, and keeps a browser open in which the extension is reloaded after each build. The folder is
 * another than dist/, so what is tested and shipped is never a build that is being worked on.
 */
import { execFileSync, spawn } from 'node:child_process';
import { watch, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { HEADLESS_CHROMIUM_ARGS } from './drivers/chromium-args.ts';
import { hasDisplay } from './drivers/display.ts';
import { serve } from './drivers/serve.ts';
import { ensureBrowsers } from './setup/browsers.mjs';
import { ROOT } from './setup/packages.mjs';

const BROWSERS = { chrome: 'chromium', firefox: 'firefox' } as const;
/** Editors write a file in several steps; builds wait until none has come for this long, in ms. */
const SETTLED_MS = 200;

const { positionals } = parseArgs({ allowPositionals: true });
const [target = 'chrome'] = positionals;
if (target !== 'chrome' && target !== 'firefox') {
  throw new Error(`npm run dev -- chrome or firefox, not "${target}"`);
}

const FOLDER = `${ROOT}out/dev/${target}`;
/** Written after each build: the browser must not load a folder that is half written. */
const STAMP = `${FOLDER}.built`;

function bundlePack(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bundle-pack.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

async function buildOnce(): Promise<void> {
  await build({
    root: ROOT,
    mode: target,
    logLevel: 'warn',
    build: { outDir: FOLDER, minify: false, sourcemap: 'inline' },
  });
  writeFileSync(STAMP, new Date().toISOString());
  console.log(`built out/dev/${target}`);
}

/** Runs one build at a time; changes that come meanwhile are built together afterwards. */
function builder(): (isPackChanged: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBuilding = false;
  let isPackStale = false;
  const run = async () => {
    if (isBuilding) {
      timer = setTimeout(run, SETTLED_MS);
      return;
    }
    isBuilding = true;
    try {
      if (isPackStale) bundlePack();
      isPackStale = false;
      await buildOnce();
    } catch (error) {
      // The mistake that is being typed just now; the last good build stays in the browser.
      console.error(error instanceof Error ? error.message : error);
    }
    isBuilding = false;
  };
  return (isPackChanged) => {
    isPackStale ||= isPackChanged;
    clearTimeout(timer);
    timer = setTimeout(run, SETTLED_MS);
  };
}

/** Where changes are noticed. The two generated modules are what a build of the pack writes. */
function watchSources(changed: (isPackChanged: boolean) => void): void {
  for (const folder of ['src', 'public']) {
    watch(`${ROOT}${folder}`, { recursive: true }, (_, name) => {
      if (name?.includes('.generated.')) return;
      changed(/^packs[\\/]/.test(name ?? ''));
    });
  }
  watch(`${ROOT}manifest.json`, () => changed(false));
}

/** The browser with the extension from out/dev, on the demo page; ends when it is closed. */
function openBrowser(binary: string, address: string): Promise<void> {
  const runner =
    target === 'chrome'
      ? [
          '--target=chromium',
          `--chromium-binary=${binary}`,
          // As root Chromium starts without its sandbox only; nobody else needs that.
          ...(process.getuid?.() === 0 ? HEADLESS_CHROMIUM_ARGS.map((arg) => `--args=${arg}`) : []),
        ]
      : ['--target=firefox-desktop', `--firefox=${binary}`];
  const child = spawn(
    process.execPath,
    [
      `${ROOT}node_modules/web-ext/bin/web-ext.js`,
      'run',
      `--source-dir=${FOLDER}`,
      `--watch-file=${STAMP}`,
      `--start-url=${address}`,
      ...runner,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  return new Promise((ended) => child.once('exit', () => ended()));
}

if (!hasDisplay()) {
  // A browser would end at once, and take this down with it.
  console.error('npm run dev opens a browser, and there is no display to open it on.');
  process.exit(1);
}
const browser = BROWSERS[target];
const binary = ensureBrowsers([browser])[browser];
if (!binary) throw new Error(`no ${browser} found`);
bundlePack();
await buildOnce();
watchSources(builder());
const server = await serve(`${ROOT}docs/demo`);
await openBrowser(binary, `${server.origin}/index.html`);
await server.close();
process.exit();
