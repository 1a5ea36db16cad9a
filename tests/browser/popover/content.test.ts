import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { Reason } from '../../../src/detection/types.ts';
import type { EntityCard } from '../../../src/packs/card.ts';
import { contrast } from '../../../src/ui/contrast.ts';
import { CARDS, cardOf } from '../../fixtures/cards.ts';
import { fakeUi } from '../../fixtures/extension.ts';
import { soon } from '../../support/soon.ts';
import { centreOf, click, nextFrame } from './input.ts';
import { type Stage, type StageOptions, setStage } from './stage.ts';

let stage: Stage;

/** Opens the popover of an entity on a page that mentions all the fixtures' entities. */
async function show(id: string, options: StageOptions & { focus?: boolean } = {}): Promise<void> {
  document.body.innerHTML = `<main style="padding: 20px">${[...CARDS.values()]
    .map((card) => `<p><span data-entity="${card.id}">${card.name}</span></p>`)
    .join('')}</main>`;
  stage = setStage(options);
  stage.controller.openAt(stage.mention(id), { focus: options.focus ?? false });
  await soon(() => expect(surface().getBoundingClientRect().left).toBeGreaterThan(0));
}

function surface(): HTMLElement {
  const found = stage.root().querySelector<HTMLElement>('[role=dialog]');
  if (!found) throw new Error('no popover');
  return found;
}

const words = () => surface().textContent ?? '';
const title = () => surface().querySelector('h2')?.textContent;

function button(name: string): HTMLButtonElement {
  const found = [...surface().querySelectorAll('button')].find((each) =>
    `${each.textContent} ${each.getAttribute('aria-label') ?? ''}`.includes(name),
  );
  if (!found) throw new Error(`no button "${name}" among: ${words()}`);
  return found;
}

async function press(name: string): Promise<void> {
  const found = button(name);
  found.scrollIntoView({ block: 'nearest' });
  await nextFrame();
  await click(centreOf(found));
}

const seen = (text: string) => soon(() => expect(words()).toContain(text));

beforeEach(() => page.viewport(1000, 700));

afterEach(() => {
  stage.end();
  fakeUi.direction = 'ltr';
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  scrollTo(0, 0);
});

