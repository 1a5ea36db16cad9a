/**
 * Blocks out of the DOM: the text of each block-level element as a reader sees it, across its inline
 * elements, with the way back from any offset to its Text node.
 *
 * One TreeWalker visits Text nodes only. Two neighbours belong to one block when the nearest
 * block-level element above them is the same; names tell which elements those are (kinds.ts), and
 * `prove` in proof.ts checks with computed styles where something was found.
 */
import type { BlockRole } from '../detection/types.ts';
import { jointBetween } from './joint.ts';
import type { TextPart } from './parts.ts';
import { isPlainText } from './plain-text.ts';
import { headingOf } from './sections.ts';
import type { IsOver } from './slices.ts';
import { asShown } from './source-space.ts';
import { type Outside, type Surrounding, surroundingsOf } from './surroundings.ts';
import { parentOf } from './tree.ts';
import type { Scope } from './types.ts';

export interface ReadBlock {
  /** Line breaks of the source are spaces in it, until they are proven to show (proof.ts). */
  readonly text: string;
  readonly parts: readonly TextPart[];
  /** The block-level element (the host, for text directly in a shadow root). */
  readonly container: Element;
  readonly lang: string | null;
  readonly role: BlockRole;
  readonly furniture: boolean;
  /**
   * The heading that the block stands under, or is; null before the first. Undefined where reading
   * began in the middle of a page and has met no heading yet.
   */
  readonly section: Element | null | undefined;
  /** Identifies one reading: its blocks come in the order of the page. */
  readonly reading: object;
}

/**
 * Longest text of a block, in UTF-16 code units: even packed with names, and in code that has not run
 * before, it is matched in about a millisecond, so a slice can stop in time. Real paragraphs are
 * shorter; whole books in one node are cut at a space.
 */
const MAX_BLOCK_LENGTH = 4096;

/** Text nodes between two looks at the clock. */
const BATCH = 64;

/** Where a text has to be cut, it is behind a sentence that ends within so many units before; else behind a word. */
const SENTENCE_WINDOW = 1024;
/** What a block gives to the next one of the same paragraph where there is no sentence to give: longer than any name. */
const LONGEST_NAME = 64;

/** U+FFFC: stands where something that is no prose (code, a control) keeps words apart. */
const OBJECT_MARK = '\uFFFC';
const NOT_SPACE = /\S/;
/** Codes up to this one are white space or controls. */
const SPACE_CODE = 0x20;

/** A block while it is being read. */
interface Draft extends ReadBlock {
  text: string;
  readonly parts: TextPart[];
  section: Element | null | undefined;
  aside: boolean;
}

function startDraft(info: Surrounding, reading: object, part: TextPart, text: string): Draft {
  const { container, lang, role, furniture, aside } = info;
  return { text, parts: [part], container, lang, role, furniture, aside, section: null, reading };
}

