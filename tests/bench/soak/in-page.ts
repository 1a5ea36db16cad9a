/**
 * A page that never ends: articles arrive below, numbers change in those that are there, the
 * reader goes on scrolling. It drops what is far above, as such pages do, so that its own size levels
 * off and does not hide what Gloss might leave behind.
 */
import { newsParagraphs } from '../page/prose.ts';

/** What happens in a second of reading. */
const SECOND = {
  /** Articles that arrive: more than any feed has, so that ten minutes see hundreds of them. */
  articles: 1,
  /** Numbers that change: views, prices, minutes played. */
  changes: 5,
  /** How far the reader scrolls, in CSS px: a window's height in about eight seconds. */
  scrolled: 100,
};
/** Articles that the page keeps. */
const KEPT = 60;
/** UTF-16 units of text to take articles from. */
const TEXT_UNITS = 100_000;

/** What the page offers to who drives it. */
export interface Feed {
  /** So many seconds of reading, one a frame: as fast as it goes. */
  read(seconds: number): Promise<void>;
  /** Whether the newest article is marked. */
  isMarked(): boolean;
  /** Marks of the whole page. */
  marks(): number;
}

const highlights = () => [...CSS.highlights.values()] as unknown as Set<AbstractRange>[];

function createFeed(list: Element): Feed {
  const texts = newsParagraphs(TEXT_UNITS);
  let made = 0;
  let changed = 0;
  const arrive = () => {
    const article = document.createElement('article');
    const text = (at: number) => texts[(made * 3 + at) % texts.length] ?? '';
    // A name in each, so that it can be seen when Gloss has come to the last of them; one that is
    // hidden, one in a shadow root, and an element that might get a shadow root and never does.
    article.innerHTML = `<h2>Report ${made}</h2><p>Batteries of CATL. <a href="#${made}">More</a></p>
      <p>${text(0)}</p><p>${text(1)}</p><p><x-icon></x-icon><span class="seen">0</span> views</p>
      <details><summary>Background</summary><p>What COP26 decided.</p></details><x-card></x-card>`;
    const card = article.querySelector('x-card')?.attachShadow({ mode: 'open' });
    if (card) card.innerHTML = '<p>Beside it: Ford Motor Company.</p>';
    list.append(article);
    made++;
    if (list.children.length > KEPT) list.firstElementChild?.remove();
  };
  const change = () => {
    const numbers = list.querySelectorAll('.seen');
    const number = numbers[(changed * 7) % numbers.length]?.firstChild;
    changed++;
    if (number) number.nodeValue = String(changed);
  };
  const second = () => {
    for (let n = 0; n < SECOND.articles; n++) arrive();
    for (let n = 0; n < SECOND.changes; n++) change();
    scrollBy({ top: SECOND.scrolled, behavior: 'instant' });
  };
  for (let at = 0; at < KEPT; at++) arrive();
  return {
    read: (seconds) =>
      new Promise((done) => {
        let passed = 0;
        const step = () => {
          second();
          passed++;
          if (passed < seconds) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      }),
    isMarked: () =>
      highlights().some((ranges) =>
        [...ranges].some(({ startContainer }) => list.lastElementChild?.contains(startContainer)),
      ),
    marks: () => highlights().reduce((sum, { size }) => sum + size, 0),
  };
}

Object.assign(globalThis, { feed: createFeed(document.querySelector('main') as Element) });
