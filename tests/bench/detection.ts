/** Detection on news-like text beside the floor (reading each code unit) and a regular expression. */
import { readFileSync } from 'node:fs';
import AhoCorasick from 'modern-ahocorasick';
import { detectBlocks, loadGazetteer, scanBlock } from '../../src/detection/detect.ts';
import type { BlockInput } from '../../src/detection/types.ts';
import { loadBundledPack } from '../../src/packs/bundled/load.ts';
import { compileGazetteer } from '../../src/packs/compile.ts';
import { type Figure, measure } from './measure.ts';

/** About as much text as forty long news pages. */
const TEXT_UNITS = 2_000_000;
/** Matching.md's comparison: a flat alternation of this many aliases. */
const ALTERNATION_ALIASES = 1_000;

function passages(): string[] {
  const file = new URL('../eval/gold.jsonl', import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line).text);
}

/** The passages over and over, each a block, up to the wanted length. */
function blocksOf(texts: readonly string[]): BlockInput[] {
  const blocks: BlockInput[] = [];
  let units = 0;
  for (let i = 0; units < TEXT_UNITS; i++) {
    const text = texts[i % texts.length] ?? '';
    blocks.push({ text, lang: null, role: 'text' });
    units += text.length;
  }
  return blocks;
}

function readUnits(blocks: readonly BlockInput[]): number {
  let sum = 0;
  for (const { text } of blocks) for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  return sum;
}

function alternationOf(aliases: readonly string[]): RegExp {
  const escaped = aliases.map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  escaped.sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Figures, the floor first. */
export function benchDetection(): Figure[] {
  const pack = loadBundledPack();
  const data = compileGazetteer([pack]);
  const gazetteer = loadGazetteer(data);
  const blocks = blocksOf(passages());
  const aliases = pack.entities.flatMap((entity) => entity.aliases.map(({ text }) => text));
  const automaton = new AhoCorasick(aliases.map((alias) => alias.toLowerCase()));
  const alternation = alternationOf(aliases.slice(0, ALTERNATION_ALIASES));
  return measure([
    { name: 'read every code unit (floor)', run: () => readUnits(blocks) },
    { name: 'scan, bundled pack', run: () => blocks.map((block) => scanBlock(block, gazetteer)) },
    {
      name: 'scan and decide, bundled pack',
      run: () => blocks.map((block) => detectBlocks([block], gazetteer, 'balanced')),
    },
    {
      name: `RegExp alternation, ${ALTERNATION_ALIASES} aliases`,
      run: () => blocks.map(({ text }) => text.match(alternation)),
    },
    {
      name: 'modern-ahocorasick, all aliases, no word boundaries',
      run: () => blocks.map(({ text }) => automaton.search(text.toLowerCase())),
    },
    { name: 'make the gazetteer ready', run: () => loadGazetteer(data) },
  ]);
}
