/**
 * What changes in the page: one MutationObserver, shared by the document and its open shadow roots.
 * It only notes which nodes to read again; reading is the slicer's business. Of attributes only the one that
 * has text edited is watched here: those that reveal text are watched by sleepers.ts, where such text is.
 */
import { kindByName } from './kinds.ts';

export interface Changes {
  /** Text or a subtree is new or different: read it again. */
  touch(node: Element | Text): void;
  /** The children of an element are not what they were. */
  changed(parent: Element): void;
  /** Something has left the page. */
  removed(): void;
  /** An element's text is edited from now on, or no longer. */
  edited(element: Element): void;
}

/** A text or inline element beside a change may now belong to another block. */
function isInline(node: Node | null): node is Element | Text {
  if (node instanceof Text) return true;
  if (node instanceof HTMLFormElement) return false;
  return node instanceof Element && kindByName(node.localName) === 'inline';
}

export class Watcher {
  readonly #observer: MutationObserver;

  constructor(changes: Changes, signal: AbortSignal) {
    this.#observer = new MutationObserver((records) => {
      for (const record of records) note(record, changes);
    });
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  watch(root: Document | Element | ShadowRoot): void {
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['contenteditable'],
    });
  }
}

function note(record: MutationRecord, changes: Changes): void {
  const { target } = record;
  if (record.type === 'characterData') {
    if (target instanceof Text) changes.touch(target);
    return;
  }
  if (record.type === 'attributes') {
    if (target instanceof Element) changes.edited(target);
    return;
  }
  if (target instanceof Element) changes.changed(target);
  for (const node of record.addedNodes) {
    if (node instanceof Text || node instanceof Element) changes.touch(node);
  }
  if (record.removedNodes.length > 0) changes.removed();
  if (isInline(record.previousSibling)) changes.touch(record.previousSibling);
  if (isInline(record.nextSibling)) changes.touch(record.nextSibling);
}
