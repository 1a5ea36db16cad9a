/**
 * `npm run pack:bundle`: checks the bundled pack and writes what the build takes in:
 * src/packs/bundled.generated.json, the pack as the background loads it, and
 * src/packs/gazetteer.generated.ts, its compiled gazetteer for the content script.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadBundledPack } from '../src/packs/bundled/load.ts';
import { isWrittenSmall } from '../src/packs/common-words.ts';
import { compileGazetteer } from '../src/packs/compile.ts';
import { FIELDS } from '../src/packs/fields.ts';
import type { Pack } from '../src/packs/schema.ts';

const PACK_FILE = fileURLToPath(new URL('../src/packs/bundled.generated.json', import.meta.url));
const GAZETTEER_FILE = fileURLToPath(
  new URL('../src/packs/gazetteer.generated.ts', import.meta.url),
);

/**
 * The gazetteer as a module: its lists as one JSON text, which parses faster than the same written as
 * code, and the bytes of its tables beside it at the top: inside a function, engines would read
 * through 200 kB of text twice, and inside of JSON a third time.
 */
function gazetteerModule(pack: Pack): string {
  const { bytes, ...lists } = compileGazetteer([pack], FIELDS, isWrittenSmall);
  const json = JSON.stringify(JSON.stringify(lists));
  return [
    '// Written by scripts/bundle-pack.ts from the bundled pack; do not edit.',
    "import type { GazetteerData } from './gazetteer-data.ts';",
    '',
    `const bytes = ${JSON.stringify(bytes)};`,
    `export const bundledPackId = ${JSON.stringify(pack.id)};`,
    `export const readGazetteerData = (): GazetteerData => ({ ...JSON.parse(${json}), bytes });`,
    '',
  ].join('\n');
}

function readPack(): Pack | null {
  try {
    return loadBundledPack();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

const pack = readPack();
if (pack) {
  writeFileSync(PACK_FILE, JSON.stringify(pack));
  writeFileSync(GAZETTEER_FILE, gazetteerModule(pack));
  const aliases = pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0);
  console.log(
    `bundled ${pack.id} ${pack.version}: ${pack.entities.length} entities, ${aliases} aliases`,
  );
} else {
  process.exitCode = 1;
}