describe('what it shows', () => {
  it.each([...CARDS.keys()])('every statement of %s has its source as a safe link', async (id) => {
    await show(id);
    const card = cardOf(id);
    if (surface().querySelector('.foot button')) await press('ore');
    await soon(() => {
      const facts = [...surface().querySelectorAll('.fact')];
      expect(facts).toHaveLength(card.facts.length + card.since.length);
      for (const statement of [...facts, ...surface().querySelectorAll('.panel')]) {
        expect(statement.querySelector('a')).not.toBeNull();
      }
    });
    for (const link of surface().querySelectorAll('a')) {
      expect(link.href).toMatch(/^https:\/\//);
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
      expect(link.title).not.toBe('');
    }
    for (const fact of [...card.facts, ...card.since]) expect(words()).toContain(fact.text);
    for (const note of card.inArticle) expect(words()).toContain(note.text);
  });

  it('says kind, name, full name, summary and pack at first, and no more than two facts', async () => {
    await show('catl');
    const card = cardOf('catl');
    for (const text of [card.name, card.fullName ?? '', card.summary, card.pack.title]) {
      expect(words()).toContain(text);
    }
    expect(words()).toContain('Organisation');
    expect(surface().querySelectorAll('.fact')).toHaveLength(2);
    expect(words()).not.toContain(card.inArticle[0]?.text);
  });

  it('names the article where the notes are from', async () => {
    await show('catl');
    await press('more fact');
    await seen('TIME, Jun 2023');
    expect(button('Fewer facts').getAttribute('aria-expanded')).toBe('true');
  });

  it('draws bars as a table, its own entity apart', async () => {
    await show('catl');
    const rows = [...surface().querySelectorAll('table tr')];
    const [chart] = cardOf('catl').charts;
    expect(rows).toHaveLength(chart?.points.length ?? 0);
    expect(rows.filter((row) => row.classList.contains('own'))).toHaveLength(1);
    expect(surface().querySelector('caption')?.textContent).toContain(chart?.title);
  });

  it('marks state media in words', async () => {
    const base = cardOf('catl');
    const [fact] = base.facts;
    if (!fact) throw new Error('the fixture has no fact');
    const card: EntityCard = {
      ...base,
      facts: [{ ...fact, source: { ...fact.source, tier: 'state' } }],
    };
    await show('catl', { prefetched: () => false, fetchCard: async () => card });
    expect(words()).toContain('(State media)');
  });

  it('makes no link of an address that is not https', async () => {
    const base = cardOf('cop26');
    const [fact] = base.facts;
    if (!fact) throw new Error('the fixture has no fact');
    const source = { ...fact.source, url: 'javascript:alert(1)' };
    const card: EntityCard = { ...base, facts: [{ ...fact, source }], since: [] };
    await show('cop26', { prefetched: () => false, fetchCard: async () => card });
    expect(surface().querySelector('.fact a')).toBeNull();
    expect(words()).toContain(source.publisher);
  });
});

describe('what it does', () => {
  it('follows related entities and finds the way back', async () => {
    await show('catl');
    await press('Ford');
    await soon(() => expect(title()).toBe('Ford'));
    expect(surface().dataset.kind).toBe('organization');
    await press('Michigan');
    await soon(() => expect(title()).toBe('Michigan'));
    expect(surface().dataset.kind).toBe('place');
    await press('Back to Ford');
    await press('Back to CATL');
    await soon(() => expect(title()).toBe('CATL'));
    expect(() => button('Back')).toThrow();
  });

  it('keeps focus inside when the card changes under it', async () => {
    await show('catl', { focus: true });
    const chip = button('Ford');
    chip.focus();
    await userEvent.keyboard('{Enter}');
    await soon(() => expect(title()).toBe('Ford'));
    expect(stage.root().activeElement).toBe(surface());
    expect(stage.controller.isOpen).toBe(true);
  });

  it('asks the background for a related card, and says so where there is none', async () => {
    await show('catl', { prefetched: (id) => id === 'catl', fetchCard: async () => null });
    await press('Ford');
    await seen('Nothing more is known about Ford');
    expect(stage.fetched).toEqual(['ford-motor-company']);
    expect(title()).toBe('CATL');
  });

  it('mutes, stays for the undo although the mark is gone, and takes it back', async () => {
    await show('catl');
    await press('Actions');
    await press('Never mark CATL');
    await seen('CATL will not be marked any more');
    expect(stage.muted).toEqual(['catl']);
    // The action that was pressed is gone: lost focus would close the popover before the undo is reached.
    expect(stage.root().activeElement).toBe(surface());
    document.querySelector('[data-entity="catl"]')?.removeAttribute('data-entity');
    scrollTo(0, 10);
    await press('Undo');
    await soon(() => expect(words()).not.toContain('will not be marked'));
    expect(stage.muted).toEqual([]);
    expect(stage.root().activeElement).toBe(surface());
  });

  it('copies with sources, as text and as Markdown', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show('catl');
    await press('Actions');
    await press('Copy text');
    await seen('Copied with sources');
    const url = cardOf('catl').facts[0]?.source.url ?? '';
    expect(write.mock.lastCall?.[0]).toContain(url);
    await press('Copy Markdown');
    await soon(() => expect(write.mock.lastCall?.[0]).toMatch(/^## CATL/));
    write.mockRestore();
  });

  it('copies also where the page may not use the clipboard', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    const command = vi.spyOn(document, 'execCommand');
    await show('catl');
    await press('Actions');
    await press('Copy text');
    await soon(() => expect(command).toHaveBeenCalledWith('copy'));
    await seen(command.mock.results[0]?.value ? 'Copied' : 'did not allow');
    expect(stage.root().querySelector('textarea')).toBeNull();
    write.mockRestore();
    command.mockRestore();
  });

  it('is shown in the toolbar popup’s list, and makes room for it', async () => {
    await show('catl');
    await press('Actions');
    await press('Show in list');
    await soon(() => expect(stage.controller.isOpen).toBe(false));
    expect(stage.listed).toEqual(['catl']);
  });

  it('says so where the browser does not open the list', async () => {
    await show('catl', { opensList: false });
    await press('Actions');
    await press('Show in list');
    await seen('did not open the list');
    expect(stage.controller.isOpen).toBe(true);
  });

  it('pins: stays when the page scrolls away, closes by its button', async () => {
    await show('catl');
    await press('Keep open');
    await soon(() => expect(button('Keep open').getAttribute('aria-pressed')).toBe('true'));
    document.body.style.height = '4000px';
    scrollTo(0, 3000);
    await nextFrame();
    await nextFrame();
    expect(stage.controller.isOpen).toBe(true);
    await page.viewport(500, 400);
    await soon(() => {
      const box = surface().getBoundingClientRect();
      expect([box.left, box.top].every((edge) => edge >= 0)).toBe(true);
      expect(box.right).toBeLessThanOrEqual(500);
      expect(box.bottom).toBeLessThanOrEqual(400);
    });
    await press('Close');
    await soon(() => expect(stage.controller.isOpen).toBe(false));
  });

  it('says why an ambiguous mention is shown, and only then', async () => {
    const reasons: Reason[] = [{ kind: 'cue-near', detail: 'clean energy', weight: 0.4 }];
    await show('inflation-reduction-act', { reasons });
    await press('Why is this shown?');
    await seen('“clean energy” stands close by');
    stage.end();
    await show('inflation-reduction-act');
    expect(() => button('Why')).toThrow();
  });
});

describe('for ear and eye', () => {
  const rules = {
    runOnly: {
      type: 'tag' as const,
      values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    },
  };

  it('is a dialog with a name and a description, and not modal', async () => {
    await show('catl');
    const dialog = surface();
    const root = stage.root();
    expect(root.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'CATL',
    );
    expect(root.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      cardOf('catl').summary,
    );
    expect(dialog.getAttribute('aria-modal')).toBeNull();
  });

  it.each(
    ['light', 'dark'].flatMap((theme) =>
      ['catl', 'climate-finance', 'inflation-reduction-act', 'china'].map((id) => [id, theme]),
    ),
  )('axe finds nothing in %s, %s', async (id, theme) => {
    const reasons: Reason[] = [{ kind: 'cue-near', detail: 'clean energy', weight: 0.4 }];
    await show(id, { reasons, settings: { theme: theme as 'light' | 'dark' } });
    await press('Actions');
    await press('more fact');
    await press('Why is this');
    await seen('stands close by');
    const animations = surface().getAnimations({ subtree: true });
    await Promise.all(animations.map((animation) => animation.finished));
    // axe cannot enter a closed tree: it is shown a copy of what is in it, styled as it is.
    const twin = document.createElement('div');
    const open = twin.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    const styles = stage.root().adoptedStyleSheets.flatMap((each) => [...each.cssRules]);
    const inside = styles.map((rule) => rule.cssText).filter((rule) => !rule.includes(':host'));
    sheet.replaceSync(inside.join(''));
    open.adoptedStyleSheets = [sheet];
    const copy = surface().cloneNode(true) as HTMLElement;
    copy.style.cssText += ';position:static;max-height:none;animation:none';
    open.append(copy);
    document.body.replaceChildren(twin);
    const { violations, passes } = await axe.run(twin, rules);
    expect(
      violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html).join()}`),
    ).toEqual([]);
    // It has looked: a twin that it cannot see has no violation either.
    expect(passes.map((rule) => rule.id)).toEqual(
      expect.arrayContaining(['color-contrast', 'button-name', 'link-name', 'list']),
    );
  });

  it('can be gone through by Tab, and only through what is shown', async () => {
    await show('catl', { focus: true });
    const order: (string | null)[] = [];
    for (let i = 0; i < 4; i += 1) {
      await userEvent.keyboard('{Tab}');
      const at = stage.root().activeElement;
      order.push(at?.getAttribute('aria-label') ?? at?.tagName ?? null);
    }
    expect(order).toEqual(['Keep open', 'Actions', 'Close', 'A']);
  });

  it('shows the title of a source to who comes by key, where it can be read', async () => {
    await show('john-kerry', { focus: true });
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}');
    const link = stage.root().activeElement as HTMLAnchorElement;
    expect(link.title).not.toBe('');
    const shown = () => getComputedStyle(link, '::after');
    expect(shown().content).toContain(link.title);
    const meta = link.closest('.meta')?.getBoundingClientRect();
    const bottom = (meta?.bottom ?? Number.NaN) + Number.parseFloat(shown().height);
    const body = surface().querySelector('.body')?.getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(body?.bottom ?? 0);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(shown().content).toBe('none');
  });

  it('scrolls its body to what has focus, and never itself', async () => {
    await show('china', { focus: true });
    await press('more fact');
    const links = [...surface().querySelectorAll<HTMLElement>('.body a, .body button')];
    for (const link of links) {
      link.focus();
      const { top, bottom } = link.getBoundingClientRect();
      const box = surface().getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(box.top);
      expect(bottom).toBeLessThanOrEqual(box.bottom);
      expect(surface().scrollTop).toBe(0);
    }
    expect(surface().querySelector('.body')?.scrollTop).toBeGreaterThan(0);
  });

  it('says what happened politely', async () => {
    await show('catl');
    expect(surface().querySelector('[role=status]')?.textContent).toBe('');
  });

  it('has the size of text that the settings say, whatever the page says', async () => {
    document.documentElement.style.fontSize = '40px';
    await show('catl');
    const size = (selector: string) => {
      const found = surface().querySelector(selector);
      return found ? getComputedStyle(found).fontSize : null;
    };
    expect(size('.summary')).toBe('15px');
    stage.end();
    await show('catl', { settings: { textSize: 200 } });
    expect(size('.summary')).toBe('30px');
  });

  it('is laid out from the right in a UI that is', async () => {
    fakeUi.direction = 'rtl';
    await show('catl');
    const kind = surface().querySelector('.kind')?.getBoundingClientRect();
    const close = button('Close').getBoundingClientRect();
    expect(kind?.left).toBeGreaterThan(close.right);
  });
});

/** `rgb(1, 2, 3)` as `#010203`. */
function hex(color: string): string {
  const channels = color.match(/\d+/g)?.slice(0, 3) ?? [];
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}

describe('as the system asks', () => {
  const emulate = (name: string, value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] });

  afterEach(() => cdp().send('Emulation.setEmulatedMedia', { features: [] }));

  it('does not move where motion is reduced', async () => {
    const moves = () =>
      [surface(), ...surface().querySelectorAll('*')].flatMap((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName === 'none' && transitionDuration === '0s' ? [] : [element.className];
      });
    await show('catl');
    expect(moves()).not.toEqual([]);
    // Its content may; the popover itself is there at once.
    expect(getComputedStyle(surface()).animationName).toBe('none');
    stage.end();
    await emulate('prefers-reduced-motion', 'reduce');
    await show('catl');
    expect(moves()).toEqual([]);
  });

  it('has stronger lines and greys where more contrast is wanted', async () => {
    const looks = () => {
      const meta = surface().querySelector('.meta') ?? surface();
      return [getComputedStyle(meta).color, getComputedStyle(surface()).borderTopColor];
    };
    await show('catl', { settings: { theme: 'light' } });
    const usual = looks();
    stage.end();
    await emulate('prefers-contrast', 'more');
    await show('catl', { settings: { theme: 'light' } });
    expect(looks()).not.toEqual(usual);
    for (const color of looks()) {
      const ground = getComputedStyle(surface()).backgroundColor;
      expect(contrast(hex(color), hex(ground))).toBeGreaterThan(7);
    }
  });

  it('keeps edges, bars and states apart in forced colours', async () => {
    await emulate('forced-colors', 'active');
    await show('catl');
    const panel = surface().querySelector('.panel') ?? surface();
    const { backgroundColor } = getComputedStyle(surface());
    expect(getComputedStyle(panel).borderTopColor).not.toBe(backgroundColor);
    const bars = [...surface().querySelectorAll('rect')].map((bar) => getComputedStyle(bar).fill);
    expect(bars).not.toContain(backgroundColor);
    expect(new Set(bars).size).toBe(2);
    const pin = button('Keep open');
    const before = getComputedStyle(pin).backgroundColor;
    await press('Keep open');
    await soon(() => expect(getComputedStyle(pin).backgroundColor).not.toBe(before));
  });

  it.each([...CARDS.keys()])('holds %s in 320 px of width with text twice as large', async (id) => {
    await page.viewport(320, 640);
    await show(id, { settings: { textSize: 200 } });
    if (surface().querySelector('.foot button')) await press('ore');
    const { width } = surface().getBoundingClientRect();
    expect(width).toBeLessThanOrEqual(320);
    const wide = [...surface().querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        !element.closest('.quiet, .pack') && element.getBoundingClientRect().width > width,
    );
    expect(wide.map((element) => element.outerHTML.slice(0, 80))).toEqual([]);
    expect(surface().scrollWidth).toBeLessThanOrEqual(Math.ceil(width));
  });
});
