/** What is on a tab's page, for the toolbar popup. */
import { browser } from '../browser.ts';
import type { TabEntity, TabSummary } from '../messaging/messages.ts';
import { askFrame, MAIN_FRAME, whySilent } from './frames.ts';
import type { Library } from './library.ts';
import { countByEntity, dropFrames, type FrameFindings, findingsOf, forgetTab } from './reports.ts';

/** Asks the tab's frames and tells what they have found. Frames that are gone are forgotten. */
export async function summarise(library: Library, tabId: number): Promise<TabSummary> {
  const [known, state, tab] = await Promise.all([
    findingsOf(tabId),
    askFrame(tabId, MAIN_FRAME),
    browser.tabs.get(tabId).catch(() => null),
  ]);
  const main = known.find(({ frameId }) => frameId === MAIN_FRAME);
  const url = tab?.url ?? main?.url ?? null;
  if (state === null) {
    await forgetTab(tabId);
    const why = await whySilent(tabId);
    return {
      state: why === 'not-started' && tab?.status === 'loading' ? 'loading' : why,
      url,
      entities: [],
    };
  }
  const frames = await dropFrames(tabId, await silentFrames(tabId, known));
  if (state === 'off') return { state, url, entities: [] };
  const scanning = state === 'scanning' || frames.some((frame) => frame.state === 'scanning');
  return {
    state: scanning ? 'scanning' : 'ready',
    url,
    entities: await entitiesOf(library, frames),
  };
}

/** Of the frames known, those that no longer answer; the main one has just done so. */
async function silentFrames(tabId: number, known: readonly FrameFindings[]): Promise<number[]> {
  const answers = await Promise.all(
    known.map(async ({ frameId }) =>
      frameId === MAIN_FRAME || (await askFrame(tabId, frameId)) !== null ? [] : [frameId],
    ),
  );
  return answers.flat();
}

/** The entities of all frames, each once, in the order of the page. */
async function entitiesOf(
  library: Library,
  frames: readonly FrameFindings[],
): Promise<TabEntity[]> {
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
