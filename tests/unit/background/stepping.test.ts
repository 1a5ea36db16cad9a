import { describe, expect, it } from 'vitest';
import { nextStop, type OutlinedFrame } from '../../../src/background/stepping.ts';
import type { FrameOutline } from '../../../src/messaging/messages.ts';

function frame(frameId: number, outline: Partial<FrameOutline>): OutlinedFrame {
  return {
    frameId,
    outline: {
      path: [],
      stops: 0,
      last: null,
      inView: 0,
      children: [],
      isOpen: false,
      hasFocus: false,
      isTyping: false,
      ...outline,
    },
  };
}

const child = (index: number, before: number, isPast = false) => ({ index, before, isPast });

/** All stops from the first one on, as `frame.index`, by pressing the key again and again. */
function walk(frames: readonly OutlinedFrame[], direction: 1 | -1 = 1): string[] {
  const seen: string[] = [];
  let now = frames;
  for (let time = 1; ; time += 1) {
    const stop = nextStop(now, direction);
    if (!stop) return seen;
    const name = `${stop.frameId}.${stop.index}`;
    if (seen.includes(name)) return [...seen, name];
    seen.push(name);
    now = now.map(({ frameId, outline }) =>
      frameId === stop.frameId
        ? frame(frameId, { ...outline, last: { index: stop.index, time } })
        : frame(frameId, outline),
    );
  }
}

describe('stepping through the marks of a tab', () => {
  it('goes round in one frame', () => {
    expect(walk([frame(0, { stops: 3 })])).toEqual(['0.0', '0.1', '0.2', '0.0']);
    expect(walk([frame(0, { stops: 3 })], -1)).toEqual(['0.2', '0.1', '0.0', '0.2']);
  });

  it('goes into a frame where it stands among the marks around it, and out again', () => {
    const frames = [
      frame(0, { stops: 2, children: [child(0, 1)] }),
      frame(7, { path: [0], stops: 2 }),
    ];
    expect(walk(frames)).toEqual(['0.0', '7.0', '7.1', '0.1', '0.0']);
    expect(walk(frames, -1)).toEqual(['0.1', '7.1', '7.0', '0.0', '0.1']);
  });

  it('takes frames in the order of the document, not of their window', () => {
    const frames = [
      frame(9, { path: [1], stops: 1 }),
      frame(0, { stops: 1, children: [child(1, 0), child(0, 1)] }),
      frame(7, { path: [0], stops: 1 }),
    ];
    expect(walk(frames)).toEqual(['9.0', '0.0', '7.0', '9.0']);
  });

  it('finds frames in frames, also through one that has said nothing', () => {
    const frames = [
      frame(0, { stops: 1, children: [child(0, 0), child(1, 1)] }),
      frame(5, { path: [0, 2], stops: 1 }),
      frame(6, { path: [1], stops: 1, children: [child(0, 1)] }),
      frame(8, { path: [1, 0], stops: 1 }),
    ];
    expect(walk(frames)).toEqual(['5.0', '0.0', '6.0', '8.0', '5.0']);
  });

  it('puts a frame last that its document does not show', () => {
    const frames = [frame(0, { stops: 1 }), frame(4, { path: [3], stops: 1 })];
    expect(walk(frames)).toEqual(['0.0', '4.0', '0.0']);
  });

  it('begins at what is seen', () => {
    const frames = [
      frame(0, { stops: 3, inView: 2, children: [child(0, 1, true), child(1, 2)] }),
      frame(1, { path: [0], stops: 1 }),
      frame(2, { path: [1], stops: 2, inView: 1 }),
    ];
    expect(nextStop(frames, 1)).toEqual({ frameId: 2, index: 1 });
    expect(nextStop(frames, -1)).toEqual({ frameId: 2, index: 0 });
  });

  it('begins in the frame that has the focus', () => {
    const frames = [
      frame(0, { stops: 2, children: [child(0, 2)] }),
      frame(1, { path: [0], stops: 2, inView: 1, hasFocus: true }),
    ];
    expect(nextStop(frames, 1)).toEqual({ frameId: 1, index: 1 });
  });

  it('goes on from the last stop of all frames', () => {
    const frames = [
      frame(0, { stops: 2, children: [child(0, 2)], last: { index: 0, time: 5 } }),
      frame(1, { path: [0], stops: 2, last: { index: 1, time: 9 } }),
    ];
    expect(nextStop(frames, -1)).toEqual({ frameId: 1, index: 0 });
    expect(nextStop(frames, 1)).toEqual({ frameId: 0, index: 0 });
  });

  it('has nowhere to go without marks', () => {
    expect(nextStop([frame(0, {})], 1)).toBeNull();
    expect(nextStop([], -1)).toBeNull();
  });
});
