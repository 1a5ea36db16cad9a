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
import { kindByDisplay, kindByName } from './kinds.ts';
import { readSpecial, SPECIAL, type Special } from './special.ts';
import { isClippedAway, isSeen } from './visibility.ts';

/** A piece of a Text node within a block's text. */
export interface TextPart {
  readonly node: Text;
  /** Where the piece starts in the node's data, in UTF-16 code units. */
  readonly from: number;
  /** Where it starts in the block's text. */
  readonly at: number;
  readonly length: number;
}

export interface ReadBlock {
  readonly text: string;
  readonly parts: readonly TextPart[];
  /** The block-level element (the host, for text directly in a shadow root). */
  readonly container: Element;
  readonly lang: string | null;
  readonly role: BlockRole;
  readonly furniture: boolean;
}

/** A place in the DOM. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/** What can be read: a document's body, an open shadow root, or any element or text in one. */
export type Scope = Element | ShadowRoot | Text;

/**
 * Longest text of a block, in UTF-16 code units: matching it takes well under a millisecond, so a
 * slice can stop in time. Real paragraphs are far shorter; whole books in one node are cut at a space.
 */
export const MAX_BLOCK_LENGTH = 16_384;

/** U+FFFC: stands where something that is no prose (code, a control) keeps words apart. */
const OBJECT_MARK = '\uFFFC';
const NOT_SPACE = /\S/;

interface Info {
  readonly container: Element;
  readonly skip: 'gone' | 'object' | null;
  readonly lang: string | null;
  readonly role: BlockRole;
  readonly furniture: boolean;
  /** Set for a hidden inline element: its text is a block of its own beside the text around it. */
  readonly aside: boolean;
}

const ROLES = new Map<string, BlockRole>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'item'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
]);

/** Text of one block while it is being read. */
class Run {
  readonly info: Info;
  readonly parts: TextPart[] = [];
  text = '';
  last: Text | null = null;
  constructor(info: Info) {
    this.info = info;
  }

  push(node: Text, from: number, data: string, separator: string): void {
    this.text = this.last === null ? data : this.text + separator + data;
    this.parts.push({ node, from, at: this.text.length - data.length, length: data.length });
    this.last = node;
  }

  finish(): ReadBlock {
    const { container, lang, role, furniture } = this.info;
    return { text: this.text, parts: this.parts, container, lang, role, furniture };
  }
}

function isWordCode(code: number): boolean {
  return (
    code >= 0x80 ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a)
  );
}

/** Where to cut a text that is too long: behind the last white space that leaves something. */
function cutPoint(data: string, from: number): number {
  const end = from + MAX_BLOCK_LENGTH;
  if (data.length <= end) return data.length;
  const space = Math.max(data.lastIndexOf(' ', end), data.lastIndexOf('\n', end));
  if (space > from) return space + 1;
  // No space in all of it (Chinese, data): never between the halves of a surrogate pair.
  const code = data.charCodeAt(end);
  return code >= 0xdc00 && code <= 0xdfff ? end - 1 : end;
}

