/** Line breaks: those of the source, which show as spaces, and those that a reader sees. */
import { expect, test } from 'vitest';
import {
  createDetector,
  decideBlock,
  loadGazetteer,
  type PageEvidence,
} from '../../../src/detection/detect.ts';
import { readGazetteerData } from '../../../src/packs/gazetteer.generated.ts';
import { readBlocks } from '../../../src/page/blocks.ts';
import { prove } from '../../../src/page/proof.ts';
import { element, marks, open, until } from './harness.ts';

/** Texts of all blocks of the body as they are read, and as they are proven where they name something. */
function textsOf(html: string): { read: string; proven: string }[] {
  document.body.innerHTML = html;
  const reader = readBlocks(document.body);
  const texts: { read: string; proven: string }[] = [];
  while (!reader.isDone) {
    const block = reader.next(() => false);
    if (!block) continue;
    const [proven] = prove(block, [{ start: 0, end: block.text.length }], new Set());
    texts.push({ read: block.text, proven: proven?.text ?? '' });
  }
  return texts;
}

test('lines of the source are spaces, unit for unit', () => {
  const [text] = textsOf('<p>a plumber named Patrick\n\tFord told <b>the\ncourt</b></p>');
  expect(text?.read).toBe('a plumber named Patrick  Ford told the court');
  expect(text?.proven).toBe(text?.read);
});

test('a line break that the page asks for stays one', () => {
  const [text] = textsOf('<p>No. 4<br>Ford Road</p>');
  expect(text?.read).toBe('No. 4\nFord Road');
});

test.each(['pre-wrap', 'pre-line', 'break-spaces', 'pre'])('lines show in %s', (space) => {
  const [text] = textsOf(
    `<p style="white-space:${space}">One\nFord Road <span style="white-space:normal">and\nmore</span></p>`,
  );
  expect(text?.proven).toBe('One\nFord Road and more');
});

test('a name across lines of a deeply indented source is one name', async () => {
  const indented = `\n${' '.repeat(40)}`;
  await open(`<p>The Inflation${indented}Reduction${indented}<i>Act</i> of 2022</p>`);
  expect(marks().map((text) => text.replace(/\s+/g, ' '))).toEqual(['Inflation Reduction Act']);
});

test('marks in wrapped text stay when text beside it changes', async () => {
  const { scanned } = await open('<p id="p">In\nChina <b id="b">1</b></p><p>CATL</p>');
  (element('#b').firstChild as Text).data = '2';
  await until(() => scanned.includes('In China 2'));
  await until(() => marks().includes('China'));
  expect(marks()).toEqual(['China', 'CATL']);
});

test('wrapping a paragraph changes nothing that is found in it', () => {
  const detector = createDetector(loadGazetteer(readGazetteerData()));
  const found = (html: string) => {
    document.body.innerHTML = html;
    const block = readBlocks(document.body).next(() => false);
    if (!block) throw new Error('no text');
    const scan = detector.scan(block);
    const evidence = detector.evidence() as PageEvidence;
    evidence.add(scan);
    return decideBlock(scan, evidence, 'balanced').map(({ entity, start }) => [entity, start]);
  };
  const words = [
    'In China, a plumber named Patrick',
    'Ford told the court that he had never seen the letter',
    'and had no reason to lie.',
  ];
  const wrapped = words.join('\n');
  expect(found(`<p>${wrapped}</p>`)).toEqual(found(`<p>${words.join(' ')}</p>`));
  expect(found(`<p>${wrapped}</p>`).map(([entity]) => entity)).toEqual(['china']);
});
