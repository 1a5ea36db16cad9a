/** What an open popover has to know of the page around it: listeners that only it needs. */

export interface WhileOpen {
  /** The mention may have moved: at most once a frame. */
  moved(): void;
  /** The window has another size or zoom. */
  resized(): void;
  /** The page is left, or has become another. */
  left(): void;
}

/** Starts listening. @returns what ends it */
export function watchPage({ moved, resized, left }: WhileOpen): () => void {
  const end = new AbortController();
  const options = { capture: true, passive: true, signal: end.signal } as const;
  const path = location.pathname;
  let frame = 0;
  const soon = (act: () => void) => () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      act();
    });
  };
  // Pages change their address while one scrolls, too: only another path is another page.
  const navigated = () => {
    if (location.pathname !== path) left();
  };
  window.addEventListener('scroll', soon(moved), options);
  window.addEventListener('resize', soon(resized), options);
  window.visualViewport?.addEventListener('resize', soon(resized), options);
  window.visualViewport?.addEventListener('scroll', soon(moved), options);
  window.addEventListener('pagehide', left, options);
  window.addEventListener('popstate', navigated, options);
  window.navigation?.addEventListener('currententrychange', navigated, options);
  document.addEventListener('fullscreenchange', left, options);
  return () => {
    end.abort();
    cancelAnimationFrame(frame);
  };
}
