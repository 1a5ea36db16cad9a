/**
 * Gold passages as pages have them: several to a page, their source wrapped and indented, words in inline
 * elements. What is found through the page's own blocks has to be what the command line finds, by whose figures
 * detection is judged (tests/eval).
 */
import { expect, test } from 'vitest';
import { plainTextBlocks } from '../../../src/cli/plain-text.ts';
import {
  decideBlock,
  detectBlocks,
  loadGazetteer,
  PageEvidence,
  scanBlock,
} from '../../../src/detection/detect.ts';
import { readGazetteerData } from '../../../src/packs/gazetteer.generated.ts';
import { type ReadBlock, readBlocks } from '../../../src/page/blocks.ts';
import dev from '../../eval/dev.jsonl?raw';
import gold from '../../eval/gold.jsonl?raw';

interface Passage {
  readonly text: string;
  readonly lang?: string;
}

const TOGETHER = 7;
/** As editors and generators wrap their source. */
const COLUMNS = 60;
const INDENT = '\n      ';
/** Every so many words one is in an element of its own. */
const INLINE = 6;

const gazetteer = loadGazetteer(readGazetteerData());

const passagesOf = (lines: string): Passage[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Passage => JSON.parse(line));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The source of a text: wrapped, with words in elements. */
function sourceOf(text: string): string {
  let column = 0;
  return text
    .split(' ')
    .map((word, i) => {
      column += word.length + 1;
      const joint = i === 0 ? '' : column > COLUMNS ? INDENT : ' ';
      if (joint === INDENT) column = word.length;
      const isInline = i % INLINE === INLINE - 1 && word !== '';
      return joint + (isInline ? `<em>${escaped(word)}</em>` : escaped(word));
    })
    .join('');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ');

function byCommandLine(page: readonly Passage[]): string[] {
  const blocks = page.flatMap(({ text, lang }) =>
    plainTextBlocks(text, lang ?? null).map(({ input }) => input),
  );
  return detectBlocks(blocks, gazetteer, 'balanced').flatMap((mentions, i) =>
    mentions.map(
      ({ entity, start, end }) => `${tidy(blocks[i]?.text.slice(start, end) ?? '')} -> ${entity}`,
    ),
  );
}

function byPage(page: readonly Passage[]): string[] {
  document.body.innerHTML = page
    .map(({ text, lang }) => {
      const blocks = plainTextBlocks(text, lang ?? null).map(({ input }) =>
        input.role === 'item'
          ? `<ul>\n  <li>${sourceOf(input.text)}</li>\n</ul>`
          : `<p>${sourceOf(input.text)}</p>`,
      );
      return `<div lang="${lang ?? ''}">${blocks.join('\n')}</div>`;
    })
    .join('\n');
  const reader = readBlocks(document.body);
  const blocks: ReadBlock[] = [];
  while (!reader.isDone) {
    const block = reader.next(() => false);
    if (block) blocks.push(block);
  }
  const evidence = new PageEvidence(gazetteer);
  const scans = blocks.map((block) => scanBlock(block, gazetteer));
  for (const scan of scans) evidence.add(scan);
  return scans.flatMap((scan, i) =>
    decideBlock(scan, evidence, 'balanced').map(
      ({ entity, start, end }) => `${tidy(blocks[i]?.text.slice(start, end) ?? '')} -> ${entity}`,
    ),
  );
}

test.each([
  ['dev', dev, 300],
  ['gold', gold, 1100],
])('the passages of %s, wrapped and seven to a page', (_, lines, least) => {
  const all = passagesOf(lines);
  let found = 0;
  for (let i = 0; i < all.length; i += TOGETHER) {
    const page = all.slice(i, i + TOGETHER);
    const expected = byCommandLine(page);
    expect(byPage(page)).toEqual(expected);
    found += expected.length;
  }
  expect(found).toBeGreaterThan(least);
});
