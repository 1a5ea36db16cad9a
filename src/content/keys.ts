/** What the keys of the manifest's commands ask of a frame, or of a sample text, as long as Gloss is on in it. */
import { handleInFrame } from '../messaging/frame-requests.ts';
import { enterFrame } from '../page/child-frames.ts';
import type { Running } from './running.ts';

export function answerKeys(running: () => Running | null, signal: AbortSignal): void {
  const none = { done: false };
  handleInFrame('frame.outline', () => running()?.outline() ?? null, signal);
  handleInFrame('frame.enter', ({ index }) => ({ done: enterFrame(index) }), signal);
  handleInFrame('frame.step', (request) => running()?.step(request) ?? none, signal);
  handleInFrame('frame.close', () => running()?.close() ?? none, signal);
}
