/** Plain text -> blocks: paragraphs where lines are only wrapped, else every line for itself. */
import type { BlockRole } from '../detection/types.ts';
import { type PlacedBlock, plainBlock } from './blocks.ts';

/** Lines this long that differ by no more than this are one paragraph, wrapped by an editor. */
const WRAPPED_LENGTH = 45;
const WRAPPED_SPREAD = 30;
/** A shorter line without a full stop stands as a heading or an item. */
const LONGEST_HEADING = 100;

function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1).map((line) => line.trimEnd().length);
  const longest = Math.max(...full);
  return (
    full.length > 0 &&
    (lines.at(-1) ?? '').trimEnd().length <= longest + WRAPPED_SPREAD &&
    Math.min(...full) >= Math.max(WRAPPED_LENGTH, longest - WRAPPED_SPREAD)
  );
}

function roleOf(line: string, lines: number): BlockRole {
  if (/^\s*(?:[-*•–]|\d+[.)])\s/.test(line)) return 'item';
  if (/[.!?。！？:;,]["'”’)]?\s*$/.test(line) || line.length > LONGEST_HEADING) return 'text';
  return lines > 1 ? 'item' : 'text';
}

/** Blocks of a plain text. Blank lines part paragraphs. */
export function plainTextBlocks(text: string, lang: string | null = null): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const push = (content: string, start: number, role: BlockRole) => {
    if (content.trim() !== '') blocks.push(plainBlock({ text: content, lang, role }, start));
  };
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)) {
    const [paragraph] = match;
    const lines = paragraph.split('\n');
    // Same length, so that offsets stay.
    if (isWrapped(lines)) push(paragraph.replaceAll('\n', ' '), match.index, 'text');
    else {
      let at = match.index;
      for (const line of lines) {
        push(line, at, roleOf(line, lines.length));
        at += line.length + 1;
      }
    }
  }
  return blocks;
}