/** What is known of elements while a piece of the page is read. */
export class Surroundings {
  readonly #infos = new Map<Node, Info>();
  readonly #scope: Node;
  readonly #inScope: Set<Element>;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#inScope = new Set(scope instanceof Text ? [] : scope.querySelectorAll(SPECIAL));
    if (scope instanceof Element && scope.matches(SPECIAL)) this.#inScope.add(scope);
  }

  /** What holds for text directly in `parent`. */
  of(parent: Node): Info {
    const known = this.#infos.get(parent);
    if (known) return known;
    if (!(parent instanceof Element)) return this.#root(parent);
    const special = this.#special(parent);
    const kind = this.#kind(parent);
    if (kind === 'inline' && special === null) {
      // Not remembered: most inline elements hold one Text node, and are asked about once.
      return parent.parentNode ? this.of(parent.parentNode) : this.#root(parent);
    }
    const info = this.#make(parent, kind, special);
    this.#infos.set(parent, info);
    return info;
  }

  #make(element: Element, kind: 'block' | 'inline' | 'gone' | 'object', special: Special | null) {
    const outer = element.parentNode ? this.of(element.parentNode) : this.#root(element);
    if (outer.skip === 'object' || outer.skip === 'gone') return outer;
    const skip = kind === 'gone' || kind === 'object' ? kind : (special?.skip ?? null);
    if (skip) return { ...outer, skip };
    const aside = kind === 'inline' && special?.maybeHidden === true && isHidden(element);
    if (kind === 'inline' && !aside) {
      return special?.furniture ? { ...outer, furniture: true } : outer;
    }
    const own = special?.role ?? ROLES.get(element.localName);
    return {
      container: element,
      skip: null,
      lang: special?.lang ?? outer.lang,
      role: own ?? (outer.role === 'heading' ? 'heading' : 'text'),
      furniture: outer.furniture || special?.furniture === true,
      aside,
    };
  }

  #kind(element: Element) {
    return kindByName(element.localName) ?? kindByDisplay(getComputedStyle(element).display);
  }

  #special(element: Element): Special | null {
    const found =
      this.#inScope.has(element) || (!this.#scope.contains(element) && element.matches(SPECIAL));
    return found ? readSpecial(element) : null;
  }

  /** Text directly in a shadow root takes over what holds around its host. */
  #root(node: Node): Info {
    const known = this.#infos.get(node);
    if (known) return known;
    const host = node instanceof ShadowRoot ? node.host : null;
    const outer = host ? this.of(host) : null;
    const info: Info = {
      container: host ?? node.ownerDocument?.documentElement ?? document.documentElement,
      skip: outer?.skip ?? null,
      lang: outer?.lang ?? null,
      role: outer?.role ?? 'text',
      furniture: outer?.furniture ?? false,
      aside: false,
    };
    this.#infos.set(node, info);
    return info;
  }
}

function isHidden(element: Element): boolean {
  return !isSeen(element) || isClippedAway(element);
}

/** Reads a scope block by block, in the order of the document. */
export class BlockReader {
  readonly #scope: Scope;
  readonly #walker: TreeWalker;
  readonly #surroundings: Surroundings;
  readonly #ready: ReadBlock[] = [];
  #run: Run | null = null;
  #aside: Run | null = null;
  /** White space or an object seen since the last text, to go between it and the next. */
  #gap = '';
  #path: Node[] = [];
  #ended = false;

  /**
   * @param scope what to read; a block that begins before it or ends behind it is read whole.
   */
  constructor(scope: Scope) {
    this.#scope = scope;
    this.#surroundings = new Surroundings(scope);
    this.#walker = document.createTreeWalker(scope.getRootNode(), NodeFilter.SHOW_TEXT);
    this.#walker.currentNode = this.#before(scope);
  }

