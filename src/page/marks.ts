/**
 * The marks: CSS custom highlights, one a category and ground, so that no node of the page is touched. What they
 * look like stands in src/content.css, a rule for each name that this file makes.
 *
 * The registry belongs to the page: it can list, overwrite and clear it. Our own Map is the truth,
 * and `repair` sets again what is missing; it is called when the reader does something, never by
 * polling.
 */
import { ENTITY_TYPES, type EntityType } from '../packs/kinds.ts';
import type { Settings } from '../settings/schema.ts';
import type { IsOver } from './slices.ts';
import type { Tone } from './tone.ts';

export type MarkStyle = Settings['markStyle'];
const STYLES: readonly MarkStyle[] = ['dotted', 'solid', 'background'];

/** For the mention that was jumped to, for a moment. */
const FLASH_NAME = 'gloss-flash';
/** Long enough to find the place with the eyes after a scroll, in ms. */
const FLASH_MS = 1600;
/** Above marks of other libraries in its colours, since it is brief; ours lie below theirs. */
const FLASH_PRIORITY = 1;

/** Marks set between two looks at the clock. */
const BATCH = 16;

/** What a highlight is for: a category, on a light or a dark ground. */
type Kind = `${'' | 'dark-'}${EntityType}`;

const KINDS: readonly Kind[] = ENTITY_TYPES.flatMap((type) => [type, `dark-${type}` as const]);

function kindOf(type: EntityType, tone: Tone): Kind {
  return tone === 'dark' ? `dark-${type}` : type;
}

/** Name of a highlight: `gloss-law`, `gloss-dark-law`, `gloss-solid-law`, `gloss-background-dark-law`. */
function highlightName(kind: Kind, style: MarkStyle): string {
  // Held down, the modifier key shows the default style.
  return style === 'dotted' || style === 'modifier' ? `gloss-${kind}` : `gloss-${style}-${kind}`;
}

export class Marks {
  readonly #registry: HighlightRegistry;
  readonly #highlights = new Map<Kind, Highlight>();
  readonly #registered = new Map<string, Highlight>();
  /** Marks that are still to be set. */
  readonly #waiting = new Map<StaticRange, Kind>();
  /** Those that are set. */
  readonly #shown = new Map<StaticRange, Kind>();
  #style: MarkStyle = 'dotted';
  #held = false;
  #isPrinted = false;

  constructor(registry: HighlightRegistry = CSS.highlights) {
    this.#registry = registry;
    // After an update Firefox starts a new script in a page that still has the old one's marks.
    if (registry.size === 0) return;
    for (const kind of KINDS)
      for (const style of STYLES) registry.delete(highlightName(kind, style));
  }

  /** Marks a range once `flush` is called. */
  add(type: EntityType, tone: Tone, range: StaticRange): void {
    this.#waiting.set(range, kindOf(type, tone));
  }

  /**
   * True when marks that wait are to be set. At each change of a highlight browsers go through all
   * ranges of the document anew (at 10,000 of them some tens of ms a frame), so marks wait until as many
   * have come together as are set already: all that goes through them then is in proportion to what there
   * is in the end.
   */
  get isFull(): boolean {
    return this.#waiting.size > 0 && this.#waiting.size >= this.#shown.size;
  }

  /** Sets the marks that wait. @returns false when the slice was over before all were set */
  flush(isOver: IsOver): boolean {
    let count = 0;
    for (const [range, kind] of this.#waiting) {
      if (++count % BATCH === 0 && isOver()) return false;
      this.#waiting.delete(range);
      this.#put(kind, range);
    }
    return true;
  }

  /** Sets a mark at once, if it is not set. */
  show(type: EntityType, tone: Tone, range: StaticRange): void {
    this.#put(kindOf(type, tone), range);
  }

  #put(kind: Kind, range: StaticRange): void {
    let highlight = this.#highlights.get(kind);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(kind, highlight);
    }
    if (this.#shown.has(range)) return;
    highlight.add(range);
    this.#shown.set(range, kind);
    if (highlight.size === 1) this.#register();
  }

  /**
   * A range whose text has gone stays in its highlight until it is deleted here.
   * @returns false when it was neither set nor waiting to be set
   */
  delete(type: EntityType, tone: Tone, range: StaticRange): boolean {
    if (this.#waiting.delete(range)) return true;
    if (!this.#shown.delete(range)) return false;
    const highlight = this.#highlights.get(kindOf(type, tone));
    highlight?.delete(range);
    if (highlight?.size === 0) this.#register();
    return true;
  }

  /** Gives a mark that stands another ground. */
  move(type: EntityType, from: Tone, to: Tone, range: StaticRange): void {
    if (this.delete(type, from, range)) this.#put(kindOf(type, to), range);
  }

  setStyle(style: MarkStyle): void {
    if (style === this.#style) return;
    this.#style = style;
    this.#register();
  }

  /** In the style `modifier`, marks show while the key is held. */
  setHeld(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    if (this.#style === 'modifier') this.#register();
  }

  /**
   * While the page is printed there are no marks at all: ones that look like nothing would still part the
   * runs of letters around them.
   */
  setPrinted(printed: boolean): void {
    if (printed === this.#isPrinted) return;
    this.#isPrinted = printed;
    this.#register();
  }

  /** Sets again what the page has cleared, emptied or overwritten. A few native look-ups where all is well. */
  repair(): void {
    let size = 0;
    for (const highlight of this.#highlights.values()) size += highlight.size;
    if (size !== this.#shown.size) this.#refill();
    for (const [name, highlight] of this.#registered) {
      if (this.#registry.get(name) !== highlight) this.#registry.set(name, highlight);
    }
  }

  /** The page reaches the highlights through the registry, and has put ranges in or taken some out. */
  #refill(): void {
    for (const highlight of this.#highlights.values()) highlight.clear();
    for (const [range, kind] of this.#shown) this.#highlights.get(kind)?.add(range);
    this.#register();
  }

  /** Lights up ranges for a moment, in place of those lit before. */
  flash(ranges: readonly StaticRange[], signal: AbortSignal): void {
    const highlight = new Highlight(...ranges);
    highlight.priority = FLASH_PRIORITY;
    this.#registry.set(FLASH_NAME, highlight);
    const end = () => {
      if (this.#registry.get(FLASH_NAME) === highlight) this.#registry.delete(FLASH_NAME);
      signal.removeEventListener('abort', end);
    };
    setTimeout(end, FLASH_MS);
    signal.addEventListener('abort', end, { once: true });
  }

  /** Takes every mark out of the page. */
  clear(): void {
    this.#waiting.clear();
    this.#highlights.clear();
    this.#shown.clear();
    this.#register();
  }

  /** Makes the registry hold exactly the highlights that are to be seen now. */
  #register(): void {
    const wanted = new Map<string, Highlight>();
    if (!this.#isPrinted && (this.#style !== 'modifier' || this.#held)) {
      for (const kind of KINDS) {
        const highlight = this.#highlights.get(kind);
        if (highlight && highlight.size > 0) {
          wanted.set(highlightName(kind, this.#style), highlight);
        }
      }
    }
    for (const [name, highlight] of this.#registered) {
      if (wanted.has(name)) continue;
      this.#registered.delete(name);
      if (this.#registry.get(name) === highlight) this.#registry.delete(name);
    }
    for (const [name, highlight] of wanted) {
      if (this.#registered.get(name) === highlight) continue;
      this.#registered.set(name, highlight);
      this.#registry.set(name, highlight);
    }
  }
}
