/**
 * `npm run classes`: writes src/text/class-runs.ts, the class of every character by the Unicode of the
 * Node that runs it. To be run when Node has a newer Unicode; a test tells when the two differ.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { classRuns } from '../src/text/class-rules.ts';

const RUNS_FILE = fileURLToPath(new URL('../src/text/class-runs.ts', import.meta.url));

writeFileSync(
  RUNS_FILE,
  [
    '// Written by scripts/character-classes.ts; do not edit. For its form see class-table.ts.',
    '',
    '/** The Unicode that the table is made of. */',
    `export const CLASSES_UNICODE = '${process.versions.unicode}';`,
    'export const CLASS_RUNS =',
    `  '${classRuns()}';`,
    '',
  ].join('\n'),
);
console.log(`wrote the classes of Unicode ${process.versions.unicode}`);
