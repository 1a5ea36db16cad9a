/**
 * Style sheets of the marks beyond the manifest's: shadow roots get the manifest's rules as a sheet
 * of their own (Firefox does not let those reach in, https://bugzilla.mozilla.org/show_bug.cgi?id=1751346),
 * and colours that the reader chose come as one sheet more. Both are adopted, so no element is added
 * anywhere; a page without shadow roots and a reader without wishes get neither.
 */
import { ENTITY_TYPES } from '../packs/kinds.ts';
import type { Settings } from '../settings/schema.ts';

/** Name parts between `gloss-` and the kind; see highlightName in page/marks.ts. */
const LINE_STYLES = ['', 'dark-', 'solid-', 'solid-dark-'];
const BACKGROUND_STYLES = ['background-', 'background-dark-'];
/** Roots that are remembered before it is worth looking which of them are gone. */
const FIRST_PRUNE = 100;
/** Of the chosen colour in a background, in per cent: text on it keeps most of its contrast. */
const BACKGROUND_SHARE = 22;

/**
 * CSS for the colours that were chosen, on screens; empty where none was. Colours are #rrggbb by the
 * schema.
 */
export function colorRules(colors: Settings['markColors']): string {
  const select = (styles: readonly string[], type: string) =>
    styles.map((style) => `::highlight(gloss-${style}${type})`).join(',');
  const rules = ENTITY_TYPES.flatMap((type) => {
    const color = colors[type];
    if (!color) return [];
    const tint = `color-mix(in srgb, ${color} ${BACKGROUND_SHARE}%, transparent)`;
    return [
      `${select([...LINE_STYLES, ...BACKGROUND_STYLES], type)}{text-decoration-color:${color}!important}`,
      `${select(BACKGROUND_STYLES, type)}{background-color:${tint}!important}`,
    ];
  });
  return rules.length > 0 ? `@media not print{${rules.join('\n')}}` : '';
}

export class MarkSheets {
  readonly #rules: string;
  readonly #roots = new Set<WeakRef<Document | ShadowRoot>>();
  #pruneAt = FIRST_PRUNE;
  #base: CSSStyleSheet | null = null;
  #colors: CSSStyleSheet | null = null;

  /** @param rules the manifest's style sheet, as text */
  constructor(rules: string, signal: AbortSignal) {
    this.#rules = rules;
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** Draws marks in a shadow root. */
  enter(root: ShadowRoot): void {
    this.#base ??= sheetOf(this.#rules);
    this.#remember(root);
    adopt(root, this.#base);
    if (this.#colors) adopt(root, this.#colors);
  }

  /** Takes the colours from now on; none means the manifest's. */
  setColors(colors: Settings['markColors']): void {
    const rules = colorRules(colors);
    if (this.#colors) this.#colors.replaceSync(rules);
    else if (rules) {
      this.#colors = sheetOf(rules);
      this.#remember(document);
      for (const root of this.#connected()) adopt(root, this.#colors);
    }
  }

  /** Pages that go on and on make roots by the thousand: those that are gone are left out now and then. */
  #remember(root: Document | ShadowRoot): void {
    if (this.#roots.size >= this.#pruneAt) {
      for (const held of this.#roots) if (!held.deref()) this.#roots.delete(held);
      this.#pruneAt = Math.max(FIRST_PRUNE, 2 * this.#roots.size);
    }
    this.#roots.add(new WeakRef(root));
  }

  #connected(): (Document | ShadowRoot)[] {
    return [...this.#roots].flatMap((root) => root.deref() ?? []);
  }

  #remove(): void {
    for (const root of this.#connected()) {
      const others = root.adoptedStyleSheets.filter(
        (sheet) => sheet !== this.#base && sheet !== this.#colors,
      );
      if (others.length < root.adoptedStyleSheets.length) root.adoptedStyleSheets = others;
    }
  }
}

function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}

function adopt(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}
