/**
 * What an element does to the text in it, told from its name alone: the cheap first guess.
 *
 * Asking for the computed style of every element costs several times what reading all text costs
 * (docs/decisions/blocks-by-guess-then-proof.md), so names decide first and computed styles are
 * asked for only where names say nothing (custom elements) or where a mention hangs on the answer.
 */

/**
 * `block`: text in it is apart from text around it. `inline`: part of the text around it.
 * `gone`: its text is not seen by readers, or is a note beside the text; the words around it touch.
 * `object`: its text is seen but is not prose (code, controls); it keeps the words around it apart.
 */
export type ElementKind = 'block' | 'inline' | 'gone' | 'object';

const BLOCK =
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
  'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ' +
  'menu nav ol p search section summary table tbody td tfoot th thead tr ul';
const GONE =
  'area audio base canvas col colgroup datalist embed gloss-popover head iframe link map meta ' +
  'noembed noframes noscript object param picture rp rt rtc script source style template title ' +
  'track video';
const OBJECT =
  'button code input kbd listing math meter option output plaintext pre progress samp select svg ' +
  'textarea tt xmp';

const KINDS = new Map<string, ElementKind>();
for (const name of BLOCK.split(' ')) KINDS.set(name, 'block');
for (const name of GONE.split(' ')) KINDS.set(name, 'gone');
for (const name of OBJECT.split(' ')) KINDS.set(name, 'object');

/** Kind of an element by its name; null for a custom element, whose name says nothing. */
export function kindByName(localName: string): ElementKind | null {
  const kind = KINDS.get(localName);
  if (kind !== undefined) return kind;
  return localName.includes('-') ? null : 'inline';
}

/**
 * Kind of an element by its computed `display`. Children of flex and grid containers, floats and
 * absolutely positioned elements compute to block-level values, so they come out right by themselves.
 */
export function kindByDisplay(display: string): ElementKind {
  if (display === 'none') return 'gone';
  // inline, inline-block, inline-flex, ruby, ruby-text ...; `contents` has no box of its own.
  return display.startsWith('inline') || display.startsWith('ruby') || display === 'contents'
    ? 'inline'
    : 'block';
}
