/**
 * `npm run bench`: prints a table and writes out/bench.json. Ratios are to the floor of the same run;
 * milliseconds depend on the machine and are for orientation. What is measured is built first, as what
 * ships is: run from source by tsx, every inner function would pay for its name.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { loadBundledPack } from '../../src/packs/bundled/load.ts';
import { benchBuilt } from './built.ts';
import { benchPacks } from './packs.ts';
import { benchPage } from './page.ts';
import { benchPopover } from './popover.ts';
import { benchPopup } from './popup.ts';
import { benchSoak } from './soak.ts';

/**
 * `npm run bench -- page`: only that part, since a whole run takes minutes. Huge pages are measured only
 * when asked for: `npm run bench -- page-huge`.
 */
const parts = process.argv.slice(2);
const isWanted = (part: string): boolean => parts.length === 0 || parts.includes(part);

const BUILT = `${ROOT}out/bench`;
const fileHere = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A module of this folder, built as what ships is. */
async function built<T>(name: string): Promise<T> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: fileHere(`./${name}.ts`),
      outDir: `${BUILT}/${name}`,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { topLevelVar: false } },
    },
  });
  return import(pathToFileURL(`${BUILT}/${name}/${name}.js`).href);
}

const short = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toPrecision(3)) : value;

async function benchDetection() {
  const detection = await built<typeof import('./detection.ts')>('detection');
  const passages = readFileSync(fileHere('../eval/gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): string => JSON.parse(line).text);
  return {
    'detection: number of aliases': detection.benchScaling(),
    'detection: peers': detection.benchPeers(),
    'detection: bundled pack': detection.benchBundled(loadBundledPack(), passages),
  };
}

async function benchAddedPacks() {
  const { startBackground } =
    await built<typeof import('./packs-background.ts')>('packs-background');
  return benchPacks(await startBackground());
}

const results = {
  ...(isWanted('detection') ? await benchDetection() : {}),
  ...(isWanted('page') ? { page: await benchPage(false), extension: await benchBuilt() } : {}),
  ...(parts.includes('page-huge') ? { 'page-huge': await benchPage(true) } : {}),
  ...(isWanted('packs') ? { packs: await benchAddedPacks() } : {}),
  ...(isWanted('popup') ? { popup: await benchPopup() } : {}),
  ...(isWanted('popover') ? await benchPopover() : {}),
  ...(isWanted('soak') ? await benchSoak() : {}),
};
for (const [name, figures] of Object.entries(results)) {
  console.log(`\n${name}`);
  console.table(
    figures.map((figure: object) =>
      Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, short(value)])),
    ),
  );
}
mkdirSync(`${ROOT}out`, { recursive: true });
writeFileSync(`${ROOT}out/bench.json`, `${JSON.stringify(results, null, 2)}\n`);
console.log('out/bench.json');
