/** One page on the command line: its blocks, and the mentions in them by their place in the file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { detectBlocks, type Gazetteer, loadGazetteer } from '../detection/detect.ts';
import type { DetectionMode, Mention } from '../detection/types.ts';
import { loadBundledPack } from '../packs/bundled/load.ts';
import { isWrittenSmall } from '../packs/common-words.ts';
import { compileGazetteer } from '../packs/compile.ts';
import { FIELDS } from '../packs/fields.ts';
import { formatProblem } from '../packs/problems.ts';
import { readGlossaryBytes } from '../packs/read-glossary.ts';
import type { PlacedBlock } from './blocks.ts';
import { htmlBlocks } from './html-text.ts';
import { today } from './pack-convert.ts';
import { plainTextBlocks } from './plain-text.ts';

export const MODES: readonly DetectionMode[] = ['strict', 'balanced', 'eager'];

/** A mention by its place in the file. */
export interface PlacedMention {
  readonly entity: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly mention: Mention;
}

/** Scores are printed with this many decimals. */
const SCORE_DIGITS = 3;
const round = (value: number) => Number(value.toFixed(SCORE_DIGITS));

function isHtml(name: string, content: string): boolean {
  return /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(content);
}

/** Blocks of a file's content, as HTML or plain text by its name or beginning. */
export function blocksOf(name: string, content: string, lang: string | null = null): PlacedBlock[] {
  return isHtml(name, content) ? htmlBlocks(content) : plainTextBlocks(content, lang);
}

/** Every mention of one page, in the order of the file. */
export function mentionsOf(
  content: string,
  blocks: readonly PlacedBlock[],
  gazetteer: Gazetteer,
  mode: DetectionMode,
): PlacedMention[] {
  const found = detectBlocks(
    blocks.map(({ input }) => input),
    gazetteer,
    mode,
  );
  return blocks.flatMap((block, i) =>
    (found[i] ?? []).map((mention) => {
      const start = block.offsetOf(mention.start);
      const end = block.endOf(mention.end);
      const { entity } = mention;
      return {
        entity,
        text: content.slice(start, end),
        start,
        end,
        score: round(mention.score),
        mention,
      };
    }),
  );
}

/**
 * The gazetteer of the bundled pack, or of the packs, or glossaries, in the files given.
 * @throws Error naming what is wrong with a file.
 */
export function gazetteerFrom(packFiles: readonly string[]): Gazetteer {
  if (packFiles.length === 0)
    return loadGazetteer(compileGazetteer([loadBundledPack()], FIELDS, isWrittenSmall));
  const packs = packFiles.map((file) => {
    const { pack, problems } = readGlossaryBytes(readFileSync(file), basename(file), today());
    if (problems) throw new Error(problems.map((p) => `${file}: ${formatProblem(p)}`).join('\n'));
    return pack;
  });
  return loadGazetteer(compileGazetteer(packs, FIELDS, isWrittenSmall));
}
