import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeUi } from '../../fixtures/extension.ts';
import { soon } from '../../support/soon.ts';
import { closePopup, fake, jumps, openPopup, TAB } from './stage.tsx';

const FRAMES = { 0: { 'work-act': 2, 'the-works': 1 }, 5: { 'work-act': 1 } };

const row = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-entity="${id}"]`);
  if (!found) throw new Error(`no row of ${id}`);
  return found;
};
const ids = () =>
  [...document.querySelectorAll<HTMLElement>('[data-entity]')].map(({ dataset }) => dataset.entity);
const text = () => document.body.textContent ?? '';
const said = (words: string | RegExp) => soon(() => expect(text()).toMatch(words));
const button = (name: string | RegExp) => page.getByRole('button', { name });

beforeEach(() => page.viewport(380, 600));
afterEach(() => {
  closePopup();
  fakeUi.direction = 'ltr';
  document.documentElement.classList.remove('full-page');
});

describe('the list', () => {
  beforeEach(() => openPopup({ frames: FRAMES }));

  it('has each entity once, by kind, with the mentions of all frames', () => {
    expect(document.querySelector('.sum')?.textContent).toBe('2 things explained 4 mentions');
    expect(ids()).toEqual(['the-works', 'work-act']);
    expect(row('work-act').querySelector('.count [aria-hidden]')?.textContent).toBe('3');
  });

  it('jumps to the first mention, then to the next, through all frames', async () => {
    for (let press = 0; press < 4; press += 1) {
      await userEvent.click(row('work-act').querySelector('.row-main') as Element);
      await soon(() => expect(jumps).toHaveLength(press + 1));
    }
    expect(jumps).toEqual([
      { frame: 0, index: 0 },
      { frame: 0, index: 1 },
      { frame: 5, index: 0 },
      { frame: 0, index: 0 },
    ]);
    await said('Work Act: mention 1 of 3');
  });

  it('shows the whole card in place, and leads to related ones', async () => {
    await userEvent.click(button('All about Work Act'));
    await soon(() => expect(row('work-act').textContent).toContain('It was cut short.'));
    const link = row('work-act').querySelector<HTMLAnchorElement>('a');
    expect(link).toMatchObject({ href: 'https://one.example/a', target: '_blank' });
    expect(link?.rel).toBe('noopener noreferrer');
    await userEvent.click(button('The Works').last());
    await soon(() => expect(row('the-works').querySelector('table')).not.toBe(null));
  });

  it('narrows to one kind, with its facts on the timeline, and widens again', async () => {
    await soon(() => expect(document.querySelectorAll('.timeline-point')).toHaveLength(3));
    await userEvent.click(button('Laws 1'));
    expect(ids()).toEqual(['work-act']);
    expect(document.querySelectorAll('.timeline-point')).toHaveLength(2);
    await expect.element(button('Laws 1')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(button('Laws 1'));
    expect(ids()).toEqual(['the-works', 'work-act']);
  });

  it('leads out of the filter to what it leaves out', async () => {
    await userEvent.click(button('Laws 1'));
    await userEvent.click(button('All about Work Act'));
    await userEvent.click(button('The Works').last());
    await soon(() => expect(ids()).toEqual(['the-works', 'work-act']));
  });

  it('copies a card and stops marking it, with a way back', async () => {
    await userEvent.click(button('All about Work Act'));
    await userEvent.click(button('Never mark Work Act'));
    await said('Work Act will not be marked any more.');
    await soon(() => expect(row('work-act').textContent).toContain('not marked'));
    expect(fake.browser.storage.sync.items).toMatchObject({ 'setting.muted': ['work-act'] });
    await userEvent.click(button('Mark Work Act again'));
    await soon(() => expect(row('work-act').textContent).not.toContain('not marked'));
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(button('Copy text'));
    await said('Copied');
    expect(write.mock.calls[0]?.[0]).toContain('https://one.example/a');
    write.mockRestore();
  });

  it('is walked with the arrow keys, from the search field and back to it', async () => {
    const field = page.getByRole('searchbox');
    const focused = () => document.activeElement?.closest<HTMLElement>('.row')?.dataset.entity;
    await userEvent.click(field);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('the-works');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('work-act');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(field).toHaveFocus();
  });

  it('searches the page and then the packs', async () => {
    await userEvent.fill(page.getByRole('searchbox'), 'some');
    await soon(() => expect(row('zoe-e').textContent).toContain('Somebody.'));
    expect(document.querySelectorAll('[data-entity]')).toHaveLength(1);
    await userEvent.fill(page.getByRole('searchbox'), 'dragon');
    await said('Nothing on this page');
  });

  it('does not say that nothing was found where only one kind was looked through', async () => {
    await userEvent.click(button('Laws 1'));
    await userEvent.fill(page.getByRole('searchbox'), 'the works');
    await said('Nothing of this kind goes by that name.');
    expect(text()).not.toContain('Nothing on this page');
    await userEvent.click(button('Search all kinds'));
    await vi.waitFor(() => expect(ids()).toEqual(['the-works']));
  });

  it('grows while the page is open', async () => {
    const entities = [{ id: 'zoe-e', count: 1 }];
    await fake.fromPage(
      { gloss: 'background.report', request: { entities, state: 'ready' } },
      TAB,
      5,
    );
    await soon(() => row('zoe-e'));
  });
});

it('opens with the row of the entity that a popover asked for, and focus there', async () => {
  await openPopup({ frames: FRAMES, listed: 'work-act' });
  await soon(() => expect(row('work-act').textContent).toContain('It was cut short.'));
  await soon(() => expect(row('work-act').contains(document.activeElement)).toBe(true));
});

describe('the timeline', () => {
  beforeEach(async () => {
    await openPopup({ frames: FRAMES });
    await soon(() => expect(document.querySelector('.timeline')).not.toBe(null));
  });

  it('is walked in time by keys, and leads to the fact', async () => {
    const points = [...document.querySelectorAll<HTMLElement>('.timeline-point')];
    expect(points.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    points[0]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent).toBe('16 Aug 2022: Work Act: It was signed.');
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.textContent).toMatch(/It was cut short.*Since then/);
    await userEvent.keyboard('{Enter}');
    await soon(() =>
      expect(document.activeElement).toHaveProperty('dataset.fact', 'It was cut short.'),
    );
  });

  it('keeps its place when the page says anew what is on it', async () => {
    const points = () => [...document.querySelectorAll<HTMLElement>('.timeline-point')];
    const inOrder = () => points().findIndex(({ tabIndex }) => tabIndex === 0);
    points()[1]?.focus();
    await soon(() => expect(inOrder()).toBe(1));
    const entities = [
      { id: 'work-act', count: 3 },
      { id: 'the-works', count: 1 },
    ];
    const request = { entities, state: 'ready' };
    await fake.fromPage({ gloss: 'background.report', request }, TAB, 0);
    await said('5 mentions');
    expect(inOrder()).toBe(1);
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(points()[2]);
  });

  it('takes the fact away when the keyboard goes on, over which it would lie, and keeps its place', async () => {
    const shown = () => document.querySelector('.timeline-caption.over')?.textContent;
    document.querySelectorAll<HTMLElement>('.timeline-point')[0]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await soon(() => expect(shown()).toMatch(/It was signed/));
    await userEvent.keyboard('{Tab}');
    await soon(() => expect(shown()).toBe(undefined));
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await soon(() => expect(shown()).toMatch(/It was signed/));
  });

  it('shows the fact under the pointer and moves nothing', async () => {
    const drawing = document.querySelector('.timeline svg') as Element;
    const below = document.querySelector('.find')?.getBoundingClientRect().top;
    const point = document.querySelectorAll<HTMLElement>('.timeline-point')[1];
    const { left, top } = drawing.getBoundingClientRect();
    const at = point?.getBoundingClientRect();
    await userEvent.hover(page.elementLocator(drawing), {
      position: { x: (at?.left ?? 0) - left + 4, y: (at?.top ?? 0) - top + 2 },
    });
    await soon(() =>
      expect(document.querySelector('.timeline-caption.over')?.textContent).toMatch(
        /It was signed/,
      ),
    );
    expect(document.querySelector('.find')?.getBoundingClientRect().top).toBe(below);
  });
});

describe('the timeline of a page that says its own date', () => {
  it('has that too, beside the article', async () => {
    await openPopup({ frames: FRAMES, published: '2024-05-01' });
    await said('this page, 1 May 2024');
    expect(document.querySelectorAll('.timeline-drawing .page-line')).toHaveLength(1);
    await said('The article that these facts explain: A paper, 19 Jun 2023.');
  });

  it('has it once where the page is the article', async () => {
    await openPopup({ frames: FRAMES, published: '2023-06-19' });
    await said('3 dated facts');
    expect(text()).not.toContain('this page');
  });
});

describe('states', () => {
  it('starts Gloss in a tab that was there before it', async () => {
    fake.page.found = { type: 'text/html', loading: false };
    await openPopup({ frames: null });
    await said('Gloss has not started in this tab');
    await userEvent.click(button('Start on this page'));
    await soon(() => expect(fake.calls.executeScript.at(-1)).toHaveProperty('files'));
  });

  it('says what is closed to extensions, and still searches', async () => {
    await openPopup({ frames: null });
    await said('closed to extensions');
    expect(document.querySelector('[role=switch]')).toBe(null);
    await userEvent.fill(page.getByRole('searchbox'), 'zoe');
    await soon(() => row('zoe-e'));
  });

  it('tells what is no page from what is closed', async () => {
    fake.page.found = { type: 'application/pdf', loading: false };
    await openPopup({ frames: null });
    await said('This is not a web page');
  });

  it('shows how far a long page has been read', async () => {
    await openPopup({ frames: { 0: {} }, state: 'scanning', read: 0.43 });
    await said('43%');
    expect(document.querySelector('progress')?.value).toBe(0.43);
  });

  it.each([
    ['What is marked', 'what', {}],
    ['Choose packs', 'packs', { 'setting.packsOff': ['test-pack'] }],
    ['Open the list of sites', 'sites', { 'setting.sites': ['*://*.example/*'] }],
  ])('leads to the options: %s', async (name, section, settings) => {
    const close = vi.spyOn(window, 'close').mockReturnValue();
    await fake.browser.storage.sync.set(settings);
    await openPopup({
      frames: { 0: {} },
      state: Object.keys(settings).length > 0 ? 'off' : 'ready',
    });
    await userEvent.click(button(name));
    await soon(() => expect(fake.calls.created.at(-1)?.url).toMatch(`#${section}`));
    expect(close).toHaveBeenCalled();
    close.mockRestore();
  });

  it('pauses for an hour and goes on', async () => {
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('Pause'));
    await userEvent.click(button('Pause for an hour'));
    await said('Paused until');
    await userEvent.click(button('Go on now'));
    await said('2 things explained');
  });

  it('switches off everywhere and on again', async () => {
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('Pause'));
    await userEvent.click(button('Switch off everywhere'));
    await said('off everywhere');
    await userEvent.click(button('Switch on'));
    await said('2 things explained');
  });

  it('switches this site, and sends to the options where a wider rule decides', async () => {
    await openPopup({ frames: FRAMES });
    const there = page.getByRole('switch', { name: 'On this site' });
    await userEvent.click(there);
    await said('Off on this site');
    await userEvent.click(button('Switch on for this site'));
    await said('2 things explained');
    await fake.browser.storage.sync.set({ 'setting.sites': ['*://*.example/*'] });
    await said('Off on this site');
    await userEvent.click(there);
    await said('A wider rule');
  });
});

