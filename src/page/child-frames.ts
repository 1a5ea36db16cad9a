/**
 * Where a frame stands among the frames of its page. Frames of other origins tell each other nothing
 * but that they are there, and in which order their window holds them: enough to know one from another.
 */
import type { FrameOutline } from '../messaging/messages.ts';
import { comesBefore, placeInOrder } from './order.ts';

/** Elements that hold a document of their own. */
export const FRAME_ELEMENTS = 'iframe, frame, object, embed';

/** Indices into each window's frames on the way from the top down to this one; empty at the top. */
export function framePath(): number[] {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    path.unshift(indexIn(at.parent, at));
  }
  return path;
}

/** -1 where the window is gone from its page. */
function indexIn(parent: Window, child: Window | null): number {
  for (let i = 0; i < parent.length; i += 1) if (parent[i] === child) return i;
  return -1;
}

/**
 * The frames in this document, in its order.
 * @param marked what is marked here, in the order of the page
 * @param nodeOf a node of a mark
 */
export function childFrames<T>(
  marked: readonly T[],
  nodeOf: (item: T) => Node,
): FrameOutline['children'] {
  return [...document.querySelectorAll<HTMLIFrameElement>(FRAME_ELEMENTS)].flatMap((element) => {
    const index = indexIn(window, element.contentWindow ?? null);
    if (index < 0) return [];
    const before = placeInOrder(marked, (item) => comesBefore(nodeOf(item), element));
    return [{ index, before, isPast: element.getBoundingClientRect().bottom < 0 }];
  });
}

/**
 * Gives the focus to a frame inside this document. A frame may not take it by itself where it is of
 * another origin and the reader has done nothing in it.
 */
export function enterFrame(index: number): boolean {
  const frames = document.querySelectorAll<HTMLIFrameElement>(FRAME_ELEMENTS);
  const wanted = [...frames].find(({ contentWindow }) => indexIn(window, contentWindow) === index);
  wanted?.focus({ preventScroll: true });
  return wanted !== undefined;
}
