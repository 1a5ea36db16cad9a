/** A page that does its worst: what is inside the popover stays as it is, and stays unheard. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { soon } from '../../support/soon.ts';
import { centreOf, click, moveTo } from './input.ts';
import { type Stage, setStage } from './stage.ts';

const MENTION = '<p style="padding: 40px"><span data-entity="catl">CATL</span></p>';

const HOSTILE = `
  html { font-size: 60px; letter-spacing: 9px; word-spacing: 30px; line-height: 5; color: red; }
  * { all: revert !important; font-size: 50px !important; color: red !important; margin: 40px !important;
      border: 9px solid red !important; box-sizing: content-box !important; }
  gloss-popover, html > :not(head, body) { display: none !important; opacity: 0 !important; visibility: hidden !important;
      transform: scale(3) !important; filter: invert(1) !important; position: static !important;
      width: 5px !important; overflow: hidden !important; pointer-events: none !important; zoom: 3 !important;
      direction: rtl !important; writing-mode: vertical-rl !important; text-transform: lowercase !important;
      clip-path: inset(100%) !important; contain: strict !important; translate: 500px !important; }
  :root { --gloss-bg: red; --gloss-ink: red; --gloss-scale: 9; --gloss-u: 40px; }
`;

let stage: Stage;
let style: HTMLStyleElement;

function surface(): HTMLElement {
  const found = stage.root().querySelector<HTMLElement>('[role=dialog]');
  if (!found) throw new Error('no popover');
  return found;
}

/** Everything about looks that a reader could see: each element's box and computed style. */
function looks(): string[] {
  const { left, top } = surface().getBoundingClientRect();
  const all = [surface(), ...surface().querySelectorAll('*')];
  return all.map((element) => {
    const box = element.getBoundingClientRect();
    const css = getComputedStyle(element);
    const place = [box.left - left, box.top - top, box.width, box.height].map(Math.round);
    return [element.tagName, place, css.color, css.backgroundColor, css.font, css.direction].join();
  });
}

async function show(): Promise<void> {
  stage = setStage();
  stage.controller.openAt(stage.mention('catl'), { focus: false });
  await soon(() => expect(surface().style.left).not.toBe(''));
  const animations = surface().getAnimations({ subtree: true });
  await Promise.all(animations.map((animation) => animation.finished));
}

beforeEach(async () => {
  await page.viewport(1000, 700);
  document.body.innerHTML = MENTION;
  style = document.createElement('style');
  document.head.append(style);
});

afterEach(() => {
  stage.end();
  style.remove();
});