  /** The next block, or null when the scope has been read. */
  next(): ReadBlock | null {
    while (this.#ready.length === 0 && !this.#ended) this.#step();
    return this.#ready.shift() ?? null;
  }

  /** Call when other code may run between two calls of `next`. */
  pause(): void {
    this.#path = [];
    for (let node: Node | null = this.#walker.currentNode; node; node = node.parentNode) {
      this.#path.push(node);
    }
  }

  /** Call before `next` after a pause: the page may have taken away the place where reading stopped. */
  resume(): void {
    const root = this.#scope.getRootNode();
    const standing = this.#path.find((node) => root.contains(node)) ?? null;
    if (!standing || !this.#scope.isConnected) {
      this.#ended = true;
      return;
    }
    if (standing === this.#path[0]) return;
    // Reads the rest of the nearest element that still stands again: once more is better than not.
    this.#walker.currentNode = standing;
    this.#run = null;
    this.#aside = null;
  }

  /** The node behind which reading starts: the block around the scope's first text is read whole. */
  #before(scope: Scope): Node {
    this.#walker.currentNode = scope;
    if (scope instanceof ShadowRoot) return scope;
    let first = scope instanceof Text ? scope : this.#walker.nextNode();
    if (!first) return scope;
    const { container } = this.#surroundings.of(first.parentNode ?? scope);
    for (;;) {
      const previous = this.#walker.previousNode();
      if (!previous?.parentNode || !container.contains(previous)) break;
      const info = this.#surroundings.of(previous.parentNode);
      if (info.skip === null && !info.aside && info.container !== container) break;
      first = previous;
    }
    this.#walker.currentNode = first;
    // To stand before a Text node is to stand on what comes before it in the tree.
    return first.previousSibling ? lastInside(first.previousSibling) : (first.parentNode ?? scope);
  }

  #step(): void {
    const node = this.#walker.nextNode();
    if (!(node instanceof Text)) {
      this.#end();
      return;
    }
    const data = node.data;
    if (!NOT_SPACE.test(data)) {
      if (this.#gap === '') this.#gap = ' ';
      return;
    }
    const info = this.#surroundings.of(node.parentNode ?? this.#scope);
    if (info.skip !== null) {
      if (info.skip === 'object') this.#gap = OBJECT_MARK;
      return;
    }
    if (info.aside) {
      this.#aside = this.#append(this.#aside, info, node, data);
      return;
    }
    if (this.#run?.info.container !== info.container && this.#isBehind(node)) {
      this.#end();
      return;
    }
    this.#run = this.#append(this.#run, info, node, data);
    this.#gap = '';
  }

  #append(open: Run | null, info: Info, node: Text, data: string): Run {
    let run = open;
    if (run && run.info.container === info.container && run.last) {
      const separator = this.#gap || this.#joint(run, node, data);
      if (separator !== null) {
        if (run.text.length + data.length <= MAX_BLOCK_LENGTH) {
          run.push(node, 0, data, separator);
          return run;
        }
      }
    }
    if (run) this.#ready.push(run.finish());
    run = new Run(info);
    let from = 0;
    for (let to = cutPoint(data, 0); to < data.length; to = cutPoint(data, from)) {
      run.push(node, from, data.slice(from, to), '');
      this.#ready.push(run.finish());
      run = new Run(info);
      from = to;
    }
    run.push(node, from, from === 0 ? data : data.slice(from), '');
    return run;
  }

  /** What stands between two touching pieces of text; asked of the DOM only where letters touch. */
  #joint(run: Run, node: Text, data: string): string | null {
    const touching =
      run.last !== null &&
      isWordCode(run.text.charCodeAt(run.text.length - 1)) &&
      isWordCode(data.charCodeAt(0));
    return touching && run.last ? jointBetween(run.last, node, run.info.container) : '';
  }

  #isBehind(node: Text): boolean {
    if (this.#scope instanceof ShadowRoot || this.#scope.contains(node)) return false;
    const where = this.#scope.compareDocumentPosition(node);
    return (where & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }

  #end(): void {
    this.#ended = true;
    if (this.#aside) this.#ready.push(this.#aside.finish());
    if (this.#run) this.#ready.push(this.#run.finish());
    this.#aside = null;
    this.#run = null;
  }
}

function lastInside(node: Node): Node {
  let last = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

/** The part that holds an offset of the block's text; between parts, the one before it. */
function partAt(parts: readonly TextPart[], offset: number): TextPart | null {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return parts[low] ?? null;
}

/**
 * The places in the DOM where a span of a block's text starts and ends.
 * @param start offset of its first code unit @param end offset behind its last one
 */
export function pointsOf(
  block: ReadBlock,
  start: number,
  end: number,
): [TextPoint, TextPoint] | null {
  const first = partAt(block.parts, start);
  const last = partAt(block.parts, end - 1);
  if (!first || !last) return null;
  return [
    { node: first.node, offset: first.from + start - first.at },
    { node: last.node, offset: last.from + end - last.at },
  ];
}
