/**
 * Documents that get their body late, and documents that are made anew in place: `document.open()`
 * takes every node and every listener away and leaves the window, and the content script in it.
 */

/** Calls back when the document's children have changed, until it answers true. */
function watchChildren(of: Node, isDone: () => boolean, signal?: AbortSignal): void {
  const observer = new MutationObserver(() => {
    if (isDone()) observer.disconnect();
  });
  observer.observe(of, { childList: true });
  signal?.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/** Resolves when the document has a body: at once for nearly every page. */
export function whenBody(): Promise<void> {
  if (document.body) return Promise.resolve();
  return new Promise((resolve) => {
    let root: Element | null = null;
    const look = (): boolean => {
      if (document.body) resolve();
      else if (document.documentElement && document.documentElement !== root) {
        root = document.documentElement;
        watchChildren(root, look);
      }
      return document.body !== null;
    };
    if (!look()) watchChildren(document, look);
  });
}

/** Resolves when something of the page has been drawn; never, for one that is not shown. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** Calls back each time the document has been made anew and has a body again. */
export function onDocumentReplaced(callback: () => void, signal: AbortSignal): void {
  let root = document.documentElement;
  watchChildren(
    document,
    () => {
      if (document.documentElement && document.documentElement !== root) {
        root = document.documentElement;
        void whenBody().then(() => signal.aborted || callback());
      }
      return false;
    },
    signal,
  );
}
