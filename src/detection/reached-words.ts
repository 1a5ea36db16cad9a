/** What a page asks the background of its words: their keys, where an added pack may begin with them. */
import { NO_TOKEN, phraseKey } from '../packs/word-keys.ts';
import { newToken, nextInPhrase, readToken } from '../text/tokens.ts';

/** Reused by every text: collecting is synchronous and never nests. */
const token = newToken();

/** Room for the words of a short page, in numbers; doubled when it is full. */
const FIRST_ROOM = 1024;

/**
 * Keys of words, many of them more than once until they are taken. A list in a typed array, since a Set of
 * numbers of 32 bits holds each as an object, and a page has thousands.
 */
export class WordKeys {
  #keys = new Uint32Array(FIRST_ROOM);
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /**
   * Adds the keys of words of a text that may begin a phrase.
   * @param starts where they begin, as `findForms` finds them
   */
  collect(text: string, starts: readonly number[]): void {
    for (let i = 0; i < starts.length; i++) {
      if (!readToken(text, starts[i] ?? 0, token)) continue;
      const { hash } = token;
      this.add(phraseKey(hash, NO_TOKEN));
      const next = nextInPhrase(text, token.end);
      if (next !== -1 && readToken(text, next, token)) this.add(phraseKey(hash, token.hash));
    }
  }

  add(key: number): void {
    if (this.#count === this.#keys.length) {
      const wider = new Uint32Array(this.#count * 2);
      wider.set(this.#keys);
      this.#keys = wider;
    }
    this.#keys[this.#count++] = key;
  }

  /** What was collected, ascending, each once; then there is nothing. */
  take(): Uint32Array<ArrayBuffer> {
    const sorted = this.#keys.slice(0, this.#count).sort();
    this.#keys = new Uint32Array(FIRST_ROOM);
    this.#count = 0;
    return sorted.filter((key, i) => i === 0 || key !== sorted[i - 1]);
  }
}
