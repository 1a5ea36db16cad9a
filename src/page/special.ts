/**
 * Elements whose attributes, not their names, decide how their text is read: found by a few native
 * queries, so that all other elements need no look at their attributes.
 *
 * Furniture is what a page repeats around its text. The rules are simple on purpose, and are listed
 * for readers in docs/page.md.
 */
import type { BlockRole } from '../detection/types.ts';
import { isDisguised } from './tree.ts';

const EDITABLE =
  '[contenteditable]:not([contenteditable="false" i]),[role="textbox"],[role="searchbox"]';
/** Hidden inside of sentences, mostly: what is hidden as a whole is found out in proof.ts. */
const MAYBE_HIDDEN = '[hidden]';
const FURNITURE =
  'nav,footer,search,[role="navigation"],[role="contentinfo"],[role="search"],[role="menu"],' +
  '[role="menubar"],[role="toolbar"],[role="tablist"],ins.adsbygoogle,[id^="div-gpt-ad"]';
const LINK_LISTS = 'aside,[role="complementary"]';
const COMMENT_FORMS = 'form[id*="comment" i],form[class*="comment" i],form[action*="comment" i]';

/** Names of elements that the rules above may be about: seen in passing, without a query. */
const TELLING_NAMES = new Set(['nav', 'footer', 'search', 'aside', 'form', 'sup', 'ins']);

/**
 * Attributes that the rules above may be about, in selectors so simple that the engine answers each in
 * one quick sweep: asked one by one they take a fifth of the time of one long list.
 */
const TELLING = [
  '[role]',
  '[lang]',
  '[hidden]',
  '[contenteditable]',
  '[aria-hidden="true"]',
  '[id^="div-gpt-ad"]',
];
const TELLING_LIST = TELLING.join(',');

/** True when `readSpecial` may have something to say of an element by its attributes. */
export function isTelling(element: Element): boolean {
  return element.matches(TELLING_LIST);
}

/** The same by its name. */
export function isTellingName(localName: string): boolean {
  return TELLING_NAMES.has(localName);
}

/**
 * Together these find all elements below a node for which `isTelling` is true. Each is one sweep
 * through the page: on pages of a hundred thousand elements all of them are too long for one slice.
 */
export function sweepsForTelling(scope: ParentNode, found: Set<Element>): (() => void)[] {
  return TELLING.map((selector) => () => {
    for (const element of scope.querySelectorAll(selector)) found.add(element);
  });
}

/** What one special element says; a field is absent where it says nothing of that. */
export interface Special {
  readonly skip?: 'gone' | 'object';
  readonly furniture?: true;
  readonly lang?: string;
  readonly role?: BlockRole;
  /** Its computed style must be asked, even before anything is found in it. */
  readonly maybeHidden?: true;
}

/** A footer inside one of these credits an article or a quotation; it is not the page's footer. */
const OWN_FOOTER = 'article,blockquote,figure,main,[role="main"],[role="article"]';
/** Text like this in `aria-hidden` is the page behind a dialog, not decoration. */
const PROSE = 'main,article,p,h1,h2,[role="main"]';
/** An aside with at least this share of its characters inside links is a list of links. */
const LINK_SHARE = 0.5;

function isLinkList(aside: Element): boolean {
  const all = (aside.textContent ?? '').trim().length;
  if (all === 0) return true;
  let linked = 0;
  for (const link of aside.querySelectorAll('a[href]')) {
    linked += (link.textContent ?? '').trim().length;
  }
  return linked >= all * LINK_SHARE;
}

function isFurniture(element: Element): boolean {
  if (isDisguised(element)) return false;
  if (element.matches(FURNITURE)) {
    return element.localName !== 'footer' || element.parentElement?.closest(OWN_FOOTER) === null;
  }
  if (element.matches(COMMENT_FORMS)) return true;
  return element.matches(LINK_LISTS) && isLinkList(element);
}

function isDecoration(element: Element): boolean {
  return (
    element.getAttribute('aria-hidden') === 'true' &&
    !element.matches(PROSE) &&
    element.querySelector(PROSE) === null
  );
}

/** Superscript letters after a number belong to it (26th); everything else there is a note mark. */
const ORDINAL = /^\p{L}{1,3}$/u;

function roleOf(element: Element): BlockRole | undefined {
  switch (element.getAttribute('role')) {
    case 'heading':
      return 'heading';
    case 'listitem':
      return 'item';
    case 'cell':
    case 'gridcell':
    case 'columnheader':
      return 'cell';
    default:
      return undefined;
  }
}

/** Reads what a telling element says about its text. */
export function readSpecial(element: Element): Special {
  if (element.localName === 'sup') {
    return ORDINAL.test((element.textContent ?? '').trim()) ? {} : { skip: 'gone' };
  }
  if (element.matches(EDITABLE)) return { skip: 'object' };
  if (isDecoration(element)) return { skip: 'gone' };
  const lang = element.getAttribute('lang');
  const role = roleOf(element);
  return {
    ...(isFurniture(element) ? { furniture: true } : {}),
    ...(lang ? { lang } : {}),
    ...(role ? { role } : {}),
    ...(element.matches(MAYBE_HIDDEN) ? { maybeHidden: true } : {}),
  };
}

/** The furniture of a document or a part of it, without what lies in shadow roots. */
export function furnitureIn(root: Document | Element): Element[] {
  const selector = [FURNITURE, LINK_LISTS, COMMENT_FORMS].join(',');
  return [...root.querySelectorAll(selector)].filter(isFurniture);
}
