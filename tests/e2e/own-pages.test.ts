/** The extension's own pages as they ship: their policy lets them have what they are made of. */
import { describe, expect, it } from 'vitest';
import { waitFor } from '../../scripts/drivers/driver.ts';
import { setStage } from './support/stage.ts';

const PAGES = ['src/popup/popup.html', 'src/options/options.html', 'src/welcome/welcome.html'];

const stage = setStage();

describe('a page of the extension', () => {
  it.each(PAGES)('is drawn with its styles: %s', async (path) => {
    const tab = await stage.browser.openExtensionPage(path);
    try {
      // A style sheet that the policy blocks is none.
      await waitFor('the page', () => tab.evaluate(() => document.readyState === 'complete'));
      const font = await tab.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(font).toContain('system-ui');
      const rules = await tab.evaluate(() =>
        [...document.styleSheets].map(({ cssRules }) => cssRules.length),
      );
      const elements = await tab.evaluate(
        () => document.querySelectorAll('style, link[rel=stylesheet]').length,
      );
      expect(rules.length).toBe(elements);
      expect(Math.min(...rules)).toBeGreaterThan(0);
    } finally {
      await tab.close();
    }
  });

  it.each(PAGES)('takes no text for markup, for code or for the address of code: %s', (path) =>
    stage.withOwn(path, async (own) => {
      const refused = await own.evaluate(() => {
        const isRefused = (attempt: () => unknown): boolean => {
          try {
            attempt();
            return false;
          } catch {
            return true;
          }
        };
        const factory = Reflect.get(globalThis, 'trustedTypes');
        return [
          () => Reflect.set(document.createElement('p'), 'innerHTML', '<b>bold</b>'),
          () => document.createElement('p').insertAdjacentHTML('beforeend', '<b>bold</b>'),
          () => Reflect.set(document.createElement('script'), 'src', location.href),
          () => new Worker(location.href).terminate(),
          // Nobody makes a policy of his own, and of ours there is one.
          () => factory.createPolicy('another', {}),
        ].map(isRefused);
      });
      expect(refused).toEqual([true, true, true, true, true]);
    }),
  );
});
