/** What all blocks of a page say together. */
import type { Gazetteer } from './gazetteer.ts';
import type { CueHit } from './hits.ts';
import { type BlockScan, isBlank } from './scan.ts';
import { stemOf } from './short-names.ts';

/** Counts by key; tells when a key comes or goes. */
class Counter {
  readonly #counts = new Map<string, number>();

  /** @returns true when the key was not there, or is there no more. */
  change(key: string, by: 1 | -1): boolean {
    const count = (this.#counts.get(key) ?? 0) + by;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, count);
    return by === 1 ? count === 1 : count === 0;
  }

  has(key: string): boolean {
    return this.#counts.has(key);
  }
}

/**
 * Counts what belongs to a key.
 * @returns true when it was not there, or is there no more.
 */
function changeIn<Key, Value>(
  all: Map<Key, Map<Value, number>>,
  key: Key,
  value: Value,
  by: 1 | -1,
): boolean {
  const counts = all.get(key) ?? new Map<Value, number>();
  const count = (counts.get(value) ?? 0) + by;
  if (count > 0) counts.set(value, count);
  else counts.delete(value);
  if (counts.size > 0) all.set(key, counts);
  else all.delete(key);
  return count === (by === 1 ? 1 : 0);
}

/** Cues of one entity that stand on the page: form -> number of places, with the words to show. */
type Cues = Map<number, { count: number; words: string }>;

/**
 * Evidence of a whole page, fed with the scans of its blocks. Only what is there counts, not how
 * often, so that the many blocks that repeat it change no decision.
 */
export class PageEvidence {
  readonly gazetteer: Gazetteer;
  readonly #seen = new Counter();
  readonly #cues = new Map<number, Cues>();
  readonly #antiCues = new Map<number, Cues>();
  /** The different names by which the page names an entity without doubt, with their number. */
  readonly #anchors = new Map<number, Map<string, number>>();
  /** What abbreviations are explained as, by their stems: entities, or null for what is none of ours. */
  readonly #meanings = new Map<string, Map<number | null, number>>();
  readonly #languages = new Map<string, number>();
  /** The language of most of the page's text that has a known one. */
  #language: string | null = null;
  #version = 0;

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Changes whenever some decision may change. */
  get version(): number {
    return this.#version;
  }

  /** Any decision may hang on anything here. */
  versionOf(_: BlockScan): number {
    return this.#version;
  }

  add(scan: BlockScan): void {
    if (!isBlank(scan)) this.#apply(scan, 1);
  }

  /** Takes back what `add` of the same scan brought. */
  delete(scan: BlockScan): void {
    if (!isBlank(scan)) this.#apply(scan, -1);
  }

  #apply(scan: BlockScan, by: 1 | -1): void {
    let changed = false;
    for (const { key, start, end } of scan.anchors) {
      changed = changeIn(this.#anchors, key, scan.text.slice(start, end), by) || changed;
    }
    for (const { key } of scan.bearers) changed = this.#seen.change(`bearer ${key}`, by) || changed;
    for (const { start, end, introduced } of scan.candidates) {
      // What a line glosses is meant for what the line is about.
      if (introduced && !introduced.glossed) {
        const stem = stemOf(scan.text.slice(start, end));
        changed = changeIn(this.#meanings, stem, introduced.entity, by) || changed;
      }
    }
    // By index: on a page's first reading an iterator costs more than what is done with each.
    for (let i = 0; i < scan.cues.length; i++) {
      const cue = scan.cues[i];
      // Words of fields speak where they stand, and not for the page; names count as names.
      if (!cue || cue.own || cue.entity >= this.gazetteer.entities.length) continue;
      if (this.#applyCue(cue, scan.text, by)) changed = true;
    }
    // Most blocks have cues only, and say nothing of the page's language.
    if (scan.lang !== null && this.#applyLanguage(scan.lang, by * scan.text.length)) changed = true;
    if (changed) this.#version++;
  }

  /** @returns true when the cue was not there, or is there no more. */
  #applyCue({ anti, entity, form, start, end }: CueHit, text: string, by: 1 | -1): boolean {
    const all = anti ? this.#antiCues : this.#cues;
    let cues = all.get(entity);
    if (!cues) {
      cues = new Map();
      all.set(entity, cues);
    }
    const known = cues.get(form);
    if (!known) {
      if (by === 1) cues.set(form, { count: 1, words: text.slice(start, end) });
      return by === 1;
    }
    known.count += by;
    if (known.count > 0) return false;
    cues.delete(form);
    return true;
  }

  /** @returns true when most of the page is in another language than before. */
  #applyLanguage(lang: string, length: number): boolean {
    this.#languages.set(lang, (this.#languages.get(lang) ?? 0) + length);
    const before = this.#language;
    // Nearly always: more of what there is most of.
    if (length > 0 && lang === before) return false;
    this.#language = null;
    let most = 0;
    this.#languages.forEach((sum, each) => {
      if (sum <= most) return;
      most = sum;
      this.#language = each;
    });
    return this.#language !== before;
  }

  /** The language of most of the page's text that has a known one. */
  get language(): string | null {
    return this.#language;
  }

  /** The names by which the page names an entity without doubt; null where it does not. */
  anchors(entity: number): string[] | null {
    const names = this.#anchors.get(entity);
    return names ? [...names.keys()] : null;
  }

  /** True when the page names an entity without doubt. */
  isNamed(entity: number): boolean {
    return this.#anchors.has(entity);
  }

  /** True when the page names any entity without doubt. */
  get hasAnchors(): boolean {
    return this.#anchors.size > 0;
  }

  /** True when the page names another entity without doubt. */
  namesOther(entity: number): boolean {
    return this.#anchors.size > (this.#anchors.has(entity) ? 1 : 0);
  }

  /** True when another bearer of a word (its index) is on the page. */
  hasBearer(word: number): boolean {
    return this.#seen.has(`bearer ${word}`);
  }

  /** What the page says that an abbreviation stands for: this entity, something else, both, or nothing. */
  introduces(words: string, entity: number): 'this' | 'other' | 'both' | null {
    if (this.#meanings.size === 0) return null;
    const meanings = this.#meanings.get(stemOf(words));
    if (!meanings) return null;
    if (!meanings.has(entity)) return 'other';
    return meanings.size > 1 ? 'both' : 'this';
  }

  /** Cues of an entity on the page: form and words. */
  cues(entity: number, anti: boolean): ReadonlyMap<number, { readonly words: string }> {
    return (anti ? this.#antiCues : this.#cues).get(entity) ?? NO_CUES;
  }
}

const NO_CUES: ReadonlyMap<number, { readonly words: string }> = new Map();
