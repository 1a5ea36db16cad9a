/**
 * When to look again at what no observer of the page's nodes tells: whether it has turned dark or light, and
 * whether text that was seen is hidden by now. Both come of what a reader does, or show at the root and the body.
 */

export interface Attention {
  /** The page may have turned dark or light. */
  looks(): void;
  /** Text that was seen may be hidden now. */
  hides(): void;
  /** The body has another size than it had: pictures come, panels open. */
  resized(): void;
}

/** What a page hides, and what it turns dark, it does at a click or as something opens or closes. */
const ACTS = ['click', 'toggle'];

/**
 * Starts listening.
 * @returns to be called when the document has another body
 */
export function payAttention(attention: Attention, signal: AbortSignal): () => void {
  const { documentElement } = document;
  let { body } = document;
  const options = { capture: true, passive: true, signal } as const;
  const act = () => {
    attention.hides();
    attention.looks();
  };
  for (const type of ACTS) addEventListener(type, act, options);
  const looks = () => attention.looks();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', looks, { signal });
  // Some pages turn dark slowly.
  const faded = ({ target, propertyName }: TransitionEvent) => {
    if (propertyName.endsWith('color') && (target === body || target === documentElement)) looks();
  };
  document.addEventListener('transitionend', faded, { passive: true, signal });
  const attributes = new MutationObserver(looks);
  const sizes = new ResizeObserver(() => attention.resized());
  const end = () => {
    attributes.disconnect();
    sizes.disconnect();
  };
  const attend = () => {
    end();
    ({ body } = document);
    attributes.observe(documentElement, { attributes: true });
    attributes.observe(body, { attributes: true });
    sizes.observe(body);
  };
  attend();
  signal.addEventListener('abort', end, { once: true });
  return () => {
    if (!document.body || document.body === body) return;
    attend();
    looks();
  };
}
