/**
 * Entry of the options page, and what composes it with page/ and popover/: the preview shows the
 * marks and the popover that pages get, not a copy of them.
 */
import { render } from 'preact';
import { send } from './messaging/messaging.ts';
import { App } from './options/app.tsx';
import type { PreviewMention } from './options/preview.tsx';
import type { EntityCard } from './packs/card.ts';
import { chooseMarks } from './page/choose.ts';
import { Marks } from './page/marks.ts';
import { Tones } from './page/tone.ts';
import type { PageMention } from './page/types.ts';
import { createPopover } from './popover/popover.tsx';
import type { Settings } from './settings/schema.ts';
import { loadSettings, updateSetting } from './settings/store.ts';
import { t } from './ui/i18n.ts';
import { applyLook } from './ui/look.ts';

/** A mention of the sample text, as the popover knows it. */
function pageMention({ element, card }: { element: Element; card: EntityCard }): PageMention {
  const text = element.textContent ?? '';
  const words = element.firstChild ?? element;
  return {
    entity: card.id,
    type: card.type,
    text,
    mention: {
      entity: card.id,
      start: 0,
      end: text.length,
      score: 1,
      ambiguous: false,
      reasons: [],
    },
    range: () =>
      new StaticRange({
        startContainer: words,
        startOffset: 0,
        endContainer: words,
        endOffset: text.length,
      }),
    rects: () => [...element.getClientRects()],
    element,
    link: null,
    isCurrent: () => element.isConnected,
  };
}

/** Which of the sample's mentions the settings let be marked; the sample is one section. */
function chosen(mentions: readonly PageMention[], settings: Settings): PageMention[] {
  if (!settings.enabled) return [];
  const placed = mentions.map((mention) => ({ mention, section: null }));
  return [...chooseMarks(placed, settings, new Set())];
}

/** Marks the sample's mentions and opens their popovers; the answer takes new settings. */
async function startPreview(
  sample: readonly PreviewMention[],
  initial: Settings,
  signal: AbortSignal,
): Promise<(settings: Settings) => void> {
  const found = await send('background.cards', { ids: sample.map(({ entity }) => entity) });
  const cards = new Map(found.map((card) => [card.id, card]));
  const mentions = sample.flatMap(({ entity, element }) => {
    const card = cards.get(entity);
    return card ? [pageMention({ element, card })] : [];
  });
  const marks = new Marks();
  let settings = initial;
  let shown: PageMention[] = [];

  const popover = createPopover({
    mentionAt: (x, y) =>
      shown.find((mention) =>
        mention
          .rects()
          .some(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom),
      ) ?? null,
    card: (id) => cards.get(id),
    fetchCard: (id) => send('background.card', { id }),
    settings: () => settings,
    mute: async (id) => {
      await updateSetting('muted', (now) => [...now, id]);
    },
    unmute: async (id) => {
      await updateSetting('muted', (now) => now.filter((other) => other !== id));
    },
    signal,
  });
  const draw = (next: Settings) => {
    settings = next;
    marks.clear();
    marks.setStyle(settings.markStyle);
    shown = chosen(mentions, settings);
    const tones = new Tones();
    for (const { element, type, range } of shown) marks.add(type, tones.of(element), range());
    popover.pageChanged();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === settings.modifierKey) marks.setHeld(event.type === 'keydown');
  };
  document.addEventListener('keydown', key, { signal });
  document.addEventListener('keyup', key, { signal });
  window.addEventListener('blur', () => marks.setHeld(false), { signal });
  signal.addEventListener('abort', () => marks.clear());
  draw(initial);
  return draw;
}

async function open(): Promise<void> {
  const settings = await loadSettings();
  applyLook(document.documentElement, settings);
  document.title = t('options_title');
  render(<App settings={settings} startPreview={startPreview} />, document.body);
  // The sections were not there yet when the browser looked for the one in the address.
  const section = location.hash.slice(1);
  if (section) document.getElementById(section)?.scrollIntoView();
}

void open();
