/**
 * Pages that a browser builds before anybody goes to them: Gloss waits in them as in a hidden tab, says
 * nothing of them, and marks them when they are shown.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../scripts/drivers/driver.ts';
import { type Server, serve } from '../../scripts/drivers/serve.ts';
import { ROOT } from '../../scripts/setup/packages.mjs';
import { BROWSER } from './support/browser.ts';
import { launchPrerenderer, type Prerenderer } from './support/prerender.ts';
import { setStage } from './support/stage.ts';

/** Of the extension API, what is used here. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    remove(id: number): Promise<void>;
  };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  storage: {
    session: { get(keys: null): Promise<Record<string, unknown>> };
    sync: { set(items: object): Promise<void> };
  };
};

/** What the page that is built beforehand notes of itself. */
interface Noted {
  /** While it waits. */
  prerendering: boolean;
  marks: number;
  /** When it is shown, before anything else hears of it. */
  marksWhenShown: number;
}

const RULES = '{"prerender":[{"urls":["/next"],"eagerness":"immediate"}]}';
const FIRST = `<!doctype html><title>First</title><script type="speculationrules">${RULES}</script>
  <p>A recipe for bread.</p><a href="/next">Next page</a>`;
/**
 * A page has its first marks a fifth of a second after it is loaded, on a busy machine. What is noted goes to
 * the page before by storage, since nothing else of the page can be asked yet.
 */
const NEXT = `<!doctype html><title>Next</title><p>In Ningde CATL builds cells. The Paris Agreement was signed.</p>
  <script>
    window.noted = { prerendering: document.prerendering };
    document.addEventListener('prerenderingchange', () => { noted.marksWhenShown = CSS.highlights.size; });
    addEventListener('load', () => setTimeout(() => {
      noted.marks = CSS.highlights.size;
      localStorage.setItem('waited', 'yes');
    }, 1000));
  </script>`;

const GLOSS = ['gloss-agreement', 'gloss-organization'];

if (BROWSER === 'chromium') {
  describe('a page that is prerendered', () => {
    let server: Server;
    let browser: Prerenderer;
    beforeAll(async () => {
      server = await serve(`${ROOT}docs/demo`, {
        '/first': { body: FIRST },
        '/next': { body: NEXT },
      });
      browser = await launchPrerenderer();
    });
    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    // One tab at a time has the next page's address.
    afterEach(() =>
      browser.background.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        if (tab) await chrome.tabs.remove(tab.id);
      }),
    );

    /** What the background knows of the tab that is seen. */
    const known = () =>
      browser.background.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true });
        const findings = tab && (await chrome.storage.session.get(null))[`tab:${tab.id}`];
        const badge = tab && (await chrome.action.getBadgeText({ tabId: tab.id }));
        return { badge, urls: (findings as { url: string }[] | undefined)?.map(({ url }) => url) };
      });
    const enable = (enabled: boolean) =>
      browser.background.evaluate(
        (value) => chrome.storage.sync.set({ 'setting.enabled': value }),
        enabled,
      );
    const next = () => `${server.origin}/next`;
    const marks = () => browser.ask<string[]>(next(), '[...CSS.highlights.keys()].sort()');

    /** A page behind which the next one has been built, and has waited. */
    async function openFirst(): Promise<Page> {
      const page = await browser.open(`${server.origin}/first`);
      await waitFor('the next page to be built', () =>
        page.evaluate(() => localStorage.getItem('waited')),
      );
      await page.evaluate(() => localStorage.clear());
      return page;
    }

    /** Goes to the page that has been built; what it has noted. */
    async function goOn(page: Page): Promise<Noted> {
      await page.evaluate(() => document.querySelector('a')?.click());
      return waitFor('the next page', () =>
        browser.ask<Noted | null>(next(), 'noted.marksWhenShown === undefined ? null : noted'),
      );
    }

    it('waits for its reader, and says nothing of itself', async () => {
      const page = await openFirst();
      expect(await known()).toEqual({ badge: '', urls: [`${server.origin}/first`] });
      expect(await goOn(page)).toEqual({ prerendering: true, marks: 0, marksWhenShown: 0 });
      await waitFor('its marks', async () => (await marks()).length === GLOSS.length);
      expect(await marks()).toEqual(GLOSS);
      await waitFor('its badge', async () => (await known()).badge === '2');
      expect((await known()).urls).toEqual([next()]);
    });

    it('follows settings that are changed while it waits', async () => {
      const page = await openFirst();
      await enable(false);
      await goOn(page);
      // As long as marks take.
      await browser.ask(next(), 'setTimeout(() => { noted.rested = true; }, 1000)');
      await waitFor('a second', () => browser.ask<boolean>(next(), 'noted.rested === true'));
      expect(await marks()).toEqual([]);
      await enable(true);
      await waitFor('its marks', async () => (await marks()).length === GLOSS.length);
    });
  });
} else {
  const stage = setStage({ '/first': { body: FIRST } });

  it('is nothing that Firefox does: once it does, it is to be tried there', () =>
    stage.withTab('/first', async (tab) => {
      expect(await tab.evaluate(() => HTMLScriptElement.supports('speculationrules'))).toBe(false);
    }));
}
