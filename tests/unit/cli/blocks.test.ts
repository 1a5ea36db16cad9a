import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedBlock } from '../../../src/cli/blocks.ts';
import { htmlBlocks } from '../../../src/cli/html-text.ts';
import { plainTextBlocks } from '../../../src/cli/plain-text.ts';

const texts = (blocks: readonly PlacedBlock[]) => blocks.map(({ input }) => input.text);

/** The file's text of a block's words, by the block's own places. */
function source(file: string, blocks: readonly PlacedBlock[], words: string): string {
  const block = blocks.find(({ input }) => input.text.includes(words));
  const at = block?.input.text.indexOf(words) ?? -1;
  return block ? file.slice(block.offsetOf(at), block.endOf(at + words.length)) : '';
}

describe('plain text', () => {
  it('parts paragraphs at blank lines', () => {
    expect(texts(plainTextBlocks('One.\n\nTwo.\n \nThree.\n'))).toEqual(['One.', 'Two.', 'Three.']);
  });

  it('joins lines that an editor wrapped', () => {
    const text =
      'The first line of a paragraph that was wrapped at\nsome width, so that the Paris\nAgreement';
    const wrapped =
      'The first line of a paragraph that was wrapped at the Paris\nAgreement by an editor, and which goes on for some words';
    expect(texts(plainTextBlocks(wrapped))).toEqual([wrapped.replace('\n', ' ')]);
    expect(plainTextBlocks(text)).toHaveLength(3);
  });

  it('takes the lines of a list one by one, with their roles', () => {
    const blocks = plainTextBlocks('Contents\n1. Methane\n- Coal\nA sentence, ending here.');
    expect(blocks.map(({ input }) => input.role)).toEqual(['item', 'item', 'item', 'text']);
  });

  it('places every character where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'Bc. ', '\n', '\n\n', ' ', 'é', '😀')), (parts) => {
        const text = parts.join('');
        for (const block of plainTextBlocks(text)) {
          const { length } = block.input.text;
          const slice = text.slice(block.offsetOf(0), block.endOf(length));
          expect(slice.replaceAll('\n', ' ')).toBe(block.input.text.replaceAll('\n', ' '));
        }
      }),
    );
  });
});

describe('HTML', () => {
  it('joins inline elements and parts blocks', () => {
    const html = '<p>The <b>Paris</b> <i>Agree</i>ment</p><p>Two</p>tail';
    expect(texts(htmlBlocks(html))).toEqual(['The Paris Agreement', 'Two', 'tail']);
  });

  it('leaves out what is no prose', () => {
    const html =
      '<nav>a</nav><script>b</script><p>c<code>d</code><textarea>e</textarea></p><p hidden>f</p><svg><text>g</text></svg>';
    expect(texts(htmlBlocks(html))).toEqual(['c']);
  });

  it('knows language and role of each block', () => {
    const html =
      '<html lang="en"><h1>A</h1><p lang="fr">B <span>C</span></p><ul><li>D</ul><table><tr><td>E</table>';
    expect(
      htmlBlocks(html).map(({ input }) => `${input.lang} ${input.role} ${input.text}`),
    ).toEqual(['en heading A', 'fr text B C', 'en item D', 'en cell E']);
  });

  it('gives offsets into the source, past tags, references and line ends', () => {
    const html =
      '<p>Loss &amp; <b>damage</b>\r\nin Nestl&eacute;&#8217;s &copy; <!-- no --> Hong&nbsp;Kong</p>';
    const blocks = htmlBlocks(html);
    expect(texts(blocks)[0]).toContain('Loss & damage in Nestlé’s ©');
    expect(source(html, blocks, 'Loss & damage')).toBe('Loss &amp; <b>damage');
    expect(source(html, blocks, 'Nestlé')).toBe('Nestl&eacute;');
    expect(source(html, blocks, 'Hong\u00a0Kong')).toBe('Hong&nbsp;Kong');
  });

  it('takes a line break for one', () => {
    expect(texts(htmlBlocks('<p>a<br>b</p>'))).toEqual(['a\nb']);
  });
});
