import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { closePopup, fake, jumps, openPopup, TAB } from './stage.tsx';

const FRAMES = { 0: { 'work-act': 2, 'the-works': 1 }, 5: { 'work-act': 1 } };

const row = (id: string) => {
  const found = document.querySelector<HTMLElement>(`[data-entity="${id}"]`);
  if (!found) throw new Error(`no row of ${id}`);
  return found;
};
const text = () => document.body.textContent ?? '';
const said = (words: string | RegExp) => vi.waitFor(() => expect(text()).toMatch(words));
const button = (name: string | RegExp) => page.getByRole('button', { name });

beforeEach(() => page.viewport(380, 600));
afterEach(closePopup);

describe('the list', () => {
  beforeEach(() => openPopup({ frames: FRAMES }));

  it('has each entity once, by kind, with the mentions of all frames', () => {
    expect(document.querySelector('.sum')?.textContent).toBe('2 things explained 4 mentions');
    const rows = [...document.querySelectorAll<HTMLElement>('[data-entity]')];
    expect(rows.map(({ dataset }) => dataset.entity)).toEqual(['the-works', 'work-act']);
    expect(row('work-act').querySelector('.count [aria-hidden]')?.textContent).toBe('3');
  });

  it('jumps to the first mention, then to the next, through all frames', async () => {
    for (let press = 0; press < 4; press += 1) {
      await userEvent.click(row('work-act').querySelector('.row-main') as Element);
      await vi.waitFor(() => expect(jumps).toHaveLength(press + 1));
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
    await vi.waitFor(() => expect(row('work-act').textContent).toContain('It was cut short.'));
    const link = row('work-act').querySelector<HTMLAnchorElement>('a');
    expect(link).toMatchObject({ href: 'https://one.example/a', target: '_blank' });
    expect(link?.rel).toBe('noopener noreferrer');
    await userEvent.click(button('The Works').last());
    await vi.waitFor(() => expect(row('the-works').querySelector('table')).not.toBe(null));
  });

  it('searches the page and then the packs', async () => {
    await userEvent.fill(page.getByRole('searchbox'), 'some');
    await vi.waitFor(() => expect(row('zoe-e').textContent).toContain('Somebody.'));
    expect(document.querySelectorAll('[data-entity]')).toHaveLength(1);
    await userEvent.fill(page.getByRole('searchbox'), 'dragon');
    await said('Nothing on this page');
  });

  it('grows while the page is open', async () => {
    const entities = [{ id: 'zoe-e', count: 1 }];
    await fake.fromPage(
      { gloss: 'background.report', request: { entities, state: 'ready' } },
      TAB,
      5,
    );
    await vi.waitFor(() => row('zoe-e'));
  });
});

describe('the timeline', () => {
  beforeEach(async () => {
    await openPopup({ frames: FRAMES });
    await vi.waitFor(() => expect(document.querySelector('.timeline')).not.toBe(null));
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
    await vi.waitFor(() =>
      expect(document.activeElement).toHaveProperty('dataset.fact', 'It was cut short.'),
    );
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
    await vi.waitFor(() =>
      expect(document.querySelector('.timeline-caption.over')?.textContent).toMatch(
        /It was signed/,
      ),
    );
    expect(document.querySelector('.find')?.getBoundingClientRect().top).toBe(below);
  });
});

describe('states', () => {
  it('starts Gloss in a tab that was there before it', async () => {
    fake.page.found = { type: 'text/html', loading: false };
    await openPopup({ frames: null });
    await said('open before Gloss');
    await userEvent.click(button('Start on this page'));
    await vi.waitFor(() => expect(fake.calls.executeScript.at(-1)).toHaveProperty('files'));
  });

  it('says what is closed to extensions, and still searches', async () => {
    await openPopup({ frames: null });
    await said('closed to extensions');
    expect(document.querySelector('[role=switch]')).toBe(null);
    await userEvent.fill(page.getByRole('searchbox'), 'zoe');
    await vi.waitFor(() => row('zoe-e'));
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
    await userEvent.click(there);
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
    await vi.waitFor(() => expect(text()).toContain('It was cut short.'));
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('does not scroll sideways with text twice as large', async () => {
    await fake.browser.storage.sync.set({ 'setting.textSize': 200 });
    await page.viewport(780, 600);
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('All about The Works'));
    await vi.waitFor(() => expect(row('the-works').querySelector('table')).not.toBe(null));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(780);
    for (const element of document.querySelectorAll('main, .details, .foot')) {
      expect(element.scrollWidth, element.className).toBeLessThanOrEqual(element.clientWidth + 1);
    }
  });

  it('puts a menu away with Esc and gives the focus back', async () => {
    await openPopup({ frames: FRAMES });
    await userEvent.click(button('Copy or save'));
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Copy as Markdown'));
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe('Copy or save');
    await expect.element(button('Copy as Markdown')).not.toBeInTheDocument();
  });
});
