/** The places that blocks are given, block by block; what a page sees of it is in live.test.ts. */
import { beforeEach, expect, test } from 'vitest';
import { PageOrder, type Standing } from '../../../src/page/page-order.ts';

interface Item extends Standing {
  readonly name: string;
}

const never = () => false;

let order: PageOrder<Item>;
beforeEach(() => {
  order = new PageOrder<Item>(() => undefined);
});

/** Fills the page with paragraphs of these words. @returns the Text nodes by their words */
function write(...words: string[]): Record<string, Text> {
  document.body.innerHTML = words.map((word) => `<p>${word}</p>`).join('');
  return Object.fromEntries(
    [...document.querySelectorAll('p')].map((p) => [p.textContent, textOf(p)]),
  );
}

function textOf(p: Element): Text {
  if (!(p.firstChild instanceof Text)) throw new Error('a paragraph without text');
  return p.firstChild;
}

function item(
  node: Node | undefined,
  reading: object,
  name = node?.textContent ?? '',
  at = 0,
): Item {
  if (!node) throw new Error('no such text');
  return { node, at, reading, name, rank: 0, dropped: false };
}

const add = (...items: Item[]) => {
  for (const each of items) order.add(each);
  return items;
};

function settled(): string[] {
  while (!order.settle(never));
  return order.list.map(({ name }) => name);
}

test('what a second reading finds new stands before what it found changed', () => {
  const { a, b, c } = write('a', 'b', 'c');
  const first = {};
  const [, , old] = add(item(a, first), item(b, first), item(c, first));
  settled();
  const [pa] = document.querySelectorAll('p');
  pa?.insertAdjacentHTML('afterend', '<p>new</p>');
  const second = {};
  if (old) order.drop(old);
  add(
    item(document.querySelectorAll('p')[1]?.firstChild ?? undefined, second),
    item(c, second, 'c2'),
  );
  expect(settled()).toEqual(['a', 'new', 'b', 'c2']);
});

test('the same at the head of the page', () => {
  const { a, b } = write('a', 'b');
  const first = {};
  const [old] = add(item(a, first), item(b, first));
  settled();
  document.body.insertAdjacentHTML('afterbegin', '<p>new</p>');
  const second = {};
  if (old) order.drop(old);
  add(item(document.querySelector('p')?.firstChild ?? undefined, second), item(a, second, 'a2'));
  expect(settled()).toEqual(['new', 'a2', 'b']);
});

test('what moves before it has a place gets the one where it stands', () => {
  const { a, b } = write('a', 'b');
  const reading = {};
  const [moved] = add(item(a, reading), item(b, reading));
  document.body.append(a?.parentElement ?? '');
  if (moved) order.doubt(moved);
  expect(settled()).toEqual(['b', 'a']);
});

test('pieces of one text keep their order when they are read again', () => {
  const { a, b } = write('a', 'b');
  const reading = {};
  const pieces = [0, 5, 9].map((at) => item(b, reading, `b${at}`, at));
  add(item(a, reading), ...pieces);
  settled();
  for (const piece of pieces) order.doubt(piece);
  expect(settled()).toEqual(['a', 'b0', 'b5', 'b9']);
  for (const piece of pieces) order.drop(piece);
  add(...pieces.map(({ at, name }) => item(b, {}, `${name}'`, at)).reverse());
  expect(settled()).toEqual(['a', "b0'", "b5'", "b9'"]);
});

test('a changed text between two that have left is looked for where it stands', () => {
  // Whether a text that has left counts as before or behind another is the browser's choice: tried many times.
  const names = Array.from({ length: 20 }, (_, index) => [`x${index}`, `a${index}`]).flat();
  const texts = write(...names, 'z');
  const reading = {};
  const items = add(...[...names, 'z'].map((name) => item(texts[name], reading)));
  settled();
  for (const each of items) {
    if (each.name === 'z') continue;
    order.drop(each);
    const paragraph = each.node.parentElement;
    if (each.name.startsWith('x')) paragraph?.remove();
    else document.body.append(paragraph ?? '');
    if (each.name.startsWith('a')) add(item(each.node, {}, `${each.name}'`));
  }
  const moved = names.filter((name) => name.startsWith('a')).map((name) => `${name}'`);
  expect(settled()).toEqual(['z', ...moved]);
});
