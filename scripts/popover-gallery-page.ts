/** The page that popover-gallery.ts draws: one scene, named in the address: `?scene=dark&entity=catl`. */
import type { Reason } from '../src/detection/types.ts';
import type { EntityCard } from '../src/packs/card.ts';
import { setStage } from '../tests/browser/popover/stage.ts';
import { CARDS } from '../tests/fixtures/cards.ts';
import { setWords } from './drivers/gallery-words.ts';

const REASONS: Reason[] = [
  { kind: 'same-entity', detail: 'Inflation Reduction Act', weight: 0.5 },
  { kind: 'cue-near', detail: 'clean energy', weight: 0.25 },
  { kind: 'anti-cue', detail: 'pension', weight: -0.2 },
];

const query = new URLSearchParams(location.search);
const has = (name: string) => query.getAll('scene').includes(name);
const entity = query.get('entity') ?? 'catl';

document.body.classList.toggle('dark', has('dark'));
document.body.classList.toggle('narrow', has('narrow'));
document.body.classList.toggle('vertical', has('vertical'));
for (const part of document.querySelectorAll('body [lang]')) {
  if ((part.getAttribute('lang') === 'ar') !== has('arabic')) part.remove();
}
await setWords(query);
if (has('rtl')) document.dir = 'rtl';
/** All that a note of the reader's own has. */
function bare(id: string): EntityCard | null {
  const card = CARDS.get(id);
  if (!card) return null;
  const nothing = { facts: [], since: [], charts: [], metrics: [], inArticle: [], related: [] };
  const summary = `${card.summary} `.repeat(6).trim();
  return { ...card, ...nothing, fullName: null, source: null, summary };
}

const stage = setStage({
  ...(has('bare') ? { prefetched: () => false, fetchCard: async (id: string) => bare(id) } : {}),
  settings: { textSize: has('large') ? 200 : 100 },
  reasons: has('ambiguous') ? REASONS : [],
});
stage.controller.openAt(stage.mention(entity), { focus: has('key') });
await new Promise(requestAnimationFrame);
document.documentElement.dataset.ready = 'true';
Object.assign(globalThis, {
  /** Where a button of the popover is, by its words: pages cannot press it, so what draws does. */
  placeOf: (words: string) => {
    const all = [...stage.root().querySelectorAll('button')];
    const found = all.find((button) =>
      `${button.textContent} ${button.getAttribute('aria-label') ?? ''}`.includes(words),
    );
    found?.scrollIntoView({ block: 'nearest' });
    const box = found?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  },
  scrollBody: (to: number | string) => {
    const root = stage.root();
    if (typeof to === 'number') root.querySelector('.body')?.scrollTo(0, to);
    else root.querySelector(to)?.scrollIntoView({ block: 'center' });
  },
});
