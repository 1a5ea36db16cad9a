/** The popover of the built extension without a pointer that rests: by key, by finger, and not at all. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { waitForBadge } from './support/extension.ts';
import { hover, locate, rested, waitForMarks, waitForNoMarks } from './support/page.ts';
import { closed, says } from './support/popover.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const page = (body: string) => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title></head>
    <body style="margin:40px;font:20px/1.6 serif">${body}</body></html>`,
});
const BODY = `<p>The battery maker CATL licenses its know-how. <input id="field" value="text"></p>
  <div style="height: 1500px"></div><p>Then <a href="#linked">COP26</a> was held.</p>
  <div style="height: 900px"></div>`;
const FRAME = 'style="display:block;width:600px;height:300px"';
const ROUTES = {
  '/keys': page(BODY),
  // A sandbox makes the last frame another origin's.
  '/framed':
    page(`<p>The battery maker CATL.</p><iframe id="same" ${FRAME} src="{ORIGIN}/one"></iframe>
    <p>Then COP26 was held.</p><div style="height:1500px"></div>
    <iframe id="other" sandbox="allow-scripts" ${FRAME} src="{ORIGIN}/two"></iframe>`),
  '/one': page('<p>Inside, the Paris Agreement is named.</p>'),
  '/two': page('<p>Inside, the Inflation Reduction Act is named.</p>'),
};

const stage = setStage(ROUTES);

/** Opens the page; `command` does what the key of that command does in it. */
const withKeys = (
  use: (tab: Tab, command: (name: Command) => Promise<void>) => Promise<void>,
  path = '/keys',
): Promise<void> =>
  stage.withTab(path, async (tab) => {
    // All that keys step through here.
    await waitForMarks(tab, ['organization', 'event']);
    await use(tab, (name) => stage.browser.command(name));
  });

type Command = 'next-mention' | 'previous-mention' | 'toggle-popover' | 'toggle-site' | 'add-note';

/** In the page: what a test has seen happen. */
declare const noted: readonly string[];

/** What has focus inside the popover, by its words; null while focus is in the page. */
const focusInside = (tab: Tab) =>
  tab.inPopover(function () {
    const at = this.activeElement;
    return at && (at.getAttribute('role') ?? at.getAttribute('aria-label') ?? at.localName);
  });

/** Keys are a field's only while its page has the focus of the window. */
const hasFocus = (tab: Tab) => waitFor('the focus', () => tab.evaluate(() => document.hasFocus()));

beforeEach(() => stage.reset());

describe('by key', () => {
  it('steps through the mentions: into view, framed, focus inside, round to the first', () =>
    withKeys(async (tab, command) => {
      await command('next-mention');
      await says(tab, 'CATL');
      expect(await focusInside(tab)).toBe('dialog');
      const frames = await tab.inPopover(function () {
        return this.querySelectorAll('.ring span').length;
      });
      expect(frames).toBe(1);
      await command('next-mention');
      await says(tab, 'COP26');
      expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(500);
      await command('next-mention');
      await says(tab, 'CATL');
      await command('previous-mention');
      await says(tab, 'COP26');
    }));

  it('goes through what is shown by Tab, and Esc gives focus back', () =>
    withKeys(async (tab, command) => {
      await tab.evaluate(() => document.querySelector('a')?.focus({ preventScroll: true }));
      await command('next-mention');
      await waitFor('focus inside', async () => (await focusInside(tab)) === 'dialog');
      await tab.press('Tab');
      await waitFor('the next stop', async () => (await focusInside(tab)) === 'Keep open');
      await tab.press('Escape');
      await closed(tab);
      expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('a');
    }));

  it('opens and closes by one key', () =>
    withKeys(async (tab, command) => {
      await command('toggle-popover');
      await says(tab, 'CATL');
      await command('toggle-popover');
      await closed(tab);
      // The same one again.
      await command('toggle-popover');
      await says(tab, 'CATL');
    }));

  it('leaves the keys to a field that is being written in', () =>
    withKeys(async (tab, command) => {
      await tab.evaluate(() => {
        document.querySelector('input')?.focus({ preventScroll: true });
        const noted: string[] = [];
        const note = () => {
          if (document.querySelector('gloss-popover')) noted.push('popover');
        };
        new MutationObserver(note).observe(document.documentElement, { childList: true });
        Object.assign(globalThis, { noted });
      });
      await hasFocus(tab);
      await command('next-mention');
      // Keys are obeyed one after another: when the site is off, the one before has been.
      await command('toggle-site');
      await waitForNoMarks(tab);
      await command('toggle-site');
      await waitForMarks(tab, ['organization', 'event']);
      expect(await tab.evaluate(() => noted)).toEqual([]);
      await tab.evaluate(() => document.querySelector('input')?.blur());
      await command('next-mention');
      await says(tab, 'CATL');
      expect(await tab.evaluate(() => noted)).not.toEqual([]);
    }));
});

