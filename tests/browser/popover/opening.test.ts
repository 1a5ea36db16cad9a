import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { GRACE_MS } from '../../../src/opening/delays.ts';
import { soon } from '../../support/soon.ts';
import { centreOf, click, moveTo, nextFrame, pointAt, press, release, tap } from './input.ts';
import { type Stage, type StageOptions, setStage } from './stage.ts';

const PAGE = `
  <style>body { margin: 0; font: 16px/1.5 sans-serif; } main { padding: 20px 20px 3000px; }</style>
  <main>
    <p id="first">Shares of <span data-entity="catl">CATL</span> rose.</p>
    <p id="second">And <a href="#linked"><span data-entity="china">China</span></a> answered.</p>
    <p>Then <span data-entity="cop26">COP26</span> met. <input id="field"></p>
    <p id="last">Nothing is mentioned here.</p>
  </main>`;

const { attachShadow } = Element.prototype;

let stage: Stage;

function set(options: StageOptions = {}): void {
  stage = setStage({ ...options, settings: { openingDelay: 20, ...options.settings } });
}

const span = (id: string): Element => {
  const found = document.querySelector(`[data-entity="${id}"]`);
  if (!found) throw new Error(`no ${id} on the page`);
  return found;
};
const at = (id: string) => centreOf(span(id));
const current = () => stage.controller.current?.entity ?? null;
const opened = (id: string) => soon(() => expect(current()).toBe(id));
/** The first popover of a stage is there when what draws it has been loaded. */
const drawn = () => soon(() => expect(stage.host()).not.toBeNull());
const closed = () => soon(() => expect(stage.controller.isOpen).toBe(false));
const surface = (): Element => {
  const found = stage.root().querySelector('[role=dialog]');
  if (!found) throw new Error('no popover');
  return found;
};
const pinButton = () => surface().querySelector('[aria-pressed]') ?? surface();
const pin = async () => {
  await click(centreOf(pinButton()));
  await soon(() => expect(pinButton().getAttribute('aria-pressed')).toBe('true'));
};
/** From here on Gloss's timers wait for `timePasses`: input may be long on its way through the driver. */
const timeStands = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
/** Whatever was to come of what has been done comes. */
const timePasses = () => vi.advanceTimersByTimeAsync(10 * GRACE_MS);
/** Long enough that whatever the 20 ms of delay would bring has come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 150));
const elsewhere = { x: 700, y: 500 };

beforeEach(async () => {
  await page.viewport(1000, 700);
  document.body.innerHTML = PAGE;
  await moveTo(elsewhere);
});

afterEach(() => {
  vi.useRealTimers();
  stage.end();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
});

describe('by pointer', () => {
  it('adds nothing to the page before it opens, and nothing but its host then', async () => {
    set();
    const before = document.documentElement.outerHTML;
    await nextFrame();
    expect(document.documentElement.outerHTML).toBe(before);
    await pointAt(at('catl'));
    await opened('catl');
    const host = stage.host();
    expect(host?.parentElement).toBe(document.documentElement);
    host?.remove();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('opens where the pointer rests, and closes when it has left', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    expect(stage.host()?.matches(':popover-open')).toBe(true);
    await moveTo(elsewhere);
    await closed();
    expect(stage.host()?.matches(':popover-open')).toBe(false);
  });

  it('opens nothing where the pointer only passes', async () => {
    set();
    timeStands();
    const { x, y } = at('catl');
    await moveTo({ x: x - 8, y });
    await moveTo({ x: x + 8, y });
    await moveTo(elsewhere);
    await timePasses();
    expect(stage.controller.isOpen).toBe(false);
  });

  it('takes no notice of events that a script made', async () => {
    set();
    const { x, y } = at('catl');
    for (const type of ['pointermove', 'pointerover', 'pointerdown', 'pointerup', 'click']) {
      span('catl').dispatchEvent(
        new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, pointerType: 'touch' }),
      );
      span('catl').dispatchEvent(
        new PointerEvent(type, { bubbles: true, clientX: x + 1, clientY: y, pointerType: 'mouse' }),
      );
    }
    await settled();
    expect(stage.controller.isOpen).toBe(false);
  });

  it('stays while the pointer is on it, and on the way to it', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    const box = surface().getBoundingClientRect();
    const from = at('catl');
    timeStands();
    for (let step = 1; step <= 5; step += 1) {
      await moveTo({ x: from.x, y: from.y + ((box.top + 10 - from.y) * step) / 5 });
      await vi.advanceTimersByTimeAsync(GRACE_MS / 2);
      expect(current()).toBe('catl');
    }
    await timePasses();
    expect(current()).toBe('catl');
  });

  it('opens nothing while a button is held or text is selected around the pointer', async () => {
    set();
    await pointAt(at('catl'), 1);
    await settled();
    expect(stage.controller.isOpen).toBe(false);
    getSelection()?.selectAllChildren(document.querySelector('#first') ?? document.body);
    await pointAt(elsewhere);
    await pointAt(at('catl'));
    await settled();
    expect(stage.controller.isOpen).toBe(false);
  });

  it('opens nothing while typing', async () => {
    set();
    document.querySelector<HTMLInputElement>('#field')?.focus();
    timeStands();
    await pointAt(at('catl'));
    await userEvent.keyboard('a');
    await timePasses();
    expect(stage.controller.isOpen).toBe(false);
  });

  it('opens nothing where a context menu was asked for, and the menu closes what is open elsewhere', async () => {
    set();
    timeStands();
    await pointAt(at('catl'));
    await press(at('catl'), 'right');
    await release(at('catl'), 'right');
    await timePasses();
    expect(stage.controller.isOpen).toBe(false);
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    await press(elsewhere, 'right');
    await release(elsewhere, 'right');
    await closed();
  });

  it('opens by a pen that hovers', async () => {
    set();
    await pointAt(at('catl'), 0, 'pen');
    await opened('catl');
  });

  it('leaves open what is open when the window is resized', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    await page.viewport(800, 600);
    await settled();
    expect(current()).toBe('catl');
  });

  it('closes as soon as text is selected from its own mention', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    const { x, y } = at('catl');
    await press({ x, y });
    // A hand that slips is not selecting.
    await moveTo({ x: x + 1, y }, 1);
    expect(current()).toBe('catl');
    // Along the line: below it the popover would be in the way.
    await moveTo({ x: x + 60, y }, 1);
    await closed();
    await release({ x: x + 60, y });
    await soon(() => expect(String(getSelection())).toContain('rose'));
  });

  it.each([
    ['from inside it', surface, async () => {}],
    ['while it is pinned', () => span('catl'), pin],
  ])('stays while a drag goes on %s', async (_, from, before) => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    await before();
    const start = centreOf(from());
    await moveTo(start);
    await press(start);
    await moveTo({ x: start.x + 60, y: start.y }, 1);
    await release({ x: start.x + 60, y: start.y });
    expect(current()).toBe('catl');
  });

  it('moves on to another mention that the pointer rests on', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    await userEvent.keyboard('{Escape}');
    await pointAt(at('cop26'));
    await opened('cop26');
    expect(document.querySelectorAll('gloss-popover')).toHaveLength(1);
  });

  it('closes on a press elsewhere, not on one inside', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    const inside = centreOf(surface());
    await moveTo(inside);
    await press(inside);
    await release(inside);
    expect(current()).toBe('catl');
    await press(elsewhere);
    await release(elsewhere);
    await closed();
  });

  it('follows the page on a short scroll and closes on a far one', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    const before = surface().getBoundingClientRect().top;
    scrollTo(0, 15);
    await soon(() => expect(surface().getBoundingClientRect().top).toBe(before - 15));
    scrollTo(0, 1500);
    await closed();
  });

  it('closes when its mention has left the page', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    span('catl').remove();
    scrollTo(0, 5);
    await closed();
  });
});

describe('when the page changes', () => {
  it('closes on another page of the same document, not on another address of the same page', async () => {
    set();
    const { pathname } = location;
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    history.replaceState(null, '', '#read-so-far');
    await settled();
    expect(current()).toBe('catl');
    history.replaceState(null, '', '/another');
    await closed();
    history.replaceState(null, '', pathname);
  });

  it('closes as soon as the page layer says that its mention is gone', async () => {
    set();
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    await drawn();
    stage.controller.pageChanged();
    expect(current()).toBe('catl');
    span('catl').remove();
    stage.controller.pageChanged();
    expect(stage.controller.isOpen).toBe(false);
  });

  it('keeps one open whose text was rendered anew under the pointer', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    const old = span('catl');
    old.replaceWith(old.cloneNode(true));
    await moveTo({ x: at('catl').x + 1, y: at('catl').y });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(current()).toBe('catl');
  });
});

describe('by Esc', () => {
  it('closes without the pointer moving, and does not come back at a tremble', async () => {
    set();
    await pointAt(at('catl'));
    await opened('catl');
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await userEvent.keyboard('{Escape}');
    await closed();
    await pointAt({ x: at('catl').x + 1, y: at('catl').y });
    await settled();
    expect(stage.controller.isOpen).toBe(false);
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves Esc to the page while nothing is open', async () => {
    set();
    const heard = vi.fn();
    document.addEventListener('keydown', heard, { once: true });
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.lastCall?.[0].defaultPrevented).toBe(false);
  });

  it('gives focus back to where it was, for one opened by key', async () => {
    set();
    const field = document.querySelector<HTMLInputElement>('#field');
    field?.focus();
    stage.controller.openAt(stage.mention('catl'), { focus: true });
    await soon(() => expect(document.activeElement).toBe(stage.host()));
    expect(stage.root().activeElement).toBe(surface());
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(document.activeElement).toBe(field);
  });
});

describe('by key and command', () => {
  it.each([
    ['Tab after its last', '{Tab}', -1],
    ['Shift+Tab before its first', '{Shift>}{Tab}{/Shift}', 0],
  ])('leads back to where the reader was by %s', async (_, keys, index) => {
    set();
    const field = document.querySelector<HTMLInputElement>('#field');
    field?.focus();
    stage.controller.openAt(stage.mention('catl'), { focus: true });
    await soon(() => expect(document.activeElement).toBe(stage.host()));
    [...surface().querySelectorAll('button')].at(index)?.focus();
    await userEvent.keyboard(keys);
    expect(document.activeElement).toBe(field);
    await closed();
  });

  it('frames its mention and takes focus only when asked to', async () => {
    set();
    const field = document.querySelector<HTMLInputElement>('#field');
    field?.focus();
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    await drawn();
    expect(document.activeElement).toBe(field);
    expect(stage.root().querySelectorAll('.ring span')).toHaveLength(0);
    stage.controller.openAt(stage.mention('cop26'), { focus: true });
    expect(document.activeElement).toBe(stage.host());
    expect(stage.root().querySelectorAll('.ring span')).toHaveLength(1);
  });

  it('closes when focus leaves it', async () => {
    set();
    stage.controller.openAt(stage.mention('catl'), { focus: true });
    await soon(() => expect(document.activeElement).toBe(stage.host()));
    document.querySelector<HTMLInputElement>('#field')?.focus();
    await closed();
  });

  it('waits for a card that is not here yet, and throws a late one away', async () => {
    let answer: (card: null) => void = () => {};
    set({
      prefetched: (id) => id === 'cop26',
      fetchCard: () => new Promise((done) => (answer = done)),
    });
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    await soon(() => expect(stage.fetched).toEqual(['catl']));
    stage.controller.openAt(stage.mention('cop26'), { focus: false });
    answer(null);
    await settled();
    expect(current()).toBe('cop26');
  });

  it('opens nothing for an entity that nobody knows', async () => {
    set({ prefetched: () => false, fetchCard: async () => null });
    stage.controller.openAt(stage.mention('catl'), { focus: true });
    await closed();
    expect(stage.host()).toBeNull();
  });
});

describe('while what draws it is being loaded', () => {
  /** Has the part come when `come` is called, or fail. */
  function loading() {
    const asked: { come(): void; fail(): void }[] = [];
    const load: StageOptions['load'] = (part) =>
      new Promise((done, failed) =>
        asked.push({ come: () => done(part), fail: () => failed(new Error('no such file')) }),
      );
    return { asked, load };
  }

  it('is not asked for before the pointer is at a mention', async () => {
    const { asked, load } = loading();
    set({ load });
    await moveTo(elsewhere);
    await settled();
    expect(asked).toHaveLength(0);
    await pointAt(at('catl'));
    await soon(() => expect(asked.length).toBeGreaterThan(0));
  });

  it('opens when it has come', async () => {
    const { asked, load } = loading();
    set({ load });
    stage.controller.openAt(stage.mention('catl'), { focus: true });
    expect(stage.controller.isOpen).toBe(true);
    expect(stage.host()).toBeNull();
    for (const { come } of asked) come();
    await soon(() => expect(document.activeElement).toBe(stage.host()));
    expect(surface().textContent).toContain('CATL');
  });

  it('opens nothing that was closed meanwhile, and only the newest of two', async () => {
    const { asked, load } = loading();
    set({ load });
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    stage.controller.close();
    for (const { come } of asked.splice(0)) come();
    await settled();
    expect(stage.host()).toBeNull();
    stage.end();

    set({ load });
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    stage.controller.openAt(stage.mention('cop26'), { focus: false });
    for (const { come } of asked) come();
    await drawn();
    expect(surface().textContent).toContain('COP26');
    expect(current()).toBe('cop26');
  });

  it('gives up quietly where it cannot be had, and tries again the next time', async () => {
    const { asked, load } = loading();
    set({ load });
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    for (const { fail } of asked.splice(0)) fail();
    await closed();
    expect(stage.host()).toBeNull();
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    for (const { come } of asked) come();
    await drawn();
    expect(current()).toBe('catl');
  });

  it('brings nothing to a page that Gloss has left meanwhile', async () => {
    const { asked, load } = loading();
    set({ load });
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    stage.end();
    for (const { come } of asked) come();
    await settled();
    expect(stage.host()).toBeNull();
    expect(stage.controller.isOpen).toBe(false);
  });
});

