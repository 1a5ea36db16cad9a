/** What is on a tab's page, for the toolbar popup. */
import { browser } from '../browser.ts';
import type { FrameAnswer, TabEntity, TabSummary } from '../messaging/messages.ts';
import { loadSettings } from '../settings/store.ts';
import { askFrame, askToReport, MAIN_FRAME, whySilent } from './frames.ts';
import type { Library } from './library.ts';
import { countByEntity, dropFrames, type FrameFindings, findingsOf, forgetTab } from './reports.ts';

/** Asks the tab's frames and tells what they have found. Frames that are gone are forgotten. */
export async function summarise(library: Library, tabId: number): Promise<TabSummary> {
  const [known, packsOn, asked, tab] = await Promise.all([
    findingsOf(tabId),
    countPacksOn(library),
    askFrame(tabId, MAIN_FRAME),
    browser.tabs.get(tabId).catch(() => null),
  ]);
  const main = known.find(({ frameId }) => frameId === MAIN_FRAME);
  const url = tab?.url ?? main?.url ?? null;
  let answer = asked;
  if (answer === null || answer === 'busy') {
    const why = await whySilent(tabId);
    // A page that was only busy has come to itself by the time that a script could run in it.
    answer = why === 'not-started' ? await askFrame(tabId, MAIN_FRAME) : null;
    // Or nearly: it is looked at again soon.
    if (answer === 'busy') {
      return { state: 'loading', url, read: 0, published: null, packsOn, entities: [] };
    }
    if (answer === null) {
      await forgetTab(tabId);
      const state = why === 'not-started' && tab?.status === 'loading' ? 'loading' : why;
      return { state, url, read: 0, published: null, packsOn, entities: [] };
    }
  }
  // It has found something out that is not known here: what was kept went with an earlier page.
  if (!main) await askToReport(tabId, MAIN_FRAME);
  const gone = await goneFrames(tabId, known);
  // What is known stands where nobody had to be asked again: a reader waits for this.
  const frames = main && gone.length === 0 ? known : await dropFrames(tabId, gone);
  const entities = await entitiesOf(library, frames, answer);
  return { ...stateOf(answer, frames), url, packsOn, entities };
}

async function countPacksOn(library: Library): Promise<number> {
  const [packs, { packsOff }] = await Promise.all([library.packs(), loadSettings()]);
  return packs.filter(({ id }) => !packsOff.includes(id)).length;
}

function stateOf(
  { state, read, published }: FrameAnswer,
  frames: readonly FrameFindings[],
): Pick<TabSummary, 'state' | 'read' | 'published'> {
  const scanning = state === 'ready' && frames.some((frame) => frame.state === 'scanning');
  return { state: scanning ? 'scanning' : state, read, published };
}

/** Of the frames known, those that are there no more; the main one has just answered. */
async function goneFrames(tabId: number, known: readonly FrameFindings[]): Promise<number[]> {
  const answers = await Promise.all(
    known.map(async ({ frameId }) =>
      frameId === MAIN_FRAME || (await askFrame(tabId, frameId)) !== null ? [] : [frameId],
    ),
  );
  return answers.flat();
}

/** The entities of all frames, each once, in the order of the page; none where Gloss is off. */
async function entitiesOf(
  library: Library,
  frames: readonly FrameFindings[],
  { state }: FrameAnswer,
): Promise<TabEntity[]> {
  if (state === 'off') return [];
  const counts = countByEntity(frames);
  const cards = await library.cards([...counts.keys()]);
  return cards.map((card) => {
    const { id } = card;
    return {
      id,
      type: card.type,
      name: card.name,
      summary: card.summary,
      count: counts.get(id) ?? 0,
      frames: frames.flatMap(({ frameId, entities }) => {
        const here = entities.find((entity) => entity.id === id);
        return here && here.count > 0 ? { frameId, count: here.count } : [];
      }),
    };
  });
}