function isWordCode(code: number): boolean {
  return (
    code >= 0x80 ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/** Two line breaks with nothing between them that shows. */
const BLANK_LINE = /\n[^\S\n]*\n/g;

/** All up to the last end of a sentence, surely one: no name goes on behind it. */
const SENTENCES = /^[\s\S]*(?:[a-z]{3}[.!?]\s+(?=[A-Z])|[。！？])/;

/** Where the last sentence of a text begins; 0 where none begins near its end. */
function lastSentence(text: string): number {
  const from = Math.max(0, text.length - SENTENCE_WINDOW);
  const length = SENTENCES.exec(text.slice(from))?.[0].length ?? 0;
  return length > 0 ? from + length : 0;
}

/**
 * Where to cut a text: behind the last sentence or white space that leaves a block of usual length; text
 * without markup also behind its first blank line, where its paragraphs end.
 */
function cutPoint(data: string, from: number, isPlain: boolean): number {
  const end = from + MAX_BLOCK_LENGTH;
  const piece = data.slice(from, end);
  if (isPlain) {
    BLANK_LINE.lastIndex = piece.search(NOT_SPACE);
    if (BLANK_LINE.test(piece)) return from + BLANK_LINE.lastIndex;
  }
  if (data.length <= end) return data.length;
  const space = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n'));
  const length = lastSentence(piece) || space + 1;
  if (length > 1) return from + length;
  // No space in all of it (Chinese, data): never between the halves of a surrogate pair.
  const code = data.charCodeAt(end);
  return code >= 0xdc00 && code <= 0xdfff ? end - 1 : end;
}

/** Reads a scope block by block, in the order of the document. */
export interface BlockReader {
  /** The next block; null when the slice is over before there is one, or the scope has been read. */
  next(isOver: IsOver): ReadBlock | null;
  /** True when the scope has been read. */
  readonly isDone: boolean;
  /** True for what begins before the place where reading is. */
  hasPassed(node: Node): boolean;
  /** Call when other code may run between two calls of `next`. */
  pause(): void;
  /**
   * Call before `next` after a pause: the page may have taken away the place where reading stopped.
   * @returns false when some blocks will come a second time
   */
  resume(): boolean;
}

/**
 * Made of closures, not of private members: every page runs this code cold, where that is cheaper.
 * @param scope what to read; a block that begins before it or ends behind it is read whole
 * @param outside what other readings have found to be around their scopes
 */
export function readBlocks(scope: Scope, outside: Outside = new Map()): BlockReader {
  const root = scope.getRootNode();
  const surroundings = surroundingsOf(scope, outside);
  const around = surroundings.of;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = scope;
  const ready: ReadBlock[] = [];
  const isPlain = isPlainText();
  const isWhole = scope === document.body || scope instanceof ShadowRoot;
  let run: Draft | null = null;
  let aside: Draft | null = null;
  /** White space or an object seen since the last text, to go between it and the next. */
  let gap = '';
  let path: Node[] = [];
  /**
   * What is left of a Text node that is longer than a block. Its text is kept, since Firefox copies it
   * each time it is asked for; if it changes meanwhile it is read again anyway.
   */
  let rest: {
    readonly info: Surrounding;
    readonly node: Text;
    readonly data: string;
    readonly from: number;
  } | null = null;
  let ended = false;
  let section: Element | null | undefined = scope === document.body ? null : undefined;
  const reading = {};
  /** Neighbours mostly have the same parent. */
  let lastParent: Node | null = null;
  let lastInfo: Surrounding | null = null;
  /** Where reading starts, once that is known: the block around the scope's first text is read whole. */
  let isStanding = false;
  let first: Node | null = null;

  /** Goes to where reading starts. @returns false when the slice was over before */
  function goToStart(isOver: IsOver): boolean {
    if (!surroundings.prepare(isOver)) return false;
    isStanding = true;
    if (isWhole) return true;
    if (!first) {
      walker.currentNode = scope;
      first = scope instanceof Text ? scope : walker.nextNode();
      if (!first) {
        walker.currentNode = scope;
        return true;
      }
    }
    const { container } = around(first.parentNode ?? scope);
    for (let count = 1; ; count++) {
      const previous = walker.previousNode();
      if (!previous?.parentNode || !container.contains(previous)) break;
      const info = around(previous.parentNode);
      if (info.skip === null && !info.aside && info.container !== container) break;
      first = previous;
      isStanding = count % BATCH !== 0 || !isOver();
      if (!isStanding) return false;
    }
    // To stand before a Text node is to stand on what comes before it in the tree.
    const { previousSibling, parentNode } = first;
    walker.currentNode = previousSibling ? lastInside(previousSibling) : (parentNode ?? scope);
    return true;
  }

  function step(): void {
    if (rest) {
      if (run) finish(run);
      run = cut(rest);
      return;
    }
    const node = walker.nextNode() as Text | null;
    if (!node) {
      end();
      return;
    }
    const { data } = node;
    if (!(data.charCodeAt(0) > SPACE_CODE) && !NOT_SPACE.test(data)) {
      if (gap === '') gap = ' ';
      return;
    }
    // Another block, behind the scope: what holds for it need not be known.
    if (!isWhole && run && !run.container.contains(node) && isBehind(node)) {
      end();
      return;
    }
    const parent = node.parentNode ?? scope;
    const info = parent === lastParent && lastInfo ? lastInfo : around(parent);
    lastParent = parent;
    lastInfo = info;
    if (info.skip !== null) {
      if (info.skip === 'object') gap = OBJECT_MARK;
    } else if (info.aside) {
      aside = append(aside, info, node, asShown(data));
    } else if (!isWhole && run?.container !== info.container && isBehind(node)) {
      end();
    } else {
      run = append(run, info, node, isPlain ? data : asShown(data));
      gap = '';
    }
  }

  function append(open: Draft | null, info: Surrounding, node: Text, data: string): Draft {
    const { length } = data;
    let begun: Begun | null = null;
    if (open) {
      if (open.container === info.container) {
        const separator = gap || jointTo(open, node, data);
        if (separator !== null && !isPlain && open.text.length + length <= MAX_BLOCK_LENGTH) {
          open.text += separator;
          open.parts.push({ node, from: 0, at: open.text.length, length });
          open.text += data;
          return open;
        }
        if (separator === '') begun = takeBegun(open);
      }
      finish(open);
    }
    const fits = length <= MAX_BLOCK_LENGTH && !isPlain;
    const next = fits ? draft(info, node, 0, data) : cut({ info, node, data, from: 0 });
    return begun ? behind(begun, next) : next;
  }

  function draft(info: Surrounding, node: Text, from: number, text: string): Draft {
    return startDraft(info, reading, { node, from, at: 0, length: text.length }, text);
  }

  function finish(done: Draft): void {
    if (done.role === 'heading') section = headingOf(done.container);
    done.section = section;
    ready.push(done);
  }

  /** One piece of a long text; the next step takes the next. */
  function cut({ info, node, data, from }: NonNullable<typeof rest>): Draft {
    const to = cutPoint(data, from, isPlain);
    const piece = draft(info, node, from, data.slice(from, to));
    rest = to < data.length ? { info, node, data, from: to } : null;
    return piece;
  }

  function isBehind(node: Text): boolean {
    if (scope.contains(node)) return false;
    const where = scope.compareDocumentPosition(node);
    return (where & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }

  function end(): void {
    ended = true;
    if (aside) finish(aside);
    if (run) finish(run);
    aside = null;
    run = null;
  }

  return {
    next(isOver) {
      if (!isStanding && !goToStart(isOver)) return null;
      for (let steps = 1; ready.length === 0 && !ended; steps++) {
        step();
        if (steps % BATCH === 0 && isOver()) break;
      }
      return ready.shift() ?? null;
    },
    get isDone() {
      return ended && ready.length === 0;
    },
    hasPassed(node) {
      const where = walker.currentNode.compareDocumentPosition(node);
      return isStanding && (where & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    },
    pause() {
      path = [];
      for (let node: Node | null = walker.currentNode; node; node = parentOf(node)) {
        path.push(node);
      }
    },
    resume() {
      const standing = path.find((node) => root.contains(node));
      if (!standing || !scope.isConnected) {
        ended = true;
        return true;
      }
      lastParent = null;
      if (standing === path[0]) return true;
      // Reads the rest of the nearest element that still stands again: better twice than never.
      walker.currentNode = standing;
      isStanding = true;
      rest = null;
      run = null;
      aside = null;
      return false;
    },
  };
}

/** What the next Text node goes on with. */
interface Begun {
  readonly text: string;
  readonly part: TextPart;
}

/**
 * Takes the last sentence or words off a block that the next Text node continues: parsers end a Text node after 65,536
 * units, wherever in a name or a word that is.
 * @returns null where nothing is begun, no white space tells where to begin, or the beginning is in another Text node
 */
function takeBegun(open: Draft): Begun | null {
  const last = open.parts.at(-1);
  const begin = lastSentence(open.text) || open.text.indexOf(' ', open.text.length - LONGEST_NAME);
  const text = open.text.slice(begin);
  // A text that ends with its sentence gives nothing.
  if (!last || begin <= last.at || text === '') return null;
  const kept = begin - last.at;
  open.text = open.text.slice(0, begin);
  open.parts[open.parts.length - 1] = { ...last, length: kept };
  const part = { node: last.node, from: last.from + kept, at: 0, length: text.length };
  return { text, part };
}

function behind({ text, part }: Begun, block: Draft): Draft {
  const parts = block.parts.map((each) => ({ ...each, at: each.at + text.length }));
  return { ...block, text: text + block.text, parts: [part, ...parts] };
}

/** What stands between two pieces of text; asked of the DOM only where letters touch. */
function jointTo(open: Draft, node: Text, data: string): string | null {
  const last = open.parts.at(-1);
  if (!last || !isWordCode(data.charCodeAt(0))) return '';
  // Not from the text so far: that would make the engine copy it together at each piece.
  const code = last.node.data.charCodeAt(last.from + last.length - 1);
  return isWordCode(code) ? jointBetween(last.node, node, open.container) : '';
}

function lastInside(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}
