/** Kinds of pages and moments that only the built extension in a browser can show. */
import { describe, expect, it } from 'vitest';
import { goBack, type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import { hover, waitForMarks } from './support/page.ts';
import { setStage } from './support/stage.ts';

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
const html = (body: string) => `<!doctype html><html lang="en"><body>${body}</body></html>`;
const FRAME = 'style="width:600px;height:120px"';
const CATL = '<p>Batteries of CATL.</p>';

const ROUTES = {
  '/plain.txt': {
    body: 'A note on batteries.\n\nThe Inflation\nReduction Act and CATL.\n\nInflation\n\nReduction Act\n\nSo they said at COP26.\n',
    headers: PLAIN,
  },
  '/frames': {
    body: html(`<p>Frames.</p>
<iframe id="blank" ${FRAME}></iframe>
<iframe id="srcdoc" ${FRAME} srcdoc="${CATL.replaceAll('"', '&quot;')}"></iframe>
<iframe id="same" ${FRAME} src="/inner"></iframe>
<script>blank.contentDocument.body.innerHTML = ${JSON.stringify(CATL)};</script>`),
  },
  '/inner': { body: html(CATL) },
  '/news': { body: html(`<h1>News</h1>${CATL}`) },
  '/elsewhere': { body: html('<p>Bread.</p>') },
};

const stage = setStage(ROUTES);

/** Whether Gloss has marks in the document itself. */
const isMarked = (tab: Tab): Promise<boolean> =>
  tab.evaluate(() => [...CSS.highlights.keys()].some((name) => name.startsWith('gloss')));

describe('any page', () => {
  it('reads a plain text, paragraph by paragraph', () =>
    stage.withTab('/plain.txt', async (tab) => {
      await waitForMarks(tab);
      expect(await hover(tab, 'CATL')).toContain('CATL');
      // What a blank line keeps apart is no name; what stands after it has been read.
      await waitForMarks(tab, ['law', 'event']);
      expect(await tab.evaluate(() => CSS.highlights.get('gloss-law')?.size)).toBe(1);
    }));

  it('marks frames of its own origin, without an address and with one in the markup', () =>
    stage.withTab('/frames', async (tab) => {
      for (const id of ['blank', 'srcdoc', 'same']) {
        await waitFor(`marks in ${id}`, () =>
          tab.evaluate((name: string) => {
            const frame = document.getElementById(name) as HTMLIFrameElement;
            const { CSS: css } = frame.contentWindow as Window & typeof globalThis;
            return [...css.highlights.keys()].some((key) => key.startsWith('gloss'));
          }, id),
        );
      }
    }));

  it('marks again what the page has cleared, when it comes back to the reader', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      await tab.evaluate(() => CSS.highlights.clear());
      await tab.evaluate(() => dispatchEvent(new Event('focus')));
      await waitForMarks(tab);
    }));

  it('is marked after going to another page and back', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      await tab.goto(`${stage.origin}/elsewhere`);
      expect(await isMarked(tab)).toBe(false);
      await goBack(tab);
      await waitFor('the page before', () => tab.evaluate(() => location.pathname === '/news'));
      await waitForMarks(tab);
    }));

  it('follows the settings when a page comes out of the back/forward cache', () =>
    stage.withTab('/news', async (tab) => {
      await waitForMarks(tab);
      await tab.evaluate(() => {
        CSS.highlights.clear();
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
      await waitForMarks(tab);
    }));
});