describe('for everybody', () => {
  it.each(['light', 'dark'])('has no fault that axe can find (%s)', async (theme) => {
    await fake.browser.storage.sync.set({ 'setting.theme': theme });
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('All about Work Act'));
    await soon(() => expect(text()).toContain('It was cut short.'));
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it.each([
    ['closed', { frames: null }, null],
    ['no page', { frames: null }, 'application/pdf'],
    ['not started', { frames: null }, 'text/html'],
    ['scanning', { frames: { 0: {} }, state: 'scanning', read: 0.4 }, null],
    ['nothing found', { frames: { 0: {} } }, null],
    ['loading', { frames: { 0: {} }, state: 'off' }, null],
  ] as const)('has no fault that axe can find in a state (%s)', async (_, what, found) => {
    fake.page.found = found && { type: found, loading: false };
    await openPopup(what);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it.each([
    ['with text twice as large', 200, 780, 'ltr'],
    ['in a narrow window with text twice as large', 200, 320, 'ltr'],
    ['in a narrow window', 100, 320, 'ltr'],
    ['from right to left', 100, 380, 'rtl'],
  ] as const)('does not scroll sideways %s', async (_, textSize, width, direction) => {
    await fake.browser.storage.sync.set({ 'setting.textSize': textSize });
    await page.viewport(width, 600);
    fakeUi.direction = direction;
    document.documentElement.classList.toggle('full-page', width === 320);
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('All about The Works'));
    await soon(() => expect(row('the-works').querySelector('table')).not.toBe(null));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const element of document.querySelectorAll('main, .details, .foot')) {
      expect(element.scrollWidth, element.className).toBeLessThanOrEqual(element.clientWidth + 1);
    }
  });

  it('keeps English words in their order where the browser is laid out from the right', async () => {
    fakeUi.direction = 'rtl';
    await openPopup({ frames: FRAMES });
    const words = document.querySelector('.sum')?.firstChild;
    if (!words) throw new Error('no summary');
    const boxOf = (from: number, to: number) => {
      const range = document.createRange();
      range.setStart(words, from);
      range.setEnd(words, to);
      return range.getBoundingClientRect();
    };
    const [count, things] = [boxOf(0, 1), boxOf(2, '2 things'.length)];
    expect(words.textContent).toMatch(/^2 things/);
    expect(count.right).toBeLessThanOrEqual(things.left);
    // At the start of the layout, which is the right.
    const last = document.querySelector('.sum-more')?.getBoundingClientRect();
    expect(innerWidth - (last?.right ?? 0)).toBeLessThan(20);
  });

  it('goes through a menu by the arrow keys, round and round', async () => {
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('Copy or save'));
    const focused = () => document.activeElement?.textContent;
    await soon(() => expect(focused()).toBe('Copy as Markdown'));
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Save as Markdown');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toMatch('JSON-LD');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Copy as Markdown');
  });

  it('puts a menu away with Esc and gives the focus back', async () => {
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('Copy or save'));
    await soon(() => expect(document.activeElement?.textContent).toBe('Copy as Markdown'));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe('Copy or save');
    await expect.element(button('Copy as Markdown')).not.toBeInTheDocument();
  });
});
