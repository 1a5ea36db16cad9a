/**
 * `npm run budgets`, after a build: what ships stays as small as it is. A page pays for every byte of the
 * content script, a reader for every byte of the rest; packages cost care. Figures are bytes after gzip,
 * since that is what a store's download and a reader's patience are made of. See docs/decisions/budgets.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import packageJson from '../package.json' with { type: 'json' };
import { ROOT } from './setup/packages.mjs';

const KB = 1000;
/** Each build is held to them; the two differ by some bytes of the manifest only. */
const TARGETS = ['chrome', 'firefox'] as const;

/** Limits in kB: today's figure and some room, so that growth has to be decided and not just happen. */
const LIMITS = {
  /** What every frame of every page reads and runs. */
  'content script': 7,
  /** What it loads where Gloss is on, without the compiled gazetteer. */
  'reading and marking, where Gloss is on': 86.5,
  /** What the content script loads when a popover is first wanted in a frame. */
  'popover, when first wanted': 25,
  /** The compiled gazetteer of the bundled pack, which is data. */
  'gazetteer, where Gloss is on': 169,
  'marks, style sheet': 2,
  'background, with the bundled pack': 194,
  /** Everything that the toolbar popup loads. */
  popup: 49,
  /** Everything that the options page loads, its live preview with a gazetteer included. */
  options: 324,
} as const;

/** Packages whose code ships. */
const MOST_DEPENDENCIES = 10;

const zipped = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / KB;

/** Files that an extension page loads: its own address, scripts and styles, and what those import. */
function loadedBy(folder: string, page: string): Set<string> {
  const loaded = new Set<string>();
  const visit = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const text = readFileSync(`${folder}/${path}`, 'utf8');
    for (const [, name = ''] of text.matchAll(
      /["'(](?:\.?\/)?(?:assets\/)?([\w.-]+\.(?:js|css))["')]/g,
    )) {
      if (assets.has(name)) visit(`assets/${name}`);
    }
  };
  const assets = new Set(readdirSync(`${folder}/assets`));
  visit(page);
  return loaded;
}

const sum = (folder: string, paths: Iterable<string>): number =>
  [...paths].reduce((total, path) => total + zipped(`${folder}/${path}`), 0);

function figuresOf(target: (typeof TARGETS)[number]): Record<keyof typeof LIMITS, number> {
  const folder = `${ROOT}dist/${target}`;
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
  // Of the two times at which the one file runs, styles come with the last.
  const { js, css } = manifest.content_scripts.at(-1);
  const gazetteer = zipped(`${ROOT}src/packs/gazetteer.generated.ts`);
  const background = manifest.background.service_worker ?? manifest.background.scripts[0];
  return {
    'content script': zipped(`${folder}/${js[0]}`),
    'reading and marking, where Gloss is on': zipped(`${folder}/running.js`) - gazetteer,
    'popover, when first wanted': zipped(`${folder}/popover.js`),
    'gazetteer, where Gloss is on': gazetteer,
    'marks, style sheet': zipped(`${folder}/${css[0]}`),
    'background, with the bundled pack': sum(folder, loadedBy(folder, background)),
    popup: sum(folder, loadedBy(folder, manifest.action.default_popup)),
    options: sum(folder, loadedBy(folder, manifest.options_ui.page)),
  };
}

let isOver = false;
for (const target of TARGETS) {
  const figures = figuresOf(target);
  const rows = Object.entries(LIMITS).map(([what, limit]) => {
    const size = figures[what as keyof typeof LIMITS];
    if (size > limit) {
      isOver = true;
      console.error(`dist/${target}: ${what} has ${size.toFixed(1)} kB, the limit is ${limit} kB`);
    }
    return { what, 'kB gzip': Number(size.toFixed(1)), limit };
  });
  console.log(`dist/${target}`);
  console.table(rows);
}
const dependencies = Object.keys(packageJson.dependencies);
console.log(`${dependencies.length} packages ship: ${dependencies.join(', ')}`);
if (dependencies.length > MOST_DEPENDENCIES) {
  isOver = true;
  console.error(`more than ${MOST_DEPENDENCIES} packages ship`);
}
process.exitCode = isOver ? 1 : 0;
