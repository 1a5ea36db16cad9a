/** What happens to marks while the page changes. */
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/settings/schema.ts';
import { element, marks, open, openHere, until } from './harness.ts';

async function becomes(expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  await until(() => JSON.stringify(marks()) === wanted, `${wanted}, is ${JSON.stringify(marks())}`);
}

test('text that arrives is marked, in a new block and in a standing one', async () => {
  await open('<p id="p">Old text.</p>');
  element('#p').append(' Of China.');
  await becomes(['China']);
  element('#p').insertAdjacentHTML('afterend', '<section><p>And <b>CATL</b>.</p></section>');
  await becomes(['China', 'CATL']);
});

test('a changed text loses its old mark before the next frame', async () => {
  await open('<p id="p">China and CATL</p>');
  (element('#p').firstChild as Text).data = 'Now CATL alone';
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(marks()).not.toContain('China');
  expect(marks().every((text) => text === 'CATL')).toBe(true);
  await becomes(['CATL']);
});

test('marks beside a changed text stay, as they are, and what is open at them stays open', async () => {
  const { session, scanned } = await open('<p>China, <b id="n">12</b> others and CATL</p>');
  const before = [...session.mentionsOf('china'), ...session.mentionsOf('catl')];
  const ranges = () => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
  const standing = ranges();
  (element('#n').firstChild as Text).data = '13';
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(marks()).toEqual(['China', 'CATL']);
  await until(() => scanned.at(-1) === 'China, 13 others and CATL');
  const now = () => [...session.mentionsOf('china'), ...session.mentionsOf('catl')];
  // Read, and not decided yet.
  await until(() => now().length > 0);
  expect(marks()).toEqual(['China', 'CATL']);
  expect(now()).toEqual(before);
  expect(before.every((mention) => mention.isCurrent())).toBe(true);
  const after = ranges();
  expect(standing.every((range) => after.includes(range))).toBe(true);
});

test.each(['', '  '])(
  'a text that becomes "%s" takes no marks of its block along',
  async (data) => {
    const { scanned } = await open('<p>China and <b id="n">12</b> others met CATL.</p>');
    (element('#n').firstChild as Text).data = data;
    await until(() => !scanned.at(-1)?.includes('12'));
    await becomes(['China', 'CATL']);
  },
);

test('a text that changes and changes back before it is read has the mark it had', async () => {
  const { scanned } = await open('<p id="p">Of China</p>');
  const text = element('#p').firstChild as Text;
  scanned.length = 0;
  text.data = 'Of Spain';
  await Promise.resolve();
  text.data = 'Of China';
  await becomes(['China']);
});

test('what a changed text names no longer is gone, with what it named in another place', async () => {
  const { session } = await open('<p id="p">In China, CATL and China</p>');
  (element('#p').firstChild as Text).data = 'In China, CATL';
  await becomes(['China', 'CATL']);
  (element('#p').firstChild as Text).data = 'No China, CATL';
  await until(() => session.mentionsOf('china').length === 1);
  await becomes(['China', 'CATL']);
});

test('a changed text that is edited from now on keeps no mark', async () => {
  await open('<p id="p">China <b id="n">1</b></p><p>CATL</p>');
  (element('#n').firstChild as Text).data = '2';
  element('#p').setAttribute('role', 'textbox');
  await becomes(['CATL']);
});

test('text that leaves takes its marks along', async () => {
  await open('<p>China</p><p id="p">CATL</p>');
  element('#p').remove();
  await becomes(['China']);
});

test('the rest of a block is read again when a part of it leaves', async () => {
  await open('<p>Inflation <b id="b">Tax</b> Reduction Act, China</p>');
  await becomes(['China']);
  element('#b').remove();
  await becomes(['Inflation  Reduction Act', 'China']);
});

test('a phrase is found when its pieces come together, and lost when they come apart', async () => {
  await open('<div id="d">Inflation <hr id="h"> Reduction <i>Act</i></div>');
  element('#h').remove();
  await becomes(['Inflation  Reduction Act']);
  element('i').outerHTML = '<p>Act</p>';
  await becomes([]);
});