describe('by key, while a note is written', () => {
  it('does nothing', () =>
    withKeys(async (tab, command) => {
      await tab.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelector('a') as Node),
      );
      await command('add-note');
      const field = await waitFor('the form', async () => {
        const at = await focusInside(tab);
        return at !== 'dialog' && at;
      });
      await command('next-mention');
      // Keys are obeyed one after another: when the site is off, the one before has been.
      await command('toggle-site');
      await waitForNoMarks(tab);
      expect(await focusInside(tab)).toBe(field);
      await tab.press('Escape');
      await command('toggle-site');
      await waitForMarks(tab);
    }));
});

describe('by key, in a page with frames', () => {
  /** Where a popover is open and where the focus is; a frame of another origin does not tell. */
  const state = (tab: Tab) =>
    tab.evaluate(() => {
      const HOST = 'gloss-popover';
      const inside = (of: Document | null | undefined) => ({
        open: of?.querySelector(`${HOST}:popover-open`) != null,
        focused: of?.activeElement?.localName === HOST,
      });
      const same = document.querySelector<HTMLIFrameElement>('#same');
      return {
        main: inside(document),
        same: inside(same?.contentDocument),
        other: document.activeElement?.id === 'other',
        seen: [...document.querySelectorAll('iframe')].map((frame) => {
          const { top, bottom } = frame.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }),
      };
    });
  const NOT = { open: false, focused: false };
  const HERE = { open: true, focused: true };
  const reaches = (tab: Tab, where: string, expected: object) =>
    waitFor(where, async () => {
      const now = await state(tab);
      return Object.entries(expected).every(
        ([part, value]) => JSON.stringify(now[part as keyof typeof now]) === JSON.stringify(value),
      );
    });

  it('steps into each where it stands in the text, and round again', () =>
    withKeys(async (tab, command) => {
      // All frames have told the background what is in them: four things in all. A tab behind another
      // one waits with what it has not read yet.
      await stage.withOwn(OPTIONS, async (own) => {
        await tab.bringToFront();
        await waitForBadge(own, '4');
      });
      await command('next-mention');
      await reaches(tab, 'the text before', { main: HERE, same: NOT });
      await says(tab, 'CATL');
      await command('next-mention');
      await reaches(tab, 'the first frame', { main: NOT, same: HERE });
      await command('next-mention');
      await reaches(tab, 'the text between', { main: HERE, same: NOT, other: false });
      await says(tab, 'COP26');
      await command('next-mention');
      await reaches(tab, 'the frame of another origin', { main: NOT, same: NOT, other: true });
      await waitFor('it to be in view', async () => (await state(tab)).seen[1]);
      await command('toggle-popover');
      await command('next-mention');
      await reaches(tab, 'the first again', { main: HERE, same: NOT });
      await says(tab, 'CATL');
      await command('previous-mention');
      await reaches(tab, 'the last again', { main: NOT, same: NOT, other: true });
      await command('previous-mention');
      await reaches(tab, 'the text between again', { main: HERE, same: NOT });
    }, '/framed'));
});

describe('by finger', () => {
  it('opens by a tap on plain text, closes by one outside, and leaves a link its tap', () =>
    withKeys(async (tab) => {
      const name = await locate(tab, 'CATL');
      await tab.tap(name.x, name.y);
      await says(tab, 'CATL');
      await tab.tap(900, 650);
      await closed(tab);
      const link = await locate(tab, 'COP26');
      await tab.tap(link.x, link.y);
      await waitFor('the link', () => tab.evaluate(() => location.hash === '#linked'));
      await rested(tab);
      expect(await readPopover(tab)).toBeNull();
    }));
});

describe('by a page’s script', () => {
  it('cannot be opened', () =>
    withKeys(async (tab) => {
      const { x, y } = await locate(tab, 'CATL');
      await tab.evaluate(
        (clientX: number, clientY: number) => {
          const target = document.elementFromPoint(clientX, clientY) ?? document.body;
          for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click']) {
            for (const pointerType of ['mouse', 'touch']) {
              target.dispatchEvent(
                new PointerEvent(type, { bubbles: true, clientX, clientY, pointerType }),
              );
            }
          }
        },
        x,
        y,
      );
      // A popover by a real pointer, elsewhere, shows that there was time enough.
      expect(await hover(tab, 'COP26')).toContain('COP26');
      expect(await tab.evaluate(() => document.querySelectorAll('gloss-popover').length)).toBe(1);
    }));
});