describe('the page’s styles', () => {
  it('do not reach it', async () => {
    await show();
    const before = looks();
    stage.end();
    style.textContent = HOSTILE;
    await show();
    expect(looks()).toEqual(before);
    const { x, y } = centreOf(surface());
    expect(document.elementFromPoint(x, y)).toBe(stage.host());
    stage.host()?.setAttribute('style', 'display: none !important; transform: scale(9) !important');
    expect(looks()).toEqual(before);
  });

  it('do not reach it by registered properties', async () => {
    await show();
    const before = looks();
    stage.end();
    for (const name of ['bg', 'ink', 'scale', 'u', 'accent', 'line', 'sans']) {
      CSS.registerProperty({
        name: `--gloss-${name}`,
        syntax: '<length>',
        inherits: false,
        initialValue: '7px',
      });
    }
    await show();
    expect(looks()).toEqual(before);
  });

  it('do not reach it by what dark-mode extensions do to a page', async () => {
    style.textContent = 'html { background: #181a1b }';
    await show();
    const before = looks();
    stage.end();
    style.textContent = `
      html, body, *, *::before, :not(:defined) { background-color: #181a1b !important; color: #e8e6e3 !important;
        border-color: #736b5e !important; fill: #333 !important; }
      * { filter: brightness(60%) !important; color-scheme: dark !important; }`;
    await show();
    const host = stage.host();
    if (!host) throw new Error('no host');
    host.setAttribute('data-recoloured', '');
    host.style.setProperty('background-color', '#181a1b', 'important');
    host.style.setProperty('filter', 'invert(100%) hue-rotate(180deg)', 'important');
    expect(looks()).toEqual(before);
    expect(getComputedStyle(host).filter).toBe('none');
  });

  it('do not make it part of what is printed', async () => {
    await show();
    const rules = stage.root().adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const print = rules.filter(
      (rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print',
    );
    expect(print).toHaveLength(1);
  });
});

describe('the page’s scripts', () => {
  it('cannot read it', async () => {
    await show();
    const host = stage.host();
    expect(host?.shadowRoot).toBeNull();
    expect(host?.textContent).toBe('');
    expect(host?.innerHTML).toBe('');
    expect(host?.getAttributeNames().sort()).toEqual(['popover']);
    expect(document.documentElement.textContent).not.toContain('battery');
  });

  it('hear nothing of what is done inside it', async () => {
    await show();
    const heard: string[] = [];
    const listening = new AbortController();
    const types = [
      'pointerdown',
      'mousedown',
      'mouseup',
      'click',
      'mousemove',
      'pointermove',
      'keydown',
      'keyup',
      'focusin',
      'wheel',
    ];
    for (const target of [document, document.documentElement]) {
      for (const type of types) {
        for (const capture of [true, false]) {
          const hear = (event: Event) => heard.push(`${event.type} ${event.eventPhase}`);
          target.addEventListener(type, hear, { capture, signal: listening.signal });
        }
      }
    }
    const pin = surface().querySelector('button');
    if (!pin) throw new Error('no button');
    await moveTo(centreOf(pin));
    heard.length = 0;
    await moveTo({ x: centreOf(pin).x + 2, y: centreOf(pin).y });
    await click(centreOf(pin));
    await soon(() => expect(pin.getAttribute('aria-pressed')).toBe('true'));
    await userEvent.keyboard('{Enter}');
    await soon(() => expect(pin.getAttribute('aria-pressed')).toBe('false'));
    listening.abort();
    expect(heard).toEqual([]);
  });

  it('cannot press its buttons', async () => {
    await show();
    const { x, y } = centreOf(surface().querySelector('button') ?? surface());
    const options = { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 };
    for (const type of ['pointerdown', 'pointerup', 'click']) {
      stage.host()?.dispatchEvent(new PointerEvent(type, options));
    }
    stage.host()?.click();
    await new Promise(requestAnimationFrame);
    expect(surface().querySelector('button')?.getAttribute('aria-pressed')).toBe('false');
  });

  it('cannot break it by taking the document’s events for themselves', async () => {
    await show();
    const listening = new AbortController();
    for (const type of [
      'pointerdown',
      'mousedown',
      'click',
      'keydown',
      'selectstart',
      'contextmenu',
    ]) {
      const take = (event: Event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      document.addEventListener(type, take, { capture: true, signal: listening.signal });
    }
    const pin = surface().querySelector('button');
    if (!pin) throw new Error('no button');
    await click(centreOf(pin));
    await soon(() => expect(pin.getAttribute('aria-pressed')).toBe('true'));
    await userEvent.keyboard('{Escape}');
    await soon(() => expect(stage.controller.isOpen).toBe(false));
    listening.abort();
  });

  it('can remove its host without harm: the next opening brings it back', async () => {
    await show();
    stage.host()?.remove();
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    await soon(() => expect(stage.host()?.matches(':popover-open')).toBe(true));
  });
});

describe('its look', () => {
  it.each([
    ['a light page', 'background: #fff', 'light'],
    ['a dark page', 'background: #111', 'dark'],
    ['a dark page in another colour space', 'background: oklch(0.2 0.05 260)', 'dark'],
    ['a dark colour scheme', 'color-scheme: dark', 'dark'],
    ['a page that inverts itself', 'background: #fff; filter: invert(1)', 'dark'],
    ['light text over a picture', 'background: linear-gradient(#000, #222); color: #fff', 'dark'],
  ])('is that of %s', async (_, css, theme) => {
    style.textContent = `html { ${css} } body { background: none }`;
    await show();
    expect(surface().dataset.theme).toBe(theme);
    const dark = getComputedStyle(surface()).backgroundColor === 'rgb(32, 34, 37)';
    expect(dark ? 'dark' : 'light').toBe(theme);
  });
});
