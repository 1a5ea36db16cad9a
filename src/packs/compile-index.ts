/**
 * Builds the automaton of all phrases and its tables (see gazetteer-data.ts) from phrases that are
 * already tokens.
 *
 * The trie of words is folded into the smallest automaton that accepts the same phrases with the same
 * meanings (Daciuk, Mihov, Watson, Watson, Incremental construction of minimal acyclic finite-state
 * automata, 2000; here in one go, from the leaves up): the plurals, cases and spellings that the
 * compiler makes of an alias end in the same few states.
 */
import type { PhraseToken } from '../text/tokens.ts';
import { type CompiledWords, compileWords, wordOrder } from './compile-words.ts';
import { pathStart, pathStep } from './gazetteer-data.ts';
import { countsBefore, type PackedNumbers, packNumbers } from './packed-numbers.ts';
import { addPlaces, buildFilter } from './word-filter.ts';

/** A node while the trie grows; words are numbered as they come. */
interface Node {
  readonly children: Map<number, Node>;
  /** What the caller knows the phrase by that ends here; -1 where none does. */
  phrase: number;
}

const newNode = (): Node => ({ children: new Map(), phrase: -1 });

/** A state of the folded automaton. */
interface State {
  /** The list of senses of the phrase that ends here; -1 where none does. */
  readonly list: number;
  /** Word and state of each edge, in the order of words. */
  readonly edges: readonly (readonly [number, State])[];
  /** Index of its first edge, once they have been laid out. */
  start: number;
}

export interface AutomatonTables {
  readonly words: CompiledWords;
  readonly wordCount: number;
  readonly filter: Uint32Array;
  readonly roots: PackedNumbers;
  readonly rootsBefore: PackedNumbers;
  readonly rootTargets: PackedNumbers;
  readonly edgeWords: PackedNumbers;
  readonly edgeTargets: PackedNumbers;
  readonly jumps: PackedNumbers;
  readonly jumpsBefore: PackedNumbers;
  readonly pathSeed: number;
}

/** More tries than this are never needed: a clash of paths is one in a million. */
const MOST_SEEDS = 100;

/** Collects phrases; equal phrases are one. */
export class AutomatonBuilder {
  readonly #root = newNode();
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
        child = newNode();
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
   * The finished tables.
   * @param listOf the list of senses of a phrase.
   * @param lists number of lists.
   */
  build(listOf: (phrase: number) => number, lists: number): AutomatonTables {
    const inOrder = [...this.#words].map(([word, number]) => ({
      word,
      number,
      order: wordOrder(word),
    }));
    inOrder.sort((a, b) => a.order - b.order);
    const rank = new Map(inOrder.map(({ number }, i) => [number, i]));

    const states = new Map<string, State>();
    const ids = new Map<State, number>();
    const fold = (node: Node): State => {
      const edges = [...node.children]
        .map(([word, child]) => [rank.get(word) ?? 0, fold(child)] as const)
        .sort((a, b) => a[0] - b[0]);
      const list = node.phrase === -1 ? -1 : listOf(node.phrase);
      const key = `${list}|${edges.map(([word, state]) => `${word}:${ids.get(state)}`).join()}`;
      let state = states.get(key);
      if (!state) {
        state = { list, edges, start: -1 };
        ids.set(state, states.size);
        states.set(key, state);
      }
      return state;
    };
    const top = fold(this.#root);
    return {
      words: compileWords(inOrder.map(({ word }) => word)),
      wordCount: inOrder.length,
      filter: buildFilter(this.#places),
      pathSeed: this.#seed(rank),
      ...edgeTables(top, inOrder.length, lists),
    };
  }

  /** A seed with which the paths of all phrases have numbers of their own. */
  #seed(rank: ReadonlyMap<number, number>): number {
    for (let seed = 0; seed < MOST_SEEDS; seed++) {
      const seen = new Set<number>();
      let clashes = false;
      const visit = (node: Node, path: number): void => {
        if (node.phrase !== -1) {
          clashes ||= seen.has(path);
          seen.add(path);
        }
        for (const [word, child] of node.children)
          visit(child, pathStep(path, rank.get(word) ?? 0));
      };
      visit(this.#root, pathStart(seed));
      if (!clashes) return seed;
    }
    throw new Error('no seed keeps the phrases apart');
  }
}

/**
 * States in the order in which their edges lie: behind a state the one that its last edge leads to,
 * where that lies nowhere yet, so that most targets go without saying.
 */
function layOut(top: State): State[] {
  const laid: State[] = [];
  let next = 0;
  const lay = (first: State): void => {
    const open: State[] = [];
    let state: State | undefined = first;
    while (state && state.edges.length > 0 && state.start === -1) {
      state.start = next;
      next += state.edges.length + (state.list === -1 ? 0 : 1);
      laid.push(state);
      open.push(...state.edges.slice(0, -1).map(([, target]) => target));
      state = state.edges.at(-1)?.[1];
    }
    open.forEach(lay);
  };
  for (const [, state] of top.edges) lay(state);
  return laid;
}

/** The edges of all states, one state's after the other's; see `TABLES` for what they hold. */
function edgeTables(
  top: State,
  wordCount: number,
  lists: number,
): Omit<AutomatonTables, 'words' | 'wordCount' | 'filter' | 'pathSeed'> {
  const laid = layOut(top);
  const targetOf = (state: State): number =>
    state.edges.length === 0 ? state.list : lists + state.start;
  const edgeWords: number[] = [];
  const edgeTargets: number[] = [];
  const jumps: number[] = [];
  const add = (word: number, isLast: boolean, target: number): void => {
    const isJump = target !== lists + edgeWords.length + 1;
    edgeWords.push(word * 2 + Number(isLast));
    jumps.push(Number(isJump));
    if (isJump) edgeTargets.push(target);
  };
  for (const { list, edges } of laid) {
    if (list !== -1) add(wordCount, false, list);
    edges.forEach(([word, state], i) => {
      add(word, i === edges.length - 1, targetOf(state));
    });
  }
  const isRoot = Array.from({ length: wordCount }, () => 0);
  for (const [word] of top.edges) isRoot[word] = 1;
  return {
    roots: packNumbers(isRoot),
    rootsBefore: packNumbers(countsBefore(isRoot)),
    rootTargets: packNumbers(top.edges.map(([, state]) => targetOf(state))),
    edgeWords: packNumbers(edgeWords),
    jumps: packNumbers(jumps),
    jumpsBefore: packNumbers(countsBefore(jumps)),
    edgeTargets: packNumbers(edgeTargets),
  };
}
