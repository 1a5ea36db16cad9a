/** What counts as text, and what as one block: markup in, marks out. */
import { describe, expect, test } from 'vitest';
import { fakeDetector } from './fake-detector.ts';
import { element, marks, open, openHere, until } from './harness.ts';

const IRA = 'Inflation Reduction Act';

/** name, markup, texts of the marks */
type Row = readonly [name: string, html: string, expected: readonly string[]];

const ONE_BLOCK: readonly Row[] = [
  ['plain paragraph', `<p>The ${IRA} and China.</p>`, [IRA, 'China']],
  ['text directly in the body', `The ${IRA}`, [IRA]],
  ['across a link', '<p>The <a href="#">Inflation</a> Reduction Act</p>', [IRA]],
  [
    'across nested inline elements',
    '<p><b>Inf<i>lation</i></b> <em>Reduction <u>Act</u></em></p>',
    [IRA],
  ],
  ['a word in pieces', '<p><span>Ch</span><span>in</span>a</p>', ['China']],
  ['across a line break', '<p>Inflation<br>Reduction Act</p>', ['InflationReduction Act']],
  ['across <wbr>', '<p>Chi<wbr>na</p>', ['China']],
  [
    'across lines of source',
    '<p>Inflation\n   Reduction\tAct</p>',
    ['Inflation\n   Reduction\tAct'],
  ],
  [
    'words in inline-block boxes',
    '<p><span style="display:inline-block">Inflation</span> <span style="display:inline-block">Reduction</span> Act</p>',
    [IRA],
  ],
  [
    'letters in inline-block boxes',
    '<p>Ch<span style="display:inline-block">i</span>na</p>',
    ['China'],
  ],
  ['a floated first letter', '<p><span style="float:left">C</span>hina rose</p>', ['China']],
  [
    'display: contents',
    '<p>Inflation <x-y style="display:contents">Reduction</x-y> Act</p>',
    [IRA],
  ],
  ['an inline custom element', '<p>Inflation <x-y>Reduction</x-y> Act</p>', [IRA]],
  ['across a comment and an empty node', '<p>Chi<!-- x -->na</p>', ['China']],
  [
    'around a note mark',
    '<p>Inflation<sup>[1]</sup> Reduction Act</p>',
    ['Inflation[1] Reduction Act'],
  ],
  ['before a note mark', '<p>CATL<sup>2</sup></p>', ['CATL']],
  [
    'around a hidden word',
    '<p>Inflation <span hidden>China</span> Reduction Act</p>',
    ['Inflation China Reduction Act'],
  ],
  ['ruby', '<p><ruby>中<rt>zhōng</rt>国<rt>guó</rt></ruby></p>', ['中zhōng国']],
  ['a link in a heading', '<h2><a href="#">China</a></h2>', ['China']],
  [
    'in a table cell and a list item',
    '<table><tr><td>China</td></tr></table><ul><li>CATL</ul>',
    ['China', 'CATL'],
  ],
  ['in summary', '<details open><summary>China</summary>CATL</details>', ['China', 'CATL']],
];

const APART: readonly Row[] = [
  ['two paragraphs', '<p>Inflation</p><p>Reduction Act</p>', []],
  ['two cells', '<table><tr><td>Inflation</td><td>Reduction Act</td></tr></table>', []],
  ['two list items', '<ul><li>Inflation<li>Reduction Act</ul>', []],
  [
    'spans laid out as blocks',
    '<div><span style="display:block">Inflation</span> <span style="display:block">Reduction Act</span></div>',
    [],
  ],
  [
    'spans as flex items',
    '<div style="display:flex"><span>Inflation</span> <span>Reduction Act</span></div>',
    [],
  ],
  [
    'spans as grid items',
    '<div style="display:grid"><span>Inflation</span> <span>Reduction Act</span></div>',
    [],
  ],
  [
    'touching spans as blocks',
    '<div><span style="display:block">News</span><span style="display:block">China</span></div>',
    ['China'],
  ],
  [
    'touching flex items',
    '<div style="display:flex"><span>News</span><span>China</span></div>',
    ['China'],
  ],
  [
    'touching labels with room',
    '<p><span style="display:inline-block;margin:4px">News</span><span style="display:inline-block;margin:4px">China</span></p>',
    ['China'],
  ],
  [
    'custom elements as blocks',
    '<style>x-card{display:block}</style><x-card>Inflation</x-card> <x-card>Reduction Act</x-card><x-card>China</x-card>',
    ['China'],
  ],
  ['a block between two runs', '<div>Inflation<p>so</p>Reduction Act</div>', []],
  ['an image between letters', '<p>News<img alt="">China</p>', ['China']],
  ['code between words', '<p>Inflation <code>x</code> Reduction Act</p>', []],
  ['part of a longer word', '<p>Chinas</p><p><b>China</b>town</p>', []],
];

