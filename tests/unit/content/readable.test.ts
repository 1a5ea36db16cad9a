/** Which documents are read at all. */
import { afterEach, expect, test, vi } from 'vitest';
import { isPage } from '../../../src/content/readable.ts';

class FakeText {
  nextSibling: FakeText | null = null;
  constructor(readonly length: number) {}
}

/** A plain text as browsers show it: one `pre`, with its text in pieces. */
function preOf(...lengths: number[]): { firstChild: FakeText | null } {
  const texts = lengths.map((length) => new FakeText(length));
  for (const [at, text] of texts.entries()) text.nextSibling = texts[at + 1] ?? null;
  return { firstChild: texts[0] ?? null };
}

function given(contentType: string, body: object | null, designMode = 'off'): boolean {
  vi.stubGlobal('Text', FakeText);
  vi.stubGlobal('document', { contentType, body, designMode });
  return isPage();
}

afterEach(() => vi.unstubAllGlobals());

const BODY = { localName: 'body', firstElementChild: null };
const plain = (...lengths: number[]) => ({ ...BODY, firstElementChild: preOf(...lengths) });

test.each([
  ['HTML', 'text/html', BODY, true],
  ['XHTML', 'application/xhtml+xml', BODY, true],
  ['a frameset', 'text/html', { ...BODY, localName: 'frameset' }, false],
  ['no body', 'text/html', null, false],
  ['XML', 'text/xml', BODY, false],
  ['SVG', 'image/svg+xml', null, false],
  ['JSON', 'application/json', plain(10), false],
  ['a plain text', 'text/plain', plain(65_536, 65_536, 100), true],
  ['an empty plain text', 'text/plain', BODY, true],
  ['a huge plain text', 'text/plain', plain(1_500_000, 600_000), false],
] as const)('%s', (_, contentType, body, expected) => {
  expect(given(contentType, body)).toBe(expected);
});

test('a page that is being edited', () => {
  expect(given('text/html', BODY, 'on')).toBe(false);
});
