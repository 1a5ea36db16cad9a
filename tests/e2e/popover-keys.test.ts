/** The popover of the built extension without a pointer that rests: by key, by finger, and not at all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, readPopover, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { previousTabId } from '../../scripts/drivers/popup.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { launch } from './support/browser.ts';
import { hover, locate, waitForMarks } from './support/page.ts';
import { closed } from './support/popover.ts';

/** Of the extension API, what is used here. */
declare const chrome: {
  tabs: {
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
};

const BODY = `<p>The battery maker CATL licenses its know-how. <input id="field" value="text"></p>
  <div style="height: 1500px"></div><p>Then <a href="#linked">COP26</a> was held.</p>
  <div style="height: 900px"></div>`;
const ROUTES = {
  '/keys': {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fixture</title></head>
      <body style="margin:40px;font:20px/1.6 serif">${BODY}</body></html>`,
  },
};

let browser: Driver;
let server: Server;

beforeAll(async () => {
  server = await serve(ROOT, ROUTES);
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Command = 'next-mention' | 'previous-mention' | 'toggle-popover';

/** Opens the page; `command` does what the key of that command does in it. */
async function withKeys(
  use: (tab: Tab, command: (name: Command) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const tab = await browser.open(`${server.origin}/keys`);
  await waitForMarks(tab);
  // Browsers let nothing but fingers press the keys of commands: this is what the background sends.
  const sender = await browser.openExtensionPage('src/options/options.html');
  const tabId = await previousTabId(sender);
  await tab.bringToFront();
  const send = (id: number, command: string) =>
    chrome.tabs.sendMessage(id, { gloss: 'frame.command', request: { command } }, { frameId: 0 });
  try {
    await use(tab, (name) => sender.evaluate(send, tabId, name));
  } finally {
    await sender.close();
    await tab.close();
  }
}

/** What has focus inside the popover, by its words; null while focus is in the page. */
const focusInside = (tab: Tab) =>
  tab.inPopover(function () {
    const at = this.activeElement;
    return at && (at.getAttribute('role') ?? at.getAttribute('aria-label') ?? at.localName);
  });

const says = (tab: Tab, words: string) =>
  waitFor(`"${words}"`, async () => (await readPopover(tab))?.includes(words) ?? false);

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
    }));

  it('leaves the keys to a field that is being written in', () =>
    withKeys(async (tab, command) => {
      await tab.evaluate(() => document.querySelector('input')?.focus());
      expect(await command('next-mention')).toEqual({ done: false });
      expect(await readPopover(tab)).toBeNull();
      await tab.evaluate(() => document.querySelector('input')?.blur());
      expect(await command('next-mention')).toEqual({ done: true });
    }));
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
