/** A page that never holds still is right again once it does: its marks are those of what it then is. */
import { beforeEach, expect, it } from 'vitest';
import { readMarks } from '../../scripts/drivers/chromium.ts';
import { type Tab, waitFor } from '../../scripts/drivers/driver.ts';
import type { Route } from '../../scripts/drivers/serve.ts';
import { storeSetting } from './support/extension.ts';
import { waitForMarks } from './support/page.ts';
import { OPTIONS, setStage } from './support/stage.ts';

const html = (body: string) => ({
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Restless</title></head><body style="margin:40px;font:16px/1.5 serif">${body}</body></html>`,
});

/**
 * Changes a thousand times a second for some seconds: texts that are rewritten, paragraphs that come, go and
 * move. What it ends with follows from the number of changes alone.
 */
const SCRIPT = `<script>{
  const TEXTS = ['Of CATL.', 'Nothing here.', 'The Paris Agreement holds.', 'Then COP26 met.',
    'The Inflation Reduction Act and CATL.', 'An act of inflation.', 'Ford Motor Company and CATL.'];
  const list = document.querySelector('main');
  let n = 0;
  const change = () => {
    const places = list.children;
    const at = places[(n * 7) % places.length];
    switch (n % 4) {
      case 0: at.textContent = TEXTS[n % TEXTS.length]; break;
      case 1: at.firstChild.data = TEXTS[(n * 3) % TEXTS.length]; break;
      case 2: list.append(places[0]); break;
      case 3: {
        const fresh = document.createElement('p');
        fresh.append(TEXTS[(n * 5) % TEXTS.length]);
        at.replaceWith(fresh);
      }
    }
    n += 1;
  };
  const begin = performance.now();
  const step = () => {
    const due = Math.min(3000, performance.now() - begin);
    while (n < due) change();
    if (n < 3000) setTimeout(step);
    else document.documentElement.dataset.changes = n;
  };
  step();
}</script>`;

const routes: Record<string, Route> = {
  '/restless': html(`<main>${'<p>At first.</p>'.repeat(40)}</main>${SCRIPT}`),
};
const stage = setStage(routes);
beforeEach(() => stage.reset());

/** How many marks of each kind there are; in Chromium, where a test may ask, each with its text and place. */
async function marksOf(tab: Tab): Promise<string> {
  if (stage.browser.name === 'chromium') {
    const marks = await readMarks(tab);
    return JSON.stringify(marks.map(({ name, text, x, y }) => [name, text, x, y].join()).sort());
  }
  return tab.evaluate(() =>
    JSON.stringify(
      [...CSS.highlights.keys()]
        .filter((name) => name.startsWith('gloss-'))
        .map((name) => `${name} ${CSS.highlights.get(name)?.size}`)
        .sort(),
    ),
  );
}

it('ends with the marks of a page that was always so', async () => {
  // A mark that stands stays the first of its section when text arrives above it: here all are marked.
  await stage.withOwn(OPTIONS, (own) => storeSetting(own, 'markFrequency', 'every'));
  await stage.withTab('/restless', async (tab) => {
    await waitFor('its rest', () =>
      tab.evaluate(() => document.documentElement.dataset.changes === '3000'),
    );
    const body = await tab.evaluate(() => document.querySelector('main')?.outerHTML ?? '');
    routes['/at-rest'] = html(body);
    const wanted = await stage.withTab('/at-rest', async (fresh) => {
      await waitForMarks(fresh, ['organization', 'law', 'agreement', 'event']);
      let seen = '';
      await waitFor('its marks', async () => {
        const before = seen;
        seen = await marksOf(fresh);
        return seen === before;
      });
      return seen;
    });
    expect(JSON.parse(wanted).length).toBeGreaterThan(3);
    await tab.bringToFront();
    await waitFor(
      `the marks of a fresh page: ${wanted}`,
      async () => (await marksOf(tab)) === wanted,
    );
  });
});
