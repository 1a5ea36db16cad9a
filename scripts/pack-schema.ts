/**
 * `npm run pack:schema`: writes docs/pack.schema.json, the pack format for other tools (editors,
 * validators in other languages). A test fails when the file and the schema differ.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema';
import { PackSchema } from '../src/packs/schema.ts';

export const SCHEMA_FILE = fileURLToPath(new URL('../docs/pack.schema.json', import.meta.url));

/** The formatter, since `npm run lint` looks at the file as well. */
const BIOME = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url));

/**
 * What JSON Schema cannot say: `trim` changes a text instead of judging it, and `check` runs code
 * (here only for addresses, whose pattern is given as well). A dropped `finite` changes nothing,
 * since JSON has no infinite numbers.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['trim', 'check', 'finite']);

const CONFIG: ConversionConfig = {
  typeMode: 'input',
  target: 'draft-2020-12',
  ignoreActions: [...LEFT_OUT],
};

/** The published schema. */
export function packJsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Gloss pack, format 1',
    description: 'A file of entities, facts and sources. See docs/pack-format.md.',
    ...toJsonSchema(PackSchema, CONFIG),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(SCHEMA_FILE, JSON.stringify(packJsonSchema()));
  execFileSync(process.execPath, [BIOME, 'format', '--write', SCHEMA_FILE], { stdio: 'ignore' });
  console.log('wrote docs/pack.schema.json');
}
