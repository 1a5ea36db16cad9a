/**
 * Detection beside the floor (reading each code unit) and its peers, all in one run: how its cost grows
 * with the aliases, what a flat regular expression and an Aho-Corasick package take for the same, and
 * what the bundled pack costs on ordinary text and on text that is full of its names. mark.js, which
 * needs a DOM, is measured with the page (page.ts).
 */
import AhoCorasick from 'modern-ahocorasick/fast';
import {
  detectBlocks,
  type Gazetteer,
  loadGazetteer,
  scanBlock,
} from '../../src/detection/detect.ts';
import type { BlockInput } from '../../src/detection/types.ts';
import { compileGazetteer } from '../../src/packs/compile.ts';
import { FIELDS } from '../../src/packs/fields.ts';
import type { Pack } from '../../src/packs/schema.ts';
import { type Figure, measure } from './measure.ts';
import { inventedAliases, ordinaryParagraphs } from './texts.ts';

/** About as much text as ten long news pages; peers that are far slower get a part of it. */
const TEXT_UNITS = 400_000;
const PEER_SHARE = 5;
const SIZES = [1_000, 10_000, 100_000];
const PEER_ALIASES = 1_000;
/** A page is about this many blocks. */
const BLOCKS_A_PAGE = 40;

const toBlocks = (texts: readonly string[]): BlockInput[] =>
  texts.map((text) => ({ text, lang: 'en', role: 'text' }));

function readUnits(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let i = 0; i < text.length; i++) sum ^= text.charCodeAt(i);
  return sum;
}

/** A pack of nothing but names. */
function packOf(aliases: readonly string[]): Pack {
  return {
    format: 1,
    id: 'names',
    title: 'Names',
    description: 'Invented names.',
    language: 'en',
    version: '1',
    asOf: '2026',
    licence: 'CC0-1.0',
    sources: {},
    entities: aliases.map((text, i) => ({
      id: `e${i}`,
      type: 'place',
      name: text,
      summary: text,
      inArticle: [],
      facts: [],
      since: [],
      metrics: [],
      aliases: [{ text, lang: 'en' }],
      cues: [],
      antiCues: [],
      related: [],
    })),
  };
}

function alternationOf(aliases: readonly string[]): RegExp {
  const escaped = aliases.map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  escaped.sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

const scanAll = (blocks: readonly BlockInput[], gazetteer: Gazetteer): number => {
  let candidates = 0;
  for (const block of blocks) candidates += scanBlock(block, gazetteer).candidates.length;
  return candidates;
};

function detectPages(blocks: readonly BlockInput[], gazetteer: Gazetteer): number {
  let mentions = 0;
  for (let i = 0; i < blocks.length; i += BLOCKS_A_PAGE) {
    const page = blocks.slice(i, i + BLOCKS_A_PAGE);
    for (const found of detectBlocks(page, gazetteer, 'balanced')) mentions += found.length;
  }
  return mentions;
}

/** How cost grows with the number of aliases, on ordinary text. */
export function benchScaling(): Figure[] {
  const texts = ordinaryParagraphs(TEXT_UNITS);
  const blocks = toBlocks(texts);
  const sizes = SIZES.map((size) => ({
    name: `scan, ${size.toLocaleString('en')} aliases`,
    gazetteer: loadGazetteer(compileGazetteer([packOf(inventedAliases(size))])),
  }));
  return measure([
    { name: 'read every code unit (floor)', run: () => readUnits(texts) },
    ...sizes.map(({ name, gazetteer }) => ({ name, run: () => scanAll(blocks, gazetteer) })),
  ]);
}

/** The same aliases and text for detection and its peers. */
export function benchPeers(): Figure[] {
  const texts = ordinaryParagraphs(TEXT_UNITS / PEER_SHARE);
  const blocks = toBlocks(texts);
  const aliases = inventedAliases(PEER_ALIASES);
  const gazetteer = loadGazetteer(compileGazetteer([packOf(aliases)]));
  const alternation = alternationOf(aliases);
  const automaton = new AhoCorasick(aliases, { boundary: 'unicode' });
  return measure([
    { name: 'read every code unit (floor)', run: () => readUnits(texts) },
    { name: 'scan, 1,000 aliases', run: () => scanAll(blocks, gazetteer) },
    {
      name: 'RegExp alternation, 1,000 aliases',
      run: () => texts.map((text) => text.match(alternation)),
    },
    {
      name: 'modern-ahocorasick, 1,000 aliases',
      run: () => texts.map((text) => automaton.search(text, { strategy: 'leftmost-longest' })),
    },
  ]);
}

/**
 * The bundled pack, with everything that it takes.
 * @param full passages that are full of its names, the worst case.
 */
export function benchBundled(pack: Pack, full: readonly string[]): Figure[] {
  const data = compileGazetteer([pack], FIELDS);
  const gazetteer = loadGazetteer(data);
  const ordinary = ordinaryParagraphs(TEXT_UNITS);
  const ordinaryBlocks = toBlocks(ordinary);
  // One paragraph in ten is about what the pack knows, as on a news page that touches it.
  const mixed = toBlocks(
    ordinary.map((text, i) => (i % 10 === 0 ? (full[i % full.length] ?? text) : text)),
  );
  const fullBlocks: BlockInput[] = full.map((text) => ({ text, lang: null, role: 'text' }));
  return [
    ...measure([
      { name: 'read every code unit (floor)', run: () => readUnits(ordinary) },
      { name: 'scan, ordinary text', run: () => scanAll(ordinaryBlocks, gazetteer) },
      { name: 'scan and decide, a tenth about it', run: () => detectPages(mixed, gazetteer) },
    ]),
    ...measure([
      { name: 'read every code unit of the gold passages', run: () => readUnits(full) },
      { name: 'scan the gold passages', run: () => scanAll(fullBlocks, gazetteer) },
      { name: 'scan and decide the gold passages', run: () => detectPages(fullBlocks, gazetteer) },
      { name: 'make the gazetteer ready', run: () => loadGazetteer(data) },
    ]),
  ];
}
