/** A page that is still coming: what it takes to read it is fetched meanwhile, and nothing is done to it. */
import { afterEach, expect, it } from 'vitest';
import { waitFor } from '../../scripts/drivers/driver.ts';
import { previousTabId } from '../../scripts/drivers/popup.ts';
import { stateOf, storeSetting } from './support/extension.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const stage = setStage({
  '/coming': {
    body: '<!doctype html><html lang="en"><title>Coming</title><p>So far CATL is named.</p>',
    neverEnds: true,
  },
});

afterEach(() => stage.reset());

/** Has the page import by a map that it adds now: browsers have refused maps that come behind an import. */
function addImportMap(): void {
  const add = (type: string, textContent: string) =>
    document.head.append(Object.assign(document.createElement('script'), { type, textContent }));
  add('importmap', '{ "imports": { "named": "data:text/javascript,export default 7" } }');
  add('module', 'import named from "named"; document.title = named;');
}

/** What the frame of such a page says of itself, as soon as it says anything. */
async function whileComing(): Promise<{ state: string; isMarked: boolean }> {
  const tab = await stage.browser.open('about:blank');
  try {
    return await stage.withOwn(OPTIONS, async (own) => {
      const id = await previousTabId(own);
      await tab.bringToFront();
      // It never arrives, as far as a driver is concerned.
      tab.goto(`${stage.origin}/coming`).catch(() => undefined);
      let state = '';
      await waitFor('the page to begin', () =>
        tab.evaluate(() => location.pathname === '/coming' && document.body !== null),
      );
      await waitFor('its frame to answer', async () => {
        state = await stateOf(own, id);
        return state !== '';
      });
      const isMarked = await tab.evaluate(() => CSS.highlights.size > 0);
      await tab.evaluate(addImportMap);
      await waitFor('what it imports', () => tab.evaluate(() => document.title === '7'));
      return { state, isMarked };
    });
  } finally {
    await tab.close();
  }
}

it('is being read, so it says, before it is idle, and has no mark until then', async () => {
  expect(await whileComing()).toEqual({ state: 'scanning', isMarked: false });
});

it('is left alone where Gloss is off', async () => {
  await stage.withOwn(OPTIONS, (own) => storeSetting(own, 'enabled', false));
  expect(await whileComing()).toMatchObject({ state: 'off', isMarked: false });
});
