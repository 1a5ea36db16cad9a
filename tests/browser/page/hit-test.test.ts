/** Which mention is under a point. */
import { expect, test } from 'vitest';
import { element, marks, open, until } from './harness.ts';

const WIDE = 'font:20px/1.6 monospace;width:380px';

function middle(rect: DOMRect | undefined): [number, number] {
  if (!rect) throw new Error('not rendered');
  return [rect.left + rect.width / 2, rect.top + rect.height / 2];
}

test('on a mention, beside it, and on its first and last half glyph', async () => {
  const { session } = await open(`<p style="${WIDE}">in China now</p>`);
  const mention = session.mentionsOf('china')[0];
  const rect = mention?.rects()[0];
  expect(session.mentionAt(...middle(rect))).toBe(mention);
  if (!rect) return;
  const y = rect.top + rect.height / 2;
  expect(session.mentionAt(rect.left + 1, y)).toBe(mention);
  expect(session.mentionAt(rect.right - 1, y)).toBe(mention);
  expect(session.mentionAt(rect.left - 3, y)).toBe(null);
  expect(session.mentionAt(rect.right + 3, y)).toBe(null);
});

test('blank space behind the end of a line belongs to nobody', async () => {
  const { session } = await open(`<p style="${WIDE}">made in China</p>`);
  const rect = session.mentionsOf('china')[0]?.rects()[0];
  if (!rect) throw new Error('not rendered');
  expect(session.mentionAt(rect.right + 100, rect.top + 5)).toBe(null);
  expect(session.mentionAt(rect.left + 5, rect.bottom + 60)).toBe(null);
});

test('both halves of a mention that is broken over two lines', async () => {
  const { session } = await open(
    '<p style="font:20px/1.6 monospace;width:13ch">The <b>Inflation</b> Reduction Act</p>',
  );
  const mention = session.mentionsOf('inflation-reduction-act')[0];
  const rects = mention?.rects() ?? [];
  expect(rects.length).toBe(2);
  for (const rect of rects) expect(session.mentionAt(...middle(rect))).toBe(mention);
});

test('a mention across elements on one line has one rectangle', async () => {
  const { session } = await open(
    `<p style="${WIDE}">The <b>Infl</b>ation <i>Reduction</i> Act</p>`,
  );
  expect(session.mentionsOf('inflation-reduction-act')[0]?.rects()).toHaveLength(1);
});

test('the blank between the pieces of a mention is a part of it', async () => {
  const { session } = await open(
    `<p style="${WIDE}">The <span>Inflation</span> <span>Reduction</span> <span>Act</span></p>`,
  );
  const mention = session.mentionsOf('inflation-reduction-act')[0];
  const rects = mention?.rects() ?? [];
  expect(rects).toHaveLength(1);
  const { right, top, bottom } = element('span').getBoundingClientRect();
  expect(session.mentionAt(right + 4, (top + bottom) / 2)).toBe(mention);
});

test('two mentions that touch, and an unmarked one', async () => {
  const { session } = await open(`<p style="${WIDE}">中国CATL China</p>`, {
    markFrequency: 'first',
  });
  expect(marks()).toEqual(['中国']);
  const [first, second] = session.mentionsOf('china');
  expect(session.mentionAt(...middle(first?.rects()[0]))).toBe(first);
  expect(session.mentionAt(...middle(second?.rects()[0]))).toBe(null);
});

test.each([
  ['scaled', 'transform:scale(1.5);transform-origin:0 0'],
  ['rotated', 'transform:rotate(20deg);margin:100px'],
  ['zoomed', 'zoom:1.7'],
  ['columns', 'columns:2'],
  ['vertical', 'writing-mode:vertical-rl;height:200px'],
  ['right to left', 'direction:rtl'],
  ['scrolled inside', 'overflow:auto;height:60px'],
  ['not selectable', 'user-select:none'],
  ['relative', 'position:relative;left:50px'],
])('found in a box that is %s', async (_, style) => {
  const { session } = await open(
    `<div style="${WIDE};${style}"><p>one two in China now three</p></div>`,
  );
  const mention = session.mentionsOf('china')[0];
  expect(mention?.rects()).toHaveLength(1);
  expect(session.mentionAt(...middle(mention?.rects()[0]))).toBe(mention);
});