test('splitting and joining Text nodes keeps the mark', async () => {
  await open('<p id="p">In China now</p>');
  (element('#p').firstChild as Text).splitText(5);
  await becomes(['China']);
  element('#p').normalize();
  await becomes(['China']);
});

test('a whole new page in place of the old one', async () => {
  await open('<main><p>China</p></main>');
  document.body.innerHTML = '<main><h1>COP26</h1><p>CATL</p></main>';
  await becomes(['COP26', 'CATL']);
});

test('a new body element', async () => {
  await open('<p>China</p>');
  const old = document.body;
  const body = document.createElement('body');
  body.innerHTML = '<p>CATL</p>';
  old.replaceWith(body);
  await becomes(['CATL']);
  body.replaceWith(old);
});

test('text that moves keeps being marked', async () => {
  await open('<div id="a"><p id="p">China</p></div><p>CATL</p><div id="b"></div>');
  element('#b').append(element('#p'));
  await becomes(['CATL', 'China']);
});

test('the order of mentions follows blocks that move', async () => {
  const { session } = await open('<p id="a">China</p><p id="b">CATL</p><p id="c">COP26</p>');
  expect([0, 1, 2].map((index) => session.step(index)?.text)).toEqual(['China', 'CATL', 'COP26']);
  element('#c').after(element('#a'));
  document.body.append('Inflation Reduction Act');
  await becomes(['CATL', 'COP26', 'China', 'Inflation Reduction Act']);
  // What was stepped to last is known by its place now.
  expect(session.outline()).toMatchObject({ stops: 4, last: { index: 1 } });
  expect([0, 1, 2, 3].map((index) => session.step(index)?.entity)).toEqual([
    'catl',
    'cop26',
    'china',
    'inflation-reduction-act',
  ]);
});

test('blocks that move together keep their order, and find their place among the others', async () => {
  const { session } = await open(
    '<div id="a"><p>China</p><p>CATL</p></div><p>COP26</p><p id="d">Inflation Reduction Act</p>',
  );
  element('#d').after(element('#a'));
  element('#d').insertAdjacentHTML('beforebegin', '<p>Ford Motor Company</p>');
  const order = ['COP26', 'Ford Motor Company', 'Inflation Reduction Act', 'China', 'CATL'];
  await becomes(order);
  expect(order.map((_, index) => session.step(index)?.text)).toEqual(order);
});

test('a heading that arrives begins a section', async () => {
  await open('<p>China</p><p id="b">China</p>', { markFrequency: 'section' });
  expect(marks()).toEqual(['China']);
  element('#b').insertAdjacentHTML('beforebegin', '<h2 id="h">Later</h2>');
  await becomes(['China', 'China']);
  element('#h').remove();
  element('#b').append(', CATL');
  await becomes(['China', 'CATL']);
});

test.each([
  ['details', '<details><summary>x</summary><p>China</p></details>', 'details', 'open', ''],
  ['hidden', '<div hidden><p>China</p></div>', 'div', 'hidden', null],
  ['until-found', '<div hidden="until-found"><p>China</p></div>', 'div', 'hidden', null],
  ['style', '<div style="display:none"><p>China</p></div>', 'div', 'style', ''],
  ['visibility', '<div style="visibility:hidden"><p>China</p></div>', 'div', 'style', ''],
  [
    'class',
    '<style>.off p{display:none}</style><div class="off"><p>China</p></div>',
    'div',
    'class',
    '',
  ],
  ['inline', '<p>Read <span style="display:none">of China</span> more</p>', 'span', 'style', ''],
] as const)(
  'hidden text is marked when it is revealed: %s',
  async (_, html, selector, name, value) => {
    await open(html);
    expect(marks()).toEqual([]);
    if (value === null) element(selector).removeAttribute(name);
    else element(selector).setAttribute(name, value);
    await becomes(['China']);
  },
);

