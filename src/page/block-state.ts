/** What has become of a block since it was read. */
import type { ReadBlock } from './blocks.ts';
import { asShown } from './source-space.ts';
import { isOutOfSight, isSeen, type Unfolded } from './visibility.ts';

/**
 * In UTF-16 units, and longer than what anybody writes in one paragraph: then to look whether a text is
 * seen costs less than to scan it.
 */
const LONG_TEXT = 100_000;

/** True for a piece of data that a page keeps in its markup where nobody sees it. */
export function isUnseenData({ parts, container }: ReadBlock): boolean {
  const [first] = parts;
  return first !== undefined && first.node.length > LONG_TEXT && !isSeen(container);
}

/** True while all of its text is in the page. */
export const isInPage = ({ parts }: ReadBlock): boolean =>
  parts.every(({ node }) => node.isConnected);

/** True while its text is seen, and nobody edits it. */
export function isReadable({ container }: ReadBlock, unfolded: Unfolded): boolean {
  if (container instanceof HTMLElement && container.isContentEditable) return false;
  return isSeen(container) && !isOutOfSight(container, unfolded);
}

/** True for the same text in the same nodes, read in the same way. */
export function isSame(a: ReadBlock, b: ReadBlock): boolean {
  return (
    a.text === b.text &&
    a.container === b.container &&
    a.role === b.role &&
    a.lang === b.lang &&
    a.furniture === b.furniture &&
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index];
      return part.node === other?.node && part.from === other.from;
    })
  );
}

/** True while the nodes still hold the text that was read. */
export function isTrue(block: ReadBlock): boolean {
  return block.parts.every(({ node, from, at, length }) =>
    isSameText(node.data.slice(from, from + length), block.text.slice(at, at + length)),
  );
}

/** True for what a node says and what was read of it. */
function isSameText(written: string, read: string): boolean {
  return written === read || asShown(written) === read;
}
