/**
 * What holds for text by the elements it is in: which block it belongs to, in which language and
 * role, and whether it is text for readers at all. Asked once an element, for one reading; what is around
 * the scopes of several readings once for all of them, as long as the page cannot change between them.
 */
import type { BlockRole } from '../detection/types.ts';
import { type ElementKind, kindByDisplay, kindByName } from './kinds.ts';
import { isPlainText } from './plain-text.ts';
import type { IsOver } from './slices.ts';
import {
  isTelling,
  isTellingName,
  readSpecial,
  type Special,
  sweepsForTelling,
} from './special.ts';
import { isDisguised, parentOf } from './tree.ts';
import type { Scope } from './types.ts';
import { isClippedAway, isSeen } from './visibility.ts';

export interface Surrounding {
  /** The block-level element (the host, for text directly in a shadow root). */
  readonly container: Element;
  readonly skip: 'gone' | 'object' | null;
  readonly lang: string | null;
  readonly role: BlockRole;
  readonly furniture: boolean;
  /** Set for a hidden inline element: its text is a block of its own beside the text around it. */
  readonly aside: boolean;
}

const ROLES = new Map<string, BlockRole>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'item'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
]);

function kindOf(element: Element, name: string): ElementKind {
  if (name === 'pre' && isPlainText()) return 'block';
  return kindByName(name) ?? kindByDisplay(getComputedStyle(element).display);
}

/**
 * Levels of elements that are asked about in one another: far deeper than pages of people, far from what
 * a call stack holds (some thousands, in the browsers that we know).
 */
const DEEPEST = 400;

export interface Surroundings {
  /** Looks through the scope; to be called until it returns true, before anything is asked. */
  prepare(isOver: IsOver): boolean;
  /** What holds for text directly in a node. */
  of(parent: Node): Surrounding;
}

/** What is known of nodes that are not in the scope of a reading. To be forgotten where the page can change. */
export type Outside = Map<Node, Surrounding>;

export function surroundingsOf(scope: Scope, outside: Outside): Surroundings {
  const known = new Map<Node, Surrounding>();
  /** The node whose text was asked about last. */
  let last: Node | null = null;
  let lastFound: Surrounding | null = null;
  const telling = new Set<Element>();
  if (scope instanceof Element && isTelling(scope)) telling.add(scope);
  const sweeps = hasElements(scope) ? sweepsForTelling(scope, telling) : [];

  function specialOf(element: Element, name: string): Special | null {
    if (telling.has(element) || isTellingName(name)) return readSpecial(element);
    if (scope.contains(element)) return null;
    return isTelling(element) ? readSpecial(element) : null;
  }

  function make(element: Element, kind: ElementKind, special: Special | null): Surrounding {
    const outer = of(parentOf(element) ?? document);
    if (outer.skip) return outer;
    const skip = kind === 'gone' || kind === 'object' ? kind : (special?.skip ?? null);
    if (skip) return { ...outer, skip };
    const aside =
      kind === 'inline' &&
      special?.maybeHidden === true &&
      (!isSeen(element) || isClippedAway(element));
    if (kind === 'inline' && !aside) {
      return special?.furniture ? { ...outer, furniture: true } : outer;
    }
    const role = special?.role ?? ROLES.get(element.localName);
    return {
      container: element,
      skip: null,
      lang: special?.lang ?? outer.lang,
      role: role ?? (outer.role === 'heading' ? 'heading' : 'text'),
      furniture: outer.furniture || special?.furniture === true,
      aside,
    };
  }

  function leaveAlone(form: Element): Surrounding {
    return { ...of(parentOf(form) ?? document), skip: 'gone' };
  }

  /** Text directly in a shadow root takes over what holds around its host. */
  function ofRoot(root: Node): Surrounding {
    const host = root instanceof ShadowRoot ? root.host : null;
    const outer = host ? of(host) : null;
    return {
      container: host ?? document.documentElement,
      skip: outer?.skip ?? null,
      lang: outer?.lang ?? null,
      role: outer?.role ?? 'text',
      furniture: outer?.furniture ?? false,
      aside: false,
    };
  }

  let depth = 0;

  /** What holds around something: it is remembered, since what else is in there will ask, too. */
  function of(parent: Node): Surrounding {
    const standing = known.get(parent) ?? outside.get(parent);
    if (standing) return standing;
    return parent === last && lastFound ? remember(parent, lastFound) : learn(parent, remember);
  }

  /** What holds for text directly in a node: most hold one text, and nothing else asks about them. */
  function ofText(parent: Node): Surrounding {
    const standing = parent === last ? lastFound : (known.get(parent) ?? outside.get(parent));
    return standing ?? learn(parent, rememberLast);
  }

  function remember(parent: Node, found: Surrounding): Surrounding {
    (scope.contains(parent) ? known : outside).set(parent, found);
    return found;
  }

  function rememberLast(parent: Node, found: Surrounding): Surrounding {
    last = parent;
    lastFound = found;
    return found;
  }

  function learn(parent: Node, keep: typeof remember): Surrounding {
    if (depth === DEEPEST) learnFromOutside(parent);
    depth++;
    const found = find(parent, keep);
    depth--;
    return found;
  }

  /** What is around a node, the outermost first: asking from inside would go too deep. */
  function learnFromOutside(node: Node): void {
    const around: Node[] = [];
    for (let up = parentOf(node); up && !known.has(up) && !outside.has(up); up = parentOf(up)) {
      around.push(up);
    }
    for (const each of around.reverse()) remember(each, of(each));
  }

  function find(parent: Node, keep: typeof remember): Surrounding {
    if (!(parent instanceof Element)) return keep(parent, ofRoot(parent));
    if (isDisguised(parent)) return keep(parent, leaveAlone(parent));
    const name = parent.localName;
    const kind = kindOf(parent, name);
    const special = specialOf(parent, name);
    // Plain inline elements are not remembered: most hold one Text node and are asked about once.
    if (kind === 'inline' && !special) return of(parent.parentNode ?? document);
    return keep(parent, make(parent, kind, special));
  }

  return {
    prepare(isOver) {
      for (let sweep = sweeps.pop(); sweep; sweep = sweeps.pop()) {
        sweep();
        if (isOver()) return sweeps.length === 0;
      }
      return true;
    },
    of: ofText,
  };
}

/** A field named so in a form is an element, too. */
function hasElements(scope: Scope): scope is Element | ShadowRoot {
  return !(scope instanceof Text) && scope.firstElementChild !== null;
}
