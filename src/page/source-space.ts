/**
 * White space of a page's source. Outside of preformatted text browsers show a line break or a tab as a
 * space; what it means to a reader (the end of a line, of a heading, of a sentence) it means only where it shows.
 */
import type { ReadBlock } from './blocks.ts';

const SOURCE_SPACE = /[\t\n\f\r]/g;
/** Values of `white-space-collapse` with which line breaks do not show. */
const ON_ONE_LINE = ['collapse', 'preserve-spaces'];

/** Text of a node with white space as it usually shows: unit for unit, so that offsets stay. */
export function asShown(data: string): string {
  // Two native searches, where the expression would have to be made first: most texts have neither.
  if (data.indexOf('\n') < 0 && data.indexOf('\t') < 0) return data;
  return data.replace(SOURCE_SPACE, ' ');
}

/**
 * The block with its line breaks where its style lets them show. Asked of blocks in which something was
 * found: it takes computed styles.
 */
export function withShownLines(block: ReadBlock): ReadBlock {
  let { text } = block;
  for (const { node, from, at, length } of block.parts) {
    const written = node.data.slice(from, from + length);
    if (written === block.text.slice(at, at + length)) continue;
    if (keepsLines(node.parentElement ?? block.container)) {
      text = text.slice(0, at) + written + text.slice(at + length);
    }
  }
  return text === block.text ? block : { ...block, text };
}

function keepsLines(element: Element): boolean {
  return !ON_ONE_LINE.includes(getComputedStyle(element).getPropertyValue('white-space-collapse'));
}