test.each([
  ['at a click', () => element('#a').click()],
  ['as something opens', () => element('#a').dispatchEvent(new Event('toggle'))],
  ['as something else is revealed', () => element('#c').removeAttribute('hidden')],
])('text that the page hides %s gives its mark to what is seen', async (_, act) => {
  const { session, reports } = await open(
    '<p id="a">In China</p><p>Of China</p><p id="c" hidden>By CATL</p>',
    { markFrequency: 'section' },
  );
  const marked = () =>
    session.mentionsOf('china').map(({ element: { textContent } }) => textContent);
  expect(marked()).toEqual(['In China', 'Of China']);
  element('#a').style.display = 'none';
  act();
  await until(() => String(marked()) === 'Of China');
  await until(() => marks().includes('China'));
  expect(reports.at(-1)?.entities.find(({ id }) => id === 'china')?.count).toBe(1);
  element('#a').style.display = '';
  await until(() => marked().length === 2);
});

test('hidden mentions are passed over, whoever hid them', async () => {
  const { session } = await open('<p id="a">In China</p><p>Of <b>China</b></p>');
  element('#a').style.display = 'none';
  expect(session.jump('china', 0)?.element.localName).toBe('b');
  expect(session.outline().stops).toBe(1);
});

test('text is left alone while it is edited', async () => {
  await open('<div id="e"><p>China</p></div><p>CATL</p>');
  element('#e').contentEditable = 'true';
  await becomes(['CATL']);
  element('#e p').append(' and COP26');
  element('#e').removeAttribute('contenteditable');
  await becomes(['China', 'COP26', 'CATL']);
});

test('a page that turns into an editor is left alone, until it is a page again', async () => {
  const { session } = await open('<p>China</p>');
  try {
    document.designMode = 'on';
    document.body.append('CATL');
    await becomes([]);
  } finally {
    document.designMode = 'off';
  }
  // Nothing changes in the page; the pointer moves over it.
  expect(session.mentionAt(1, 1)).toBeNull();
  await becomes(['China', 'CATL']);
  document.body.append(', COP26');
  await becomes(['China', 'CATL', 'COP26']);
});

test.each([
  ['in height', '#x{height:0;overflow:hidden;transition:height .2s}#x.open{height:100px}'],
  [
    'in a grid',
    '#x{display:grid;grid-template-rows:0fr;transition:grid-template-rows .2s}#x.open{grid-template-rows:1fr}#x div{overflow:hidden}',
  ],
])('a panel that unfolds slowly is marked: %s', async (_, rules) => {
  await open(`<style>${rules} p{margin:0}</style><div id="x"><div><p>China</p></div></div>`);
  expect(marks()).toEqual([]);
  element('#x').className = 'open';
  await becomes(['China']);
});

test('what stays hidden is not read again when attributes around it change', async () => {
  document.body.innerHTML = `<div id="host">China</div>
    <p style="position:absolute;left:-9999px">China</p>
    <p translate="no" style="font-family:monospace">China</p>
    <div style="height:0;overflow:hidden"><p>China</p></div><p id="last">CATL</p>`;
  element('#host').attachShadow({ mode: 'open' }).innerHTML = 'ago';
  const { scanned } = await openHere();
  await becomes(['CATL']);
  const frames = async () => {
    for (let count = 0; count < 5; count++) await new Promise(requestAnimationFrame);
  };
  await frames();
  scanned.length = 0;
  for (const name of ['a', 'b', 'c']) {
    document.body.className = name;
    await frames();
  }
  element('#last').append(', COP26');
  await becomes(['CATL', 'COP26']);
  expect(scanned).toEqual(['CATL, COP26']);
});

test('text revealed by a rule alone is noticed by its box', async () => {
  await open('<style id="s">#x{display:none}</style><p id="x">China</p>');
  const sheet = (element('#s') as HTMLStyleElement).sheet;
  sheet?.deleteRule(0);
  await becomes(['China']);
});

