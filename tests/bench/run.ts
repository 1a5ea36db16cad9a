/**
 * `npm run bench`: prints a table and writes out/bench.json. Ratios are to the floor of the same run;
 * milliseconds depend on the machine and are for orientation.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { benchDetection } from './detection.ts';

const results = { detection: benchDetection() };
for (const [name, figures] of Object.entries(results)) {
  console.log(`\n${name}`);
  console.table(
    figures.map((figure) => ({
      ...figure,
      ms: Number(figure.ms.toPrecision(3)),
      ratio: Number(figure.ratio.toPrecision(3)),
    })),
  );
}
mkdirSync(`${ROOT}out`, { recursive: true });
writeFileSync(`${ROOT}out/bench.json`, `${JSON.stringify(results, null, 2)}\n`);
console.log('out/bench.json');
