/**
 * `npm run pack:bundle`: checks the bundled pack and writes what the build takes in:
 * src/packs/bundled.generated.json, the pack as the background loads it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadBundledPack } from '../src/packs/bundled/load.ts';
import type { Pack } from '../src/packs/schema.ts';

const PACK_FILE = fileURLToPath(new URL('../src/packs/bundled.generated.json', import.meta.url));

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
  // The compiled gazetteer for the content script is written here.
  const aliases = pack.entities.reduce((sum, entity) => sum + entity.aliases.length, 0);
  console.log(
    `bundled ${pack.id} ${pack.version}: ${pack.entities.length} entities, ${aliases} aliases`,
  );
} else {
  process.exitCode = 1;
}