test('only touched blocks are scanned again', async () => {
  const { scanned } = await open('<p>China</p><p id="p">one</p><p>CATL</p>');
  scanned.length = 0;
  (element('#p').firstChild as Text).data = 'two COP26';
  await becomes(['China', 'COP26', 'CATL']);
  expect(scanned).toEqual(['two COP26']);
});

test('attributes that change cost no scan', async () => {
  const { scanned } = await open('<p id="p">China</p>');
  scanned.length = 0;
  element('#p').className = 'x';
  element('#p').style.color = 'red';
  element('#p').insertAdjacentHTML('afterend', '<p>CATL</p>');
  await becomes(['China', 'CATL']);
  expect(scanned).toEqual(['CATL']);
});

test('open shadow roots: there from the start, nested, and attached later', async () => {
  const { session } = await open('<p>China</p><div id="host"><b>CATL</b></div><x-late></x-late>');
  const root = element('#host').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>COP26 <slot></slot></p><div id="inner"></div>';
  const inner = root.getElementById('inner')?.attachShadow({ mode: 'open' });
  if (inner) inner.innerHTML = '<p>Inflation Reduction Act</p>';
  // attachShadow alone is not reported to anybody; the light tree changes soon after in practice.
  element('#host').append('!');
  await until(() => session.mentionsOf('inflation-reduction-act').length === 1);
  expect(session.mentionsOf('cop26').length).toBe(1);
  expect(session.mentionsOf('catl').length).toBe(1);
  root.querySelector('p')?.append(' and CATL');
  await until(() => session.mentionsOf('catl').length === 2);

  const late = element('x-late').attachShadow({ mode: 'open' });
  late.innerHTML = '<style>:host{display:block}</style><p>China</p>';
  await until(() => session.mentionsOf('china').length === 2);
});

test('a root of a host that is laid out as inline is found, too', async () => {
  const { session } = await open('<p>On <x-inline></x-inline></p>');
  const root = element('x-inline').attachShadow({ mode: 'open' });
  root.innerHTML = '<p>China</p>';
  await until(() => session.mentionsOf('china').length === 1);
});

test('furniture in shadow roots follows the setting', async () => {
  const { session } = await open('<nav><div id="a"></div></nav><div id="b"></div>');
  const fill = (id: string, html: string) => {
    element(id).attachShadow({ mode: 'open' }).innerHTML = html;
    element(id).append('!');
  };
  fill('#a', '<p>China</p>');
  fill('#b', '<nav>CATL</nav><p>COP26</p>');
  await until(() => session.mentionsOf('cop26').length === 1);
  expect(session.mentionsOf('china').length + session.mentionsOf('catl').length).toBe(0);
  session.applySettings({ ...DEFAULT_SETTINGS, markFurniture: true });
  await until(
    () => session.mentionsOf('china').length === 1 && session.mentionsOf('catl').length === 1,
  );
});

test('ambiguous mentions follow the evidence of the page', async () => {
  await open('<p>The IRA pays.</p>');
  await becomes([]);
  document.body.insertAdjacentHTML('beforeend', '<p id="e">The Inflation Reduction Act.</p>');
  await becomes(['IRA', 'Inflation Reduction Act']);
  element('#e').remove();
  await becomes([]);
});

test('the registry cleared or overwritten by the page is set again when the reader moves', async () => {
  const { session } = await open('<p>China</p>');
  CSS.highlights.clear();
  session.mentionAt(5, 5);
  await becomes(['China']);
  CSS.highlights.set('gloss-place', new Highlight());
  dispatchEvent(new Event('scroll'));
  await becomes(['China']);
});

test('everything ends with the signal', async () => {
  const { session, end } = await open('<p>China</p>');
  end();
  expect(marks()).toEqual([]);
  document.body.insertAdjacentHTML('beforeend', '<p>CATL</p>');
  // Another one has read it all meanwhile.
  const other = await openHere();
  expect(other.session.mentionsOf('catl')).toHaveLength(1);
  expect(session.mentionsOf('catl')).toEqual([]);
  other.end();
  expect([...CSS.highlights.keys()].filter((name) => name.startsWith('gloss'))).toEqual([]);
});
