/**
 * Open shadow roots: no query finds them, so every element that can have one is asked once, in slices, after the
 * page itself has been read. Closed ones stay closed: their text is not ours to read.
 */

/**
 * Elements that have none, those first of which pages have most: eighteen elements of HTML can have a shadow
 * root, and those with a hyphen (https://dom.spec.whatwg.org/#dom-element-attachshadow). What is asked is wrapped for this
 * script, which costs ten times what a native query takes to pass it over.
 */
const NEVER_HOSTS =
  'td,a,tr,li,br,img,b,i,em,strong,path,option,script,ul,svg,use,g,button,input,label,time,code,th,meta,link,style,source,picture,dd,dt,figure';
const MAY_HOST = `:not(${NEVER_HOSTS})`;

/**
 * Custom elements that have no shadow root yet are watched for a change of size, which is what a
 * shadow root attached later nearly always brings; no event tells. More of them than this on a page
 * are a framework that uses none.
 */
const MAX_AWAITED = 200;

/** Elements asked between two looks at the clock, which costs more than asking one. */
const BATCH = 32;

/**
 * No query can be interrupted, and one through all of a page takes 7 ms for each MB. So what has more children than this
 * is gone through child by child, each with a query of its own, and in a document so is what leads there: elements of which
 * none around them has more, to this depth.
 */
const MANY_CHILDREN = 64;
const FRAME_DEPTH = 12;

/** Children that are gone through one by one. */
interface Row {
  readonly parent: Document | Element;
  next: Element | null;
  /** How deep in the document, as long as nothing around it has many children; else 0. */
  readonly depth: number;
}

export class ShadowRoots {
  readonly #found: (root: ShadowRoot) => void;
  readonly #known = new Set<ShadowRoot>();
  readonly #sizes: ResizeObserver;
  readonly #awaited = new Set<Element>();
  #queue: (Document | Element | ShadowRoot)[] = [];
  /** What is being gone through, the innermost last. */
  readonly #rows: Row[] = [];
  /** Elements that are being asked, and how many of them have been. */
  #asking: ArrayLike<Element> = [];
  #next = 0;
  #mayHaveGone = false;

  constructor(found: (root: ShadowRoot) => void, signal: AbortSignal) {
    this.#found = found;
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target } of entries)
        if (!target.isConnected || target.shadowRoot) this.#ask(target);
    });
    signal.addEventListener('abort', () => this.#sizes.disconnect(), { once: true });
  }

  /** The roots in the page now. */
  get connected(): ShadowRoot[] {
    if (this.#known.size === 0) return [];
    return [...this.#known].filter((root) => root.host.isConnected);
  }

  /** Notes that something has left the page. */
  noteRemoval(): void {
    this.#mayHaveGone = true;
  }

  /** Notes that roots may be in or below `scope`. */
  explore(scope: Document | Element | ShadowRoot): void {
    this.#queue.push(scope);
  }

  /** Asks one element that may have got a root since it was explored. */
  ask(element: Element): void {
    if (element instanceof HTMLFormElement) return;
    if (element.shadowRoot && !this.#known.has(element.shadowRoot)) this.#ask(element);
  }

  /** Asks those that may get a root: of a host that is laid out as inline no change of size is told. */
  askAwaited(): void {
    for (const element of this.#awaited) this.ask(element);
  }

  /** @returns true when all has been explored. */
  work(isOver: () => boolean): boolean {
    if (this.#mayHaveGone) this.#forgetGone();
    if (this.#asking.length === 0) this.askAwaited();
    for (let asked = 1; ; asked++) {
      if (asked % BATCH === 0 && isOver()) return false;
      const element = this.#asking[this.#next++];
      if (element) {
        this.#ask(element);
        continue;
      }
      this.#asking = [];
      this.#next = 0;
      const row = this.#rows.at(-1);
      const scope = row ? null : this.#queue.pop();
      if (row) {
        this.#goAlong(row);
        if (isOver()) return false;
      } else if (!scope) return true;
      else this.#goInto(scope, scope === document ? 1 : 0);
    }
  }

  /** Takes the next of a row. */
  #goAlong(row: Row): void {
    const { next, parent, depth } = row;
    if (next && next.parentNode !== parent) {
      // The page has taken away the place where this was: all of it at once, then.
      this.#rows.pop();
      this.#asking = allIn(parent);
    } else if (next) {
      row.next = next.nextElementSibling;
      this.#goInto(next, depth > 0 && depth < FRAME_DEPTH ? depth + 1 : 0);
    } else this.#rows.pop();
  }

  #goInto(scope: Document | Element | ShadowRoot, depth: number): void {
    if (scope instanceof Element) this.#ask(scope);
    // A form may have a field that is named like what is asked for here.
    const isOne = scope instanceof ShadowRoot || scope instanceof HTMLFormElement;
    const isWide = !isOne && scope.childElementCount > MANY_CHILDREN;
    if (isOne || !(isWide || depth > 0)) this.#asking = allIn(scope);
    else
      this.#rows.push({ parent: scope, next: scope.firstElementChild, depth: isWide ? 0 : depth });
  }

  /** Else they would be kept for as long as the page is; one that comes back is found again. */
  #forgetGone(): void {
    this.#mayHaveGone = false;
    for (const root of this.#known) if (!root.host.isConnected) this.#known.delete(root);
    for (const element of this.#awaited) this.#await(element);
  }

  #ask(element: Element): void {
    // Has never one, and may say that it had (tree.ts).
    if (element instanceof HTMLFormElement) return;
    const root = element.shadowRoot;
    if (!root) {
      this.#await(element);
      return;
    }
    if (this.#awaited.delete(element)) this.#sizes.unobserve(element);
    if (this.#known.has(root)) return;
    this.#known.add(root);
    this.#queue.push(root);
    this.#found(root);
  }

  #await(element: Element): void {
    if (!element.isConnected) {
      if (this.#awaited.delete(element)) this.#sizes.unobserve(element);
      return;
    }
    if (!element.localName.includes('-') || this.#awaited.size >= MAX_AWAITED) return;
    if (element.localName === 'gloss-popover' || this.#awaited.has(element)) return;
    this.#awaited.add(element);
    this.#sizes.observe(element);
  }
}

/** A form may have a field that is named like the method. */
function allIn(scope: Document | Element | ShadowRoot): ArrayLike<Element> {
  return scope instanceof Element
    ? Element.prototype.querySelectorAll.call(scope, MAY_HOST)
    : scope.querySelectorAll(MAY_HOST);
}
