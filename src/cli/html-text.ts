/** HTML -> blocks, with offsets into the HTML source. By tags alone: a file has no layout. */
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import type { BlockRole } from '../detection/types.ts';
import type { PlacedBlock } from './blocks.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
type TextNode = DefaultTreeAdapterMap['textNode'];

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that flow inside a line; every other one parts blocks, as browsers lay them out. */
const INLINE = set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s samp small span strike strong sub sup time tt u var wbr',
);
/** Content that is not prose: the page layer leaves the same out. */
const SKIPPED = set(
  'script style template noscript code pre kbd textarea input select option button svg math head iframe object nav footer rt rp',
);
const ROLES: Readonly<Record<string, BlockRole>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  title: 'heading',
  li: 'item',
  dt: 'item',
  td: 'cell',
  th: 'cell',
};

/** For each unit of a text node's value: where it begins and ends in the source. */
interface Places {
  starts: number[];
  ends: number[];
}

/** Lines up a text node's value with its source, where character references and CRLF are longer. */
function placesOf(value: string, source: string, offset: number): Places {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (starts.length < value.length && at < source.length) {
    let length = 1;
    let units = 1;
    const reference = source[at] === '&' ? /^&(?:#\w+|\w+);?/.exec(source.slice(at)) : null;
    if (reference) {
      const [node] = parseFragment(reference[0]).childNodes;
      const decoded = node && 'value' in node ? node.value : reference[0];
      if (decoded !== reference[0]) [length, units] = [reference[0].length, decoded.length];
    } else if (source.startsWith('\r\n', at)) length = 2;
    for (let i = 0; i < units; i++) {
      starts.push(offset + at);
      ends.push(offset + at + length);
    }
    at += length;
  }
  return { starts, ends };
}

/** Collects the text of one block while the tree is walked. */
class Collector {
  readonly blocks: PlacedBlock[] = [];
  readonly #html: string;
  #text = '';
  #starts: number[] = [];
  #ends: number[] = [];
  #role: BlockRole = 'text';
  #lang: string | null = null;

  constructor(html: string) {
    this.#html = html;
  }

  flush(): void {
    const [text, starts, ends] = [this.#text, this.#starts, this.#ends];
    if (text.trim() !== '') {
      this.blocks.push({
        input: { text, lang: this.#lang, role: this.#role },
        offsetOf: (at) => starts[at] ?? ends.at(-1) ?? 0,
        endOf: (at) => ends[at - 1] ?? starts[0] ?? 0,
      });
    }
    [this.#text, this.#starts, this.#ends] = ['', [], []];
  }

  #addText(node: TextNode): void {
    const location = node.sourceCodeLocation;
    if (!location) return;
    const source = this.#html.slice(location.startOffset, location.endOffset);
    const { starts, ends } = placesOf(node.value, source, location.startOffset);
    this.#starts.push(...starts);
    this.#ends.push(...ends);
    // Line breaks of the source are spaces; the length stays.
    this.#text += node.value.slice(0, starts.length).replace(/[\n\r\t]/g, ' ');
  }

  #addBreak(element: Element): void {
    const at = element.sourceCodeLocation?.startOffset ?? 0;
    this.#text += '\n';
    this.#starts.push(at);
    this.#ends.push(at);
  }

  walk(node: Node, lang: string | null, role: BlockRole): void {
    if ('value' in node) {
      [this.#lang, this.#role] = [lang, role];
      this.#addText(node);
      return;
    }
    if (!('childNodes' in node)) return;
    if (!('tagName' in node)) {
      for (const child of node.childNodes) this.walk(child, lang, role);
      return;
    }
    const { tagName, attrs } = node;
    if (tagName === 'br') this.#addBreak(node);
    const attribute = (name: string) => attrs.find((attr) => attr.name === name)?.value;
    const hidden = attribute('hidden') !== undefined || attribute('aria-hidden') === 'true';
    if (SKIPPED.has(tagName) || hidden || tagName === 'br') return;
    const inline = INLINE.has(tagName);
    if (!inline) this.flush();
    const childLang = attribute('lang') || lang;
    const childRole = ROLES[tagName] ?? (inline ? role : 'text');
    for (const child of node.childNodes) this.walk(child, childLang, childRole);
    if (!inline) {
      [this.#lang, this.#role] = [childLang, childRole];
      this.flush();
    }
  }
}

/** Blocks of an HTML document or fragment. */
export function htmlBlocks(html: string): PlacedBlock[] {
  const collector = new Collector(html);
  collector.walk(parse(html, { sourceCodeLocationInfo: true }), null, 'text');
  collector.flush();
  return collector.blocks;
}
