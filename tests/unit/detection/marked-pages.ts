/** Pages for tests of the bundled pack: what is to be marked stands in double brackets. */
import { describe, expect, it } from 'vitest';
import { gazetteerFrom } from '../../../src/cli/pages.ts';
import { detectBlocks } from '../../../src/detection/detect.ts';
import type { DetectionMode } from '../../../src/detection/types.ts';

const gazetteer = gazetteerFrom([]);

/** The blocks without brackets, and what stands in them as `block:start words`. */
export function readMarks(blocks: readonly string[]) {
  const texts: string[] = [];
  const expected: string[] = [];
  blocks.forEach((block, i) => {
    let text = '';
    block.split(/\[\[|\]\]/).forEach((part, j) => {
      if (j % 2 === 1) expected.push(`${i}:${text.length} ${part}`);
      text += part;
    });
    texts.push(text);
  });
  return { texts, expected };
}

/** What is marked on a page of these blocks, as `block:start words`. */
export function marksOf(texts: readonly string[], mode: DetectionMode, lang = 'en'): string[] {
  const found = detectBlocks(
    texts.map((text) => ({ text, lang, role: 'text' as const })),
    gazetteer,
    mode,
  );
  return found.flatMap((mentions, i) =>
    mentions.map(({ start, end }) => `${i}:${start} ${texts[i]?.slice(start, end)}`),
  );
}

/** Lines by language and by what they are about. */
export type LinesByLanguage = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Tests each line as a page of its own, in balanced. */
export function testLines(pages: LinesByLanguage): void {
  describe.each(Object.entries(pages))('in %s', (lang, lists) => {
    describe.each(Object.entries(lists))('%s', (_, lines) => {
      it.each(lines)('%s', (line) => {
        const { texts, expected } = readMarks([line]);
        expect(marksOf(texts, 'balanced', lang)).toEqual(expected);
      });
    });
  });
}