const NO_TEXT: readonly Row[] = [
  [
    'script, style, template, noscript',
    '<script type="x">China</script><style>/* China */</style><template>China</template><noscript>China</noscript>',
    [],
  ],
  ['code', '<p><code>China</code> <kbd>China</kbd> <samp>China</samp></p><pre>China</pre>', []],
  ['code deep inside', '<pre><span><b>China</b></span></pre>', []],
  [
    'controls',
    '<textarea>China</textarea><select><option>China</option></select><button>China <b>CATL</b></button>',
    [],
  ],
  [
    'editable text',
    '<div contenteditable><p>China</p></div><div contenteditable="plaintext-only">China</div>',
    [],
  ],
  ['text that is explicitly not editable', '<div contenteditable="false">China</div>', ['China']],
  ['role=textbox', '<div role="textbox">China</div>', []],
  ['svg and math', '<svg><text>China</text></svg><math><mtext>China</mtext></math>', []],
  [
    'code that is not to be translated',
    '<div translate="no" style="font-family:monospace">China</div>',
    [],
  ],
  ['a name that is not to be translated', '<p>Of <span translate="no">CATL</span></p>', ['CATL']],
  ['aria-hidden decoration', '<p><span aria-hidden="true">China</span> CATL</p>', ['CATL']],
  ['a page behind a dialog', '<main aria-hidden="true"><p>China</p></main>', ['China']],
  [
    'display: none',
    '<p style="display:none">China</p><p>A <b style="display:none">China</b></p>',
    [],
  ],
  [
    'hidden by a rule',
    '<style>.h{display:none}</style><p class="h">China</p><p>A <b class="h">China</b> b</p>',
    [],
  ],
  [
    'visibility: hidden',
    '<p style="visibility:hidden">China <b style="visibility:visible">CATL</b></p>',
    ['CATL'],
  ],
  ['content-visibility: hidden', '<div style="content-visibility:hidden"><p>China</p></div>', []],
  ['content-visibility: hidden of its own', '<p style="content-visibility:hidden">China</p>', []],
  ['hidden=until-found', '<div hidden="until-found"><p>China</p></div>', []],
  ['hidden=until-found of its own', '<p hidden="until-found">China</p>', []],
  ['closed details', '<details><summary>CATL</summary><p>China</p></details>', ['CATL']],
  ['text of closed details', '<details><summary>CATL</summary>China</details>', ['CATL']],
  ['letters of no size', '<p style="font-size:0">China</p>', []],
  [
    'for screen readers only',
    '<p>CATL <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">China</span></p>',
    ['CATL'],
  ],
  [
    'folded to no height',
    '<div style="height:0;overflow:hidden"><div><p>China</p></div></div>',
    [],
  ],
  [
    'folded in a grid',
    '<div style="display:grid;grid-template-rows:0fr"><div style="overflow:hidden;min-height:0"><p>China</p></div></div>',
    [],
  ],
  [
    'laid out past a box of no height',
    '<div style="height:0;overflow:hidden"><p style="position:absolute">China</p></div>',
    ['China'],
  ],
  ['in a box of no height that shows it', '<div style="height:0"><p>China</p></div>', ['China']],
  [
    'parked beside the page',
    '<p style="position:absolute;left:-9999px">China</p><p>CATL',
    ['CATL'],
  ],
  ['iframe fallback', '<iframe>China</iframe><object>China</object><video>China</video>', []],
];

const FURNITURE: readonly Row[] = [
  ['nav', '<nav><ul><li>China</ul></nav><div role="navigation">China</div>', []],
  ['page footer', '<footer>China</footer>', []],
  [
    'footer of an article',
    '<article><p>CATL</p><footer>China</footer></article>',
    ['CATL', 'China'],
  ],
  ['aside of links', '<aside><a href="#">China</a> more <a href="#">CATL</a></aside>', []],
  [
    'aside of prose',
    '<aside><p>A long remark about <a href="#">China</a> and what it makes.</p></aside>',
    ['China'],
  ],
  ['comment form', '<form id="commentform"><p>China</p></form>', []],
  ['advertisement', '<div id="div-gpt-ad-1">China</div><ins class="adsbygoogle">China</ins>', []],
];

describe.each([
  ['one block', ONE_BLOCK],
  ['apart', APART],
  ['no text', NO_TEXT],
  ['furniture', FURNITURE],
] as const)('%s', (_, rows) => {
  test.each(rows)('%s', async (_name, html, expected) => {
    const { session } = await open(html);
    expect(session.state).toBe('ready');
    expect(marks()).toEqual(expected);
  });
});

