/** Which mentions are marked, under which names, and what the page sees of it. */
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';
import { element, marks, open, openHere, until } from './harness.ts';

const PAGE = `
  <p id="intro">China and China.</p>
  <h2>China</h2><p>CATL in China.</p>
  <h2>Next</h2><p>CATL, China, CATL.</p>`;

test.each([
  ['every', ['China', 'China', 'China', 'CATL', 'China', 'CATL', 'China', 'CATL']],
  ['section', ['China', 'China', 'CATL', 'CATL', 'China']],
  ['first', ['China', 'CATL']],
] as const)('frequency: %s', async (markFrequency, expected) => {
  await open(PAGE, { markFrequency });
  expect(marks()).toEqual(expected);
});

test('settings change marks without reading the page again', async () => {
  const { session, scanned } = await open(PAGE);
  scanned.length = 0;
  const settings = { ...DEFAULT_SETTINGS, markFrequency: 'every' as const };
  session.applySettings({ ...settings, markFrequency: 'first' });
  await until(() => marks().length === 2);
  session.applySettings({ ...settings, hiddenTypes: ['place'] });
  await until(() => marks().length === 3);
  session.applySettings({ ...settings, muted: ['catl'] });
  await until(() => marks().length === 5);
  session.applySettings({ ...settings, markStyle: 'background' });
  await until(() => CSS.highlights.has('gloss-background-place'));
  expect(CSS.highlights.has('gloss-place')).toBe(false);
  expect(scanned).toEqual([]);
});

test('turning furniture on and off reads nothing but furniture', async () => {
  const { session, scanned } = await open('<nav>CATL</nav><p>China</p>');
  const settings = { ...DEFAULT_SETTINGS, markFrequency: 'every' as const };
  scanned.length = 0;
  session.applySettings({ ...settings, markFurniture: true });
  await until(() => marks().length === 2);
  expect(scanned).toEqual(['CATL']);
  session.applySettings({ ...settings, markFurniture: false });
  await until(() => marks().length === 1, JSON.stringify([marks(), scanned]));
  expect(scanned).toEqual(['CATL']);
});

test('one highlight a category', async () => {
  await open('<p>China, CATL, COP26, China</p>');
  expect([...CSS.highlights.keys()].filter((name) => name.startsWith('gloss')).sort()).toEqual([
    'gloss-event',
    'gloss-organization',
    'gloss-place',
  ]);
  expect(CSS.highlights.get('gloss-place')?.size).toBe(2);
});

test('marks on a dark ground have a variant of their own, and follow the page when it turns', async () => {
  await open(`
    <style>.night{background:#111;color:#eee}</style>
    <p>China</p><p style="background:#000;color:#fff">CATL</p>
    <p style="color:#888;background:#222">COP26</p>`);
  const names = () => [...CSS.highlights.keys()].filter((name) => name.startsWith('gloss')).sort();
  expect(names()).toEqual(['gloss-dark-event', 'gloss-dark-organization', 'gloss-place']);
  document.body.className = 'night';
  await until(() => names().includes('gloss-dark-place'));
  expect(names()).toEqual(['gloss-dark-event', 'gloss-dark-organization', 'gloss-dark-place']);
  document.body.className = '';
  await until(() => names().includes('gloss-place'));
  expect(marks()).toEqual(['China', 'CATL', 'COP26']);
});

test.each([
  [
    'another body is put in its place',
    () => {
      const body = document.createElement('body');
      body.innerHTML = '<p>China</p>';
      document.body.replaceWith(body);
    },
    () => document.body,
  ],
  ['a click', () => undefined, () => element('div')],
])('marks follow the page when it turns dark after %s', async (_, before, turned) => {
  await open('<div><p>China</p></div>');
  const old = document.body;
  try {
    before();
    await until(() => marks().includes('China'));
    turned().style.color = '#eee';
    element('p').click();
    await until(() => CSS.highlights.has('gloss-dark-place'));
  } finally {
    if (document.body !== old) document.body.replaceWith(old);
  }
});

test('marks hidden behind the modifier key show while it is held', async () => {
  await open('<p>China</p>', { markStyle: 'modifier', modifierKey: 'Alt' });
  expect(marks()).toEqual([]);
  dispatchEvent(new KeyboardEvent('keydown', { key: 'Alt' }));
  expect(marks()).toEqual(['China']);
  dispatchEvent(new KeyboardEvent('keyup', { key: 'Alt' }));
  expect(marks()).toEqual([]);
});

test('marks are away while the page is printed', async () => {
  await open('<p id="p">China</p>');
  dispatchEvent(new Event('beforeprint'));
  expect(marks()).toEqual([]);
  element('#p').append(' and CATL');
  expect(marks()).toEqual([]);
  dispatchEvent(new Event('afterprint'));
  await until(() => marks().length === 2);
});

