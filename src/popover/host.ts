/**
 * The one element that Gloss adds to a page, made when a popover is first opened. The page can
 * neither style nor read what is inside: closed shadow root, adopted style sheet, and custom
 * properties whose names the page cannot know (a page may register `--x` for the whole document,
 * shadow trees too, and break every `var(--x)`; birchill/10ten-ja-reader#2303).
 */
import { HOST_NAME, type OwnHosts } from '../opening/own-hosts.ts';
import charts from '../ui/charts.css?inline';
import { uiDirection, uiLocale } from '../ui/i18n.ts';
import source from '../ui/source.css?inline';
import tokens from '../ui/tokens.css?inline';
import style from './popover.css?inline';

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the popover's content is rendered. */
  readonly surface: HTMLElement;
  /** Frames around the lines of a mention that was opened by key. */
  readonly ring: HTMLElement;
  /** Sets the size of all text; 1 at 100 %. */
  scaleTo(scale: number): void;
}

/** Letters that the page cannot guess; see above. */
function privatePrefix(): string {
  return `--gloss-${crypto.getRandomValues(new Uint32Array(2)).join('-')}-`;
}

/** Of our name, unless the page has a custom element that is called so: that one would be the page's. */
function newElement(): HTMLElement {
  const element = document.createElement(HOST_NAME);
  return element.matches(':defined') ? document.createElement(`${HOST_NAME}-host`) : element;
}

/**
 * @param hosts is told of the element
 * @param more rules beside those of every popover
 */
export function createHost(hosts: OwnHosts, more = ''): Host {
  const element = newElement();
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  hosts.add(element, root);
  const prefix = privatePrefix();
  const rules = (tokens + charts + source + style + more).replaceAll('--gloss-', prefix);
  const sheet = new CSSStyleSheet();
  let scaledTo = 0;
  /** Lengths are written out: as a property, the unit would be looked up for each element anew. */
  const scaleTo = (scale: number) => {
    if (scale === scaledTo) return;
    scaledTo = scale;
    sheet.replaceSync(rules.replaceAll(`var(${prefix}u)`, `${scale}px`));
  };
  root.adoptedStyleSheets = [sheet];
  const ring = document.createElement('div');
  const surface = document.createElement('div');
  ring.className = 'ring';
  surface.className = 'gloss';
  surface.setAttribute('role', 'dialog');
  surface.setAttribute('aria-labelledby', 'name');
  surface.setAttribute('aria-describedby', 'summary');
  surface.tabIndex = -1;
  surface.lang = uiLocale();
  surface.dir = uiDirection();
  root.append(ring, surface);
  return {
    element,
    root,
    surface,
    ring,
    scaleTo,
  };
}

/**
 * Where the host must be for a popover at `anchor`: inside the fullscreen element or modal dialog
 * that contains it, since all else is hidden or inert then; otherwise in the root element.
 */
function placeFor(anchor: Element): Element {
  const { fullscreenElement } = document;
  if (fullscreenElement?.contains(anchor)) {
    const dialog = closestModal(anchor);
    return dialog && fullscreenElement.contains(dialog) ? dialog : mountable(fullscreenElement);
  }
  return closestModal(anchor) ?? document.documentElement;
}

/** An iframe or video takes no children that are rendered. */
function mountable(element: Element): Element {
  return element.matches('iframe, video, canvas, img, object, embed')
    ? document.documentElement
    : element;
}

/** The nearest modal dialog around an element, through shadow roots. */
function closestModal(from: Element): Element | null {
  const found = from.closest('dialog:modal');
  if (found) return found;
  const root = from.getRootNode();
  return root instanceof ShadowRoot ? closestModal(root.host) : null;
}

/** Puts the host where a popover at `anchor` can be seen and used, and shows it in the top layer. */
export function mount(host: Host, anchor: Element): void {
  const { element } = host;
  const place = placeFor(anchor);
  if (element.parentNode !== place) place.append(element);
  // Shown anew it comes to the top: something of the page may have been put above it since.
  if (element.matches(':popover-open')) element.hidePopover();
  element.showPopover();
}

export function unmount({ element }: Host): void {
  if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
}
