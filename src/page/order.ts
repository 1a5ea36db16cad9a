/** The order in which a reader meets two nodes, across open shadow roots. */

/** A node and the hosts of the shadow trees it is in, the outermost tree first. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    path.unshift(root.host);
  }
  return path;
}

/** True when `a` comes before `b`; a host comes before what is in its shadow root. */
export function comesBefore(a: Node, b: Node): boolean {
  if (a === b) return false;
  const direct = a.compareDocumentPosition(b);
  if ((direct & Node.DOCUMENT_POSITION_DISCONNECTED) === 0) {
    return (direct & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  const pathA = hostPath(a);
  const pathB = hostPath(b);
  for (let depth = 0; ; depth++) {
    const stepA = pathA[depth];
    const stepB = pathB[depth];
    if (!stepA || !stepB) return stepA === undefined;
    if (stepA === stepB) continue;
    return (stepA.compareDocumentPosition(stepB) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
}

/**
 * Index of the first item that does not come before a place, in items sorted by page order.
 * @param isBefore true for an item that comes before the place
 */
export function placeInOrder<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  const last = items.at(-1);
  // Text arrives at the end far more often than anywhere else.
  if (last === undefined || isBefore(last)) return items.length;
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
