/**
 * What the frames of each tab have found, in storage.session: the browser stops the background
 * whenever it likes, and what was found must outlive that. It does not outlive the browser.
 */
import { browser } from '../browser.ts';
import type { FrameReport } from '../messaging/messages.ts';

export interface FrameFindings extends Pick<FrameReport, 'entities' | 'state'> {
  frameId: number;
  /** Address of the frame's document; null where the browser does not tell it. */
  url: string | null;
}

/** One item a tab, so that no tab waits for another and all of it goes with the tab. */
const itemOf = (tabId: number): string => `tab:${tabId}`;

async function read(tabId: number): Promise<FrameFindings[]> {
  const item = itemOf(tabId);
  const { [item]: found } = await browser.storage.session.get(item);
  // Nobody but this file writes these items.
  return Array.isArray(found) ? (found as FrameFindings[]) : [];
}

/** The end of the line of changes to each tab: read, change and write are three steps. */
const lines = new Map<number, Promise<unknown>>();

function inLine<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const turn = (lines.get(tabId) ?? Promise.resolve()).then(work, work);
  lines.set(tabId, turn);
  const leave = () => {
    if (lines.get(tabId) === turn) lines.delete(tabId);
  };
  turn.then(leave, leave);
  return turn;
}

/** What the tab's frames have found, the main frame first. */
export function findingsOf(tabId: number): Promise<FrameFindings[]> {
  return inLine(tabId, () => read(tabId));
}

/** Puts one frame's findings in place of its earlier ones; answers with those of the whole tab. */
export function recordFindings(tabId: number, findings: FrameFindings): Promise<FrameFindings[]> {
  return inLine(tabId, async () => {
    const others = (await read(tabId)).filter(({ frameId }) => frameId !== findings.frameId);
    const frames = [...others, findings].sort((a, b) => a.frameId - b.frameId);
    await browser.storage.session.set({ [itemOf(tabId)]: frames });
    return frames;
  });
}

/**
 * Forgets frames of a tab, named by what was found gone: a frame that reported in the meantime stays.
 * Answers with the findings that are left.
 */
export function dropFrames(tabId: number, gone: readonly number[]): Promise<FrameFindings[]> {
  return inLine(tabId, async () => {
    const before = await read(tabId);
    const frames = before.filter(({ frameId }) => !gone.includes(frameId));
    if (frames.length === 0) await browser.storage.session.remove(itemOf(tabId));
    else if (frames.length < before.length) {
      await browser.storage.session.set({ [itemOf(tabId)]: frames });
    }
    return frames;
  });
}

/** Forgets all that a tab's frames have found. */
export function forgetTab(tabId: number): Promise<void> {
  return inLine(tabId, () => browser.storage.session.remove(itemOf(tabId)));
}

/** How often each entity is named over all frames: entity id to count, in order of appearance. */
export function countByEntity(frames: readonly FrameFindings[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entities } of frames) {
    for (const { id, count } of entities) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}
