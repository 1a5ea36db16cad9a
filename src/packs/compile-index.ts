/** Builds the trie and its tables (see gazetteer-data.ts) from phrases that are already tokens. */
import type { PhraseToken } from '../text/tokens.ts';
import type { Numbers } from './gazetteer-data.ts';
import { addPlaces, buildFilter } from './word-filter.ts';

/** Bits of a number of `ends`. */
const WORD_BITS = 32;

/** The narrowest array that holds all of `values`. */
export function narrow(values: readonly number[]): Numbers {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most <= 0xff) return Uint8Array.from(values);
  return most <= 0xffff ? Uint16Array.from(values) : Uint32Array.from(values);
}

/** A node while the trie grows; words are numbered as they come. */
interface Node {
  readonly word: number;
  readonly children: Map<number, Node>;
  /** What the caller knows the phrase by that ends here; -1 where none does. */
  phrase: number;
}

const newNode = (word: number): Node => ({ word, children: new Map(), phrase: -1 });

export interface TrieArrays {
  filter: Numbers;
  childCounts: Numbers;
  nodeWords: Numbers;
  ends: Numbers;
  wordLengths: Numbers;
}

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & (WORD_BITS - 1)));
}

/** Collects phrases; equal phrases are one. */
export class TrieBuilder {
  readonly #root = newNode(-1);
  /** Word -> its number, in the order of coming. */
  readonly #words = new Map<string, number>();
  /** Of the phrases, in the filter. */
  readonly #places = new Set<number>();
  #phrases = 0;

  /** Adds a phrase and returns its number, the same for the same tokens. */
  add(tokens: readonly PhraseToken[]): number {
    let node = this.#root;
    for (const { folded } of tokens) {
      let word = this.#words.get(folded);
      if (word === undefined) {
        word = this.#words.size;
        this.#words.set(folded, word);
      }
      let child = node.children.get(word);
      if (!child) {
        child = newNode(word);
        node.children.set(word, child);
      }
      node = child;
    }
    if (node === this.#root) throw new Error('a phrase needs at least one token');
    if (node.phrase === -1) {
      node.phrase = this.#phrases++;
      addPlaces(tokens, this.#places);
    }
    return node.phrase;
  }

  /**
   * The finished tables. `order` lists the phrases' numbers in the order of the nodes that end them:
   * form `f` of the gazetteer is phrase `order[f]`.
   */
  build(): { arrays: TrieArrays; words: string; roots: number; order: number[] } {
    const sorted = [...this.#words.keys()].sort((a, b) => (a < b ? -1 : Number(a > b)));
    const rank = new Map(sorted.map((word, i) => [this.#words.get(word) ?? -1, i]));
    const rankOf = ({ word }: Node) => rank.get(word) ?? 0;

    // Breadth first, so that a node's children stand together: their number is all that is stored.
    const nodes: Node[] = [];
    const childCounts: number[] = [];
    const childrenOf = ({ children }: Node) =>
      [...children.values()].sort((a, b) => rankOf(a) - rankOf(b));
    for (const root of childrenOf(this.#root)) nodes.push(root);
    const roots = nodes.length;
    for (const parent of nodes) {
      const children = childrenOf(parent);
      childCounts.push(children.length);
      for (const child of children) nodes.push(child);
    }
    const ends = new Uint32Array(Math.ceil(nodes.length / WORD_BITS));
    const order: number[] = [];
    nodes.forEach(({ phrase }, i) => {
      if (phrase === -1) return;
      setBit(ends, i);
      order.push(phrase);
    });
    return {
      words: sorted.join(''),
      roots,
      order,
      arrays: {
        filter: buildFilter(this.#places),
        childCounts: narrow(childCounts),
        nodeWords: narrow(nodes.map(rankOf)),
        ends,
        wordLengths: narrow(sorted.map((word) => word.length)),
      },
    };
  }
}