test.each(FURNITURE.filter(([, , expected]) => expected.length === 0))(
  'furniture is marked when switched on: %s',
  async (_name, html) => {
    await open(html, { markFurniture: true });
    expect(marks().length).toBeGreaterThan(0);
  },
);

test('a page says the language of its text by its root element', async () => {
  const { lang } = document.documentElement;
  document.documentElement.lang = 'de';
  try {
    document.body.innerHTML = '<p>China</p><p lang="fr">CATL</p>';
    const langs: (string | null)[] = [];
    const whole = fakeDetector();
    const scan: typeof whole.scan = (block) => {
      langs.push(block.lang);
      return whole.scan(block);
    };
    await openHere({}, { ...whole, scan });
    expect(new Set(langs)).toEqual(new Set(['de', 'fr']));
  } finally {
    document.documentElement.lang = lang;
  }
});

/** A host with a shadow root in the body, before anything is read. */
function putHost(html: string, shadow: string, mode: ShadowRootMode = 'open'): void {
  document.body.innerHTML = `<div id="host">${html}</div>`;
  element('#host').attachShadow({ mode }).innerHTML = shadow;
}

test.each<[name: string, html: string, shadow: string, mode?: ShadowRootMode]>([
  ['text without a slot', 'China <b>CATL</b>', '<p>ago</p>'],
  ['text without a slot in a closed root', 'China', '<p>ago</p>', 'closed'],
  ['what stands in for slotted text', '<b>ago</b>', '<slot>China</slot>'],
  ['text in a slot that is hidden', '<b>China</b>', '<p hidden><slot></slot></p>'],
])('not read: %s', async (_, html, shadow, mode) => {
  putHost(html, shadow, mode);
  const { session } = await openHere();
  await until(() => session.state === 'ready');
  expect(session.mentionsOf('china')).toEqual([]);
  expect(session.mentionsOf('catl')).toEqual([]);
});

test.each<[name: string, html: string, shadow: string]>([
  ['what stands in for text that is not there', '', '<slot>China</slot>'],
  ['text in the slot of a slot', '<b>China</b>', '<p><slot><i></i></slot></p>'],
  ['text right below a root, without a box around it', '', '<p style="display:contents">China</p>'],
])('read: %s', async (_, html, shadow) => {
  putHost(html, shadow);
  const { session } = await openHere();
  await until(() => session.mentionsOf('china').length === 1);
});

/** Longer than a block, in words of no meaning that end a sentence now and then, or never. */
const SENTENCES = 'Wind and rain went on for days. '.repeat(200);
const WORDS = 'wind and rain and '.repeat(400);
const NAME = 'Inflation Reduction Act';

/** A paragraph of Text nodes side by side, as parsers make them of texts of more than 65,536 units. */
function putTexts(...texts: string[]): HTMLElement {
  document.body.innerHTML = '<p></p>';
  const paragraph = element('p');
  paragraph.append(...texts.map((text) => document.createTextNode(text)));
  return paragraph;
}

test.each([
  ['in a word', `${SENTENCES}The Inflation Reduction A`, 'ct passed. ', SENTENCES],
  ['between two words', `${SENTENCES}The Inflation`, ' Reduction Act passed. ', SENTENCES],
  ['behind a space', `${WORDS}the Inflation `, `Reduction Act ${WORDS}`],
  ['in the first word of a sentence', `${SENTENCES}Inflat`, `ion Reduction Act ${WORDS}`],
])('a name that two Text nodes share: %s', async (_, ...texts) => {
  putTexts(...texts);
  const { scanned } = await openHere();
  expect(marks()).toEqual([NAME]);
  // In blocks, not as one text, and nothing twice.
  expect(scanned.length).toBeGreaterThan(1);
  expect(scanned.join('')).toBe(texts.join(''));
});

test('a name that two Text nodes share follows a change of each', async () => {
  const paragraph = putTexts(`${SENTENCES}The Inflation Reduction A`, `ct passed. ${WORDS}`);
  await openHere();
  const [first, second] = paragraph.childNodes as unknown as [Text, Text];
  second.data = `ge passed. ${WORDS}`;
  await until(() => marks().length === 0);
  second.data = `ct passed. ${WORDS}`;
  await until(() => marks().join() === NAME);
  first.data = `${SENTENCES}China and the Inflation Reduction A`;
  await until(() => marks().join() === `China,${NAME}`);
});

test.each(Array.from({ length: NAME.length }, (_, at) => at))(
  'a long text is not cut in a name: %i',
  async (at) => {
    // A block is 4,096 units.
    const lead = SENTENCES.slice(0, 4000).padEnd(4096 - at - 'It ends. The '.length, ' and so on');
    putTexts(`${lead}It ends. The ${NAME} passed. ${SENTENCES}`);
    await openHere();
    expect(marks()).toEqual([NAME]);
  },
);
