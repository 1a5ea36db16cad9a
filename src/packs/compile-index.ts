/** Builds the trie and its tables (see gazetteer-data.ts) from phrases that are already tokens. */
import type { PhraseToken } from '../text/tokens.ts';
import { childSlot, filterBit, type Numbers, secondFilterBit } from './gazetteer-data.ts';

/** Bits a first word has in the filter: at 16, one word in about 70 that is none passes. */
const FILTER_BITS_PER_WORD = 16;
/** The slot table is at most this full: linear probing then needs 1.5 steps on average. */
const MAX_LOAD = 0.7;
const SMALLEST_TABLE = 32;

function powerOfTwo(atLeast: number): number {
  let size = SMALLEST_TABLE;
  while (size < atLeast) size *= 2;
  return size;
}

/** The narrowest array that holds all of `values`. */
export function narrow(values: readonly number[]): Numbers {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most <= 0xff) return Uint8Array.from(values);
  return most <= 0xffff ? Uint16Array.from(values) : Uint32Array.from(values);
}

interface Node {
  /** -1 for children of the root. */
  readonly parent: number;
  readonly word: number;
  readonly hash: number;
  /** Index of the phrase that ends here, or -1. */
  form: number;
}

export interface TrieArrays {
  filter: Numbers;
  slots: Numbers;
  parents: Numbers;
  nodeWords: Numbers;
  wordLengths: Numbers;
  words: string;
  longest: number;
}

/** Collects phrases; equal phrases share one form. */
export class TrieBuilder {
  readonly #nodes: Node[] = [];
  readonly #children = new Map<string, number>();
  readonly #words = new Map<string, number>();
  /** Node of each form. */
  readonly #forms: number[] = [];
  #longest = 0;

  get forms(): number {
    return this.#forms.length;
  }

  /** Adds a phrase and returns its form, the same for the same tokens. */
  add(tokens: readonly PhraseToken[]): number {
    let at = -1;
    for (const token of tokens) {
      let word = this.#words.get(token.folded);
      if (word === undefined) {
        word = this.#words.size;
        this.#words.set(token.folded, word);
      }
      const key = `${at} ${word}`;
      let child = this.#children.get(key);
      if (child === undefined) {
        child = this.#nodes.length;
        this.#nodes.push({ parent: at, word, hash: token.hash, form: -1 });
        this.#children.set(key, child);
      }
      at = child;
    }
    const node = this.#nodes[at];
    if (!node) throw new Error('a phrase needs at least one token');
    if (node.form === -1) {
      node.form = this.#forms.length;
      this.#forms.push(at);
    }
    this.#longest = Math.max(this.#longest, tokens.length);
    return node.form;
  }

  /** The finished tables. Form `f` is node `f`; a parent of 0 is the root, of `n` is node `n - 1`. */
  build(): TrieArrays {
    const inner = this.#nodes.flatMap((node, i) => (node.form === -1 ? [i] : []));
    const order = [...this.#forms, ...inner];
    const position = new Map(order.map((old, now) => [old, now]));
    const ordered = order.flatMap((old) => this.#nodes[old] ?? []);
    const parents = ordered.map(({ parent }) =>
      parent === -1 ? 0 : (position.get(parent) ?? 0) + 1,
    );

    const slots = new Array<number>(powerOfTwo(ordered.length / MAX_LOAD)).fill(0);
    const mask = slots.length - 1;
    const firstHashes = new Set<number>();
    ordered.forEach(({ hash }, node) => {
      const parent = parents[node] ?? 0;
      if (parent === 0) firstHashes.add(hash);
      let slot = childSlot(parent, hash, mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = node + 1;
    });
    const bits = powerOfTwo(firstHashes.size * FILTER_BITS_PER_WORD);
    const filter = new Uint32Array(bits / 32);
    for (const hash of firstHashes) {
      for (const bit of [filterBit(hash, bits - 1), secondFilterBit(hash, bits - 1)]) {
        filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
      }
    }
    const words = [...this.#words.keys()];
    return {
      filter,
      slots: narrow(slots),
      parents: narrow(parents),
      nodeWords: narrow(ordered.map(({ word }) => word)),
      wordLengths: narrow(words.map((word) => word.length)),
      words: words.join(''),
      longest: this.#longest,
    };
  }
}
