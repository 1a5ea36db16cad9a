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
});
