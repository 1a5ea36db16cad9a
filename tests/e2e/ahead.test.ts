/**
 * A page that never comes to an end of loading, as the first of a browser: Chromium does not say before it has loaded one
 * what an organisation has set. It is read all the same, once, and what it imports behind Gloss's own import it gets.
 */
import { afterEach, expect, it } from 'vitest';
import { waitFor } from '../../scripts/drivers/driver.ts';
import { previousTabId } from '../../scripts/drivers/popup.ts';
import { stateOf, storeSetting } from './support/extension.ts';
import { hover, waitForMarks } from './support/page.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const stage = setStage({
  '/loading': {
    body: '<!doctype html><html lang="en"><title>Loading</title><p>So far CATL is named.</p><img src="/never">',
  },
  '/never': { body: '', headers: { 'content-type': 'image/png' }, neverEnds: true },
});

afterEach(() => stage.reset());

/** Has the page import by a map that it adds now: browsers have refused maps that come behind an import. */
function addImportMap(): void {
  const add = (type: string, textContent: string) =>
    document.head.append(Object.assign(document.createElement('script'), { type, textContent }));
  add('importmap', '{ "imports": { "named": "data:text/javascript,export default 7" } }');
  add('module', 'import named from "named"; document.title = named;');
}

it('is marked while it is still loading', async () => {
  const tab = await stage.browser.open('about:blank');
  await tab.bringToFront();
  // It never arrives, as far as a driver is concerned.
  tab.goto(`${stage.origin}/loading`).catch(() => undefined);
  await waitForMarks(tab);
  expect(await hover(tab, 'CATL')).toContain('CATL');
  expect(await tab.evaluate(() => document.readyState)).toBe('interactive');
  expect(await tab.evaluate(() => [...CSS.highlights.values()].map(({ size }) => size))).toEqual([
    1,
  ]);
  await tab.evaluate(addImportMap);
  await waitFor('what it imports', () => tab.evaluate(() => document.title === '7'));
  await tab.close();
});

it('is left alone where Gloss is off', async () => {
  await stage.withOwn(OPTIONS, (own) => storeSetting(own, 'enabled', false));
  const tab = await stage.browser.open('about:blank');
  await stage.withOwn(OPTIONS, async (own) => {
    const id = await previousTabId(own);
    await tab.bringToFront();
    tab.goto(`${stage.origin}/loading`).catch(() => undefined);
    await waitFor('the page', () => tab.evaluate(() => location.pathname === '/loading'));
    await waitFor('its frame to answer', async () => (await stateOf(own, id)) !== '');
    expect(await stateOf(own, id)).toBe('off');
    expect(await tab.evaluate(() => CSS.highlights.size)).toBe(0);
  });
  await tab.close();
});