describe('with a modifier key', () => {
  it('opens only while the key is held, also where the pointer already rests', async () => {
    set({ settings: { opening: 'modifier', modifierKey: 'Shift' } });
    await pointAt(at('catl'));
    await settled();
    expect(stage.controller.isOpen).toBe(false);
    await userEvent.keyboard('{Shift>}');
    await opened('catl');
    await userEvent.keyboard('{/Shift}');
  });
});

describe('by click and tap', () => {
  it('opens by click in click mode, and never by resting', async () => {
    set({ settings: { opening: 'click' } });
    await pointAt(at('catl'));
    await settled();
    expect(stage.controller.isOpen).toBe(false);
    await click(at('catl'));
    await opened('catl');
    await moveTo(elsewhere);
    await settled();
    expect(current()).toBe('catl');
    await click(at('catl'));
    await closed();
  });

  it('is rendered while the button is held, outside of the page, and shown by the click', async () => {
    const made: ShadowRoot[] = [];
    const attach = vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
      this: Element,
      init,
    ) {
      const root = attachShadow.call(this, init);
      made.push(root);
      return root;
    });
    set({ settings: { opening: 'click' } });
    await press(at('catl'));
    const name = await soon(() => {
      const found = made.at(-1)?.querySelector('.name');
      expect(found?.textContent).toContain('CATL');
      return found;
    });
    expect(stage.host()).toBe(null);
    await release(at('catl'));
    await opened('catl');
    expect(surface().querySelector('.name')).toBe(name);
    attach.mockRestore();
  });

  it('leaves a link its click', async () => {
    set({ settings: { opening: 'click' } });
    await click(at('china'));
    await soon(() => expect(location.hash).toBe('#linked'));
    expect(stage.controller.isOpen).toBe(false);
    history.replaceState(null, '', ' ');
  });

  it('does not take a click that the page has taken, or the end of a drag', async () => {
    set({ settings: { opening: 'click' } });
    span('catl').addEventListener('click', (event) => event.preventDefault());
    await click(at('catl'));
    const { x, y } = at('cop26');
    await press({ x: x - 15, y });
    await moveTo({ x, y }, 1);
    await release({ x, y });
    await settled();
    expect(stage.controller.isOpen).toBe(false);
  });

  it('opens by the tap of a pen, which leaves open what its hovering has opened', async () => {
    set({ settings: { openingDelay: 1000 } });
    await pointAt(at('catl'), 0, 'pen');
    await click(at('catl'), 'pen');
    await opened('catl');
    await click(at('catl'), 'pen');
    await settled();
    expect(current()).toBe('catl');
  });

  it('opens by tap in hover mode, on plain mentions only, and closes by a tap outside', async () => {
    set();
    await tap(at('catl'));
    await opened('catl');
    await tap(elsewhere);
    await closed();
    await tap(at('china'));
    await settled();
    expect(stage.controller.isOpen).toBe(false);
    history.replaceState(null, '', ' ');
  });
});

describe('its end', () => {
  it('takes everything out of the page', async () => {
    set();
    stage.controller.openAt(stage.mention('catl'), { focus: false });
    stage.end();
    expect(stage.host()).toBeNull();
    await pointAt(at('cop26'));
    await settled();
    expect(stage.host()).toBeNull();
  });

  it('removes what an earlier instance left', () => {
    const old = document.createElement('gloss-popover');
    old.popover = 'manual';
    document.documentElement.append(old);
    set();
    expect(stage.host()).toBeNull();
  });

  it('leaves the page an element of its own that is called so', () => {
    const own = document.createElement('gloss-popover');
    own.textContent = 'The page put this here.';
    document.body.append(own);
    set();
    expect(own.isConnected).toBe(true);
    own.remove();
  });
});