test('what lies over a mention hides it from the pointer', async () => {
  const { session } = await open(
    `<p style="${WIDE}">in China</p><div id="o" style="position:fixed;inset:0;background:#fff">cover</div>`,
  );
  const at = middle(session.mentionsOf('china')[0]?.rects()[0]);
  expect(session.mentionAt(...at)).toBe(null);
  element('#o').remove();
  expect(session.mentionAt(...at)?.text).toBe('China');
});

test.each([
  ['link', '<a id="o" href="#" style="position:absolute;inset:0"></a>', true],
  [
    'link that hides it',
    '<a id="o" href="#" style="position:absolute;inset:0;background:#fff"></a>',
    false,
  ],
  [
    'link with a picture',
    '<a id="o" href="#" style="position:absolute;inset:0"><img alt="" id="i" style="position:absolute;inset:0;width:100%;height:100%"></a>',
    false,
  ],
  ['box that is no link', '<div id="o" style="position:absolute;inset:0"></div>', false],
])('beneath a %s that is laid over a card', async (_, over, isFound) => {
  const { session } = await open(
    `<div style="position:relative"><h2 style="${WIDE}">in China</h2>${over}</div>`,
  );
  const mention = session.mentionsOf('china')[0];
  const at = middle(mention?.rects()[0]);
  expect(session.mentionAt(...at)).toBe(null);
  expect(session.mentionAt(...at, document.elementFromPoint(...at))).toBe(isFound ? mention : null);
});

test('in a link that is stretched over its card', async () => {
  const { session } = await open(
    `<style>h2 a::after{content:"";position:absolute;inset:0}</style>
    <div style="position:relative"><h2 style="${WIDE}"><a href="#">in China</a></h2><p>By CATL</p></div>`,
  );
  for (const entity of ['china', 'catl']) {
    const mention = session.mentionsOf(entity)[0];
    const at = middle(mention?.rects()[0]);
    expect(session.mentionAt(...at, document.elementFromPoint(...at))).toBe(mention);
  }
});

test('in an open shadow root', async () => {
  const { session } = await open('<div id="host"></div>');
  const root = element('#host').attachShadow({ mode: 'open' });
  root.innerHTML = `<p style="${WIDE}">made in China, <slot></slot></p>`;
  element('#host').append('by CATL');
  await until(() => session.mentionsOf('china').length === 1);
  // Marks come one by one.
  const textAt = (entity: string) =>
    session.mentionAt(...middle(session.mentionsOf(entity)[0]?.rects()[0]))?.text;
  await until(() => textAt('china') === 'China' && textAt('catl') === 'CATL');
});

test('not in text that has become editable, or has faded out', async () => {
  const { session } = await open(`<p style="${WIDE}">in China</p>`);
  const at = middle(session.mentionsOf('china')[0]?.rects()[0]);
  element('p').contentEditable = 'true';
  expect(session.mentionAt(...at)).toBe(null);
  element('p').contentEditable = 'inherit';
  element('p').style.opacity = '0';
  expect(session.mentionAt(...at)).toBe(null);
});

test('not in a shadow root that has faded out with its host', async () => {
  const { session } = await open('<div id="host"></div>');
  element('#host').attachShadow({ mode: 'open' }).innerHTML = `<p style="${WIDE}">in China</p>`;
  element('#host').append('!');
  const at = () => middle(session.mentionsOf('china')[0]?.rects()[0]);
  await until(() => session.mentionsOf('china').length === 1);
  await until(() => session.mentionAt(...at()) !== null);
  element('#host').style.opacity = '0';
  expect(session.mentionAt(...at())).toBe(null);
});

test('the link around a mention is told', async () => {
  const { session } = await open('<p><a href="#x">In <b>China</b></a> and <i>CATL</i></p>');
  expect(session.mentionsOf('china')[0]?.link).toBe(element('a'));
  expect(session.mentionsOf('catl')[0]?.link).toBe(null);
  expect(session.mentionsOf('catl')[0]?.element).toBe(element('i'));
});