test('a mark that stands stays when text arrives above it', async () => {
  const { session } = await open('<p id="old">In China</p>', { markFrequency: 'first' });
  const before = session.mentionsOf('china')[0];
  element('#old').insertAdjacentHTML('beforebegin', '<p>China and CATL</p>');
  await until(() => marks().includes('CATL'));
  expect(marks()).toEqual(['CATL', 'China']);
  expect(session.mentionsOf('china')).toHaveLength(2);
  expect(session.mentionsOf('china')[1]).toBe(before);
  element('#old').remove();
  await until(() => marks().length === 2);
  expect(marks()).toEqual(['China', 'CATL']);
});

test('a mention keeps its identity when its block is read again unchanged', async () => {
  const { session } = await open('<p>In China<b id="b"></b></p>');
  const before = session.mentionsOf('china')[0];
  element('#b').append(document.createElement('i'));
  document.body.insertAdjacentHTML('beforeend', '<p>CATL</p>');
  await until(() => marks().includes('CATL'));
  expect(session.mentionsOf('china')[0]).toBe(before);
  expect(before?.isCurrent()).toBe(true);
});

test('reports count every mention in page order, once the page has been read', async () => {
  const { reports } = await open(PAGE, { markFrequency: 'first' });
  expect(reports).toEqual([
    {
      state: 'ready',
      entities: [
        { id: 'china', count: 5 },
        { id: 'catl', count: 3 },
      ],
    },
  ]);
  document.body.insertAdjacentHTML('beforeend', '<p>COP26</p>');
  await until(() => reports.length === 2);
  expect(reports[1]?.entities.at(-1)).toEqual({ id: 'cop26', count: 1 });
});

test('the page is left alone: markup, layout, selection, and no mutation of ours', async () => {
  document.body.innerHTML = `${PAGE}<p>In <a href="#">Chi<b>na</b></a></p>`;
  const boxes = () =>
    [...document.querySelectorAll('body *')].map((e) => e.getBoundingClientRect());
  const selection = getSelection();
  selection?.selectAllChildren(element('#intro'));
  const before = {
    html: document.documentElement.outerHTML,
    boxes: JSON.stringify(boxes()),
    selected: String(selection),
    style: JSON.stringify(
      [...getComputedStyle(element('a'))].map((p) =>
        getComputedStyle(element('a')).getPropertyValue(p),
      ),
    ),
  };
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((list) => records.push(...list));
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  observer.observe(document, all);
  const { session } = await openHere();
  expect(marks().length).toBe(9);
  session.jump('china', 1);
  records.push(...observer.takeRecords());
  observer.disconnect();
  expect(records).toEqual([]);
  expect({
    html: document.documentElement.outerHTML,
    boxes: JSON.stringify(boxes()),
    selected: String(getSelection()),
    style: JSON.stringify(
      [...getComputedStyle(element('a'))].map((p) =>
        getComputedStyle(element('a')).getPropertyValue(p),
      ),
    ),
  }).toEqual(before);
});

test('jump scrolls to the mention asked for, lights it up, and begins again after the last', async () => {
  const space = '<div style="height:3000px"></div>';
  const { session } = await open(`<p>China</p>${space}<p>China</p>${space}`);
  const second = session.jump('china', 1);
  const rect = second?.rects()[0];
  expect(scrollY).toBeGreaterThan(1000);
  expect(rect && rect.top >= 0 && rect.bottom <= innerHeight).toBe(true);
  expect(CSS.highlights.get('gloss-flash')?.size).toBe(1);
  expect(session.jump('china', 2)).toBe(session.mentionsOf('china')[0]);
  expect(scrollY).toBeLessThan(100);
  expect(session.jump('catl', 0)).toBe(null);
});

test('stepping goes to each mark, and remembers where it was', async () => {
  const { session } = await open('<p>China, CATL, China, COP26</p>', { markFrequency: 'first' });
  expect(session.outline()).toMatchObject({ stops: 3, last: null });
  expect([0, 1, 2].map((index) => session.step(index)?.text)).toEqual(['China', 'CATL', 'COP26']);
  expect(session.outline().last?.index).toBe(2);
  expect(session.step(3)).toBeNull();
  expect(session.step(-1)).toBeNull();
});

test.each([
  ['empties', () => CSS.highlights.forEach((highlight) => void highlight.clear())],
  ['clears', () => CSS.highlights.clear()],
  ['fills', () => CSS.highlights.forEach((highlight) => void highlight.add(aRange()))],
])('marks that the page %s are right again when the reader does something', async (_, act) => {
  await open(PAGE);
  const before = marks();
  act();
  expect(marks()).not.toEqual(before);
  dispatchEvent(new Event('focus'));
  expect(marks()).toEqual(before);
});

function aRange(): StaticRange {
  const node = element('#intro').firstChild as Text;
  return new StaticRange({
    startContainer: node,
    startOffset: 9,
    endContainer: node,
    endOffset: 12,
  });
}
