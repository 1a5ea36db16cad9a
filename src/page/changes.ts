/**
 * Where a page has changed since it was read: whether a block that was read then can be taken as it is, or
 * has to be read anew. Nothing is kept alive by it.
 */
import type { ReadBlock } from './blocks.ts';
import { parentOf } from './tree.ts';

export class Changes {
  /** What was touched itself. */
  readonly #touched = new WeakSet<Node>();
  /** Every node that has something touched in it. */
  readonly #around = new WeakSet<Node>();

  note(node: Node): void {
    this.#touched.add(node);
    for (let up = parentOf(node); up && !this.#around.has(up); up = parentOf(up)) {
      this.#around.add(up);
    }
  }

  /**
   * True for a block that stands in the page, and in whose element, and around it, nothing has been
   * touched. It may be false of a block that was read after the change.
   */
  spare({ parts, container }: ReadBlock): boolean {
    if (!container.isConnected || this.#around.has(container)) return false;
    for (const { node } of parts)
      if (!container.contains(node) || this.#touched.has(node)) return false;
    for (let up: Node | null = container; up; up = parentOf(up)) {
      if (this.#touched.has(up)) return false;
    }
    return true;
  }
}
