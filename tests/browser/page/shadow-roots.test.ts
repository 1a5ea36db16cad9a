/** Open shadow roots are found a slice at a time, whatever the page does between two slices. */
import { afterEach, expect, test } from 'vitest';
import { ShadowRoots } from '../../../src/page/shadow-roots.ts';
import { element } from './harness.ts';

let controller = new AbortController();

afterEach(() => {
  controller.abort();
  controller = new AbortController();
  document.body.innerHTML = '';
});

/** A page with hosts in it, at places that are gone through in different ways. */
function fill(html: string): Set<ShadowRoot> {
  document.body.innerHTML = html;
  const hosts = [...document.querySelectorAll<HTMLElement>('[data-host]')];
  return new Set(hosts.map((host) => host.attachShadow({ mode: 'open' })));
}

/** Looks for roots in slices that are over at once. @returns those found, and how many slices it took */
function explore(between = (_slice: number): void => undefined): {
  found: Set<ShadowRoot>;
  slices: number;
} {
  const found = new Set<ShadowRoot>();
  const roots = new ShadowRoots((root) => found.add(root), controller.signal);
  roots.explore(document);
  let slices = 1;
  for (; !roots.work(() => true); slices++) between(slices);
  return { found, slices };
}

const ROWS = Array.from(
  { length: 300 },
  (_, at) => `<section${at % 7 === 0 ? ' data-host' : ''}><p>Row</p></section>`,
).join('');
const DEEP = `${'<div>'.repeat(30)}<p data-host></p>${'</div>'.repeat(30)}`;

test.each([
  ['in a long row', ROWS],
  ['far down', DEEP],
  ['far down in a long row', `<main>${ROWS}<section>${DEEP}</section></main>`],
  ['in a long row of a form', `<form>${ROWS}</form>`],
  [
    'beside a form that gives a field for a neighbour',
    `<form><input name="nextElementSibling"></form>${ROWS}`,
  ],
  [
    'in a form that gives a field for its parent',
    `${ROWS}<form><input name="parentNode"><div data-host></div></form>`,
  ],
])('roots are found %s', (_, html) => {
  const roots = fill(html);
  expect(explore().found).toEqual(roots);
});

test('a long row takes many slices', () => {
  fill(ROWS);
  expect(explore().slices).toBeGreaterThan(100);
});

test('roots are found in a row of which the next one leaves', () => {
  const roots = fill(`<main>${ROWS}</main>`);
  const { found } = explore((slice) => {
    // Wherever it is, what comes next may be gone.
    const gone = element('main').children[slice];
    if (slice % 5 === 0 && gone && !gone.shadowRoot) gone.remove();
  });
  for (const root of roots) if (root.host.isConnected) expect(found).toContain(root);
});
