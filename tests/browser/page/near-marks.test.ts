/** Pages with very many marks: those near what is seen are shown, wherever it is and however it got there. */
import { expect, test } from 'vitest';
import { element, marks, open, until } from './harness.ts';

/** More marks than are shown at once, and fewer. */
const MANY = 2500;
const FEW = 450;

const paragraphs = (count: number) => '<p style="height:40px;margin:0">China</p>'.repeat(count);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Whether an element's text is marked in the registry. */
function isMarked(target: Node | null | undefined): boolean {
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('gloss-') || name === 'gloss-flash') continue;
    for (const { startContainer } of highlight)
      if (target?.contains(startContainer as Node)) return true;
  }
  return false;
}

/** A scroll event comes in the frame after the scroll, before that is painted. */
async function twoFrames(): Promise<void> {
  await frame();
  await frame();
}

test('marks near the window are shown, and follow it in leaps', async () => {
  const { session } = await open(`<main>${paragraphs(MANY)}</main>`);
  const all = element('main').children;
  const isShown = (index: number) => isMarked(all[index]);
  expect(marks().length).toBeLessThan(200);
  expect([0, 10].map(isShown)).toEqual([true, true]);
  expect(isShown(1200)).toBe(false);
  expect(session.mentionsOf('china')).toHaveLength(MANY);
  for (const index of [MANY - 1, 1200, 600, 2000, 0]) {
    all[index]?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // Within two frames where a slice is enough for it, and soon after on a busy machine.
    await until(() => isShown(index), `mark ${index} is shown`);
    // What was near before goes in slices.
    await until(() => marks().length < 200, 'those left behind are shown no longer');
  }
  const box = all[3]?.getBoundingClientRect();
  expect(session.mentionAt((box?.left ?? 0) + 10, (box?.top ?? 0) + 8)?.text).toBe('China');
  expect(session.outline().stops).toBe(MANY);
});

test('stepping to a mark far away shows it and those around it', async () => {
  const { session } = await open(`<main>${paragraphs(MANY)}</main>`);
  session.step(1800);
  await twoFrames();
  const around = [...element('main').children].slice(1795, 1805);
  expect(around.filter(isMarked)).toHaveLength(10);
});

test('marks of a box that scrolls by itself, and of one that stays in the window', async () => {
  await open(`<div id="box" style="height:300px;overflow:auto">${paragraphs(MANY)}</div>
    <p id="fixed" style="position:fixed;bottom:0">CATL</p>
    <div id="after"><p style="height:9000px">Nothing</p></div>`);
  const box = element('#box');
  box.scrollTop = 60_000;
  await twoFrames();
  expect(isMarked(box.children[1502])).toBe(true);
  scrollTo(0, 8000);
  await twoFrames();
  expect(isMarked(element('#fixed'))).toBe(true);
});

test('what changes, arrives or comes near without being scrolled is marked', async () => {
  await open(`<div id="panel">${paragraphs(MANY)}</div><p id="last">CATL</p>`);
  const [first] = element('#panel').children;
  first?.firstChild?.replaceWith('China and COP26');
  await until(() => marks().includes('COP26'));
  expect(isMarked(element('#last'))).toBe(false);
  element('#panel').style.height = '0';
  element('#panel').style.overflow = 'hidden';
  await until(() => isMarked(element('#last')));
});

test('a page that loses its many marks shows all that remain, and one with fewer always does', async () => {
  await open(`<main>${paragraphs(FEW)}</main><aside>${paragraphs(MANY - FEW)}</aside>`);
  expect(marks().length).toBeLessThan(200);
  element('aside').remove();
  await until(() => marks().length === FEW);
  await open(`<main>${paragraphs(FEW)}</main>`);
  expect(marks()).toHaveLength(FEW);
});

test('marks that are not shown turn with the page', async () => {
  await open(`<main>${paragraphs(MANY)}</main>`);
  document.body.style.cssText = 'color:#eee;background:#111';
  const last = element('main').lastElementChild;
  last?.scrollIntoView({ behavior: 'instant' });
  // In the midst of it a mark may be shown as it was before.
  await until(() => isMarked(last) && !CSS.highlights.has('gloss-place'));
  expect(CSS.highlights.get('gloss-dark-place')?.size).toBeLessThan(200);
  document.body.removeAttribute('style');
});
